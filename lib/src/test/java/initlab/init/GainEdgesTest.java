package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gains of functions that grow fast, oscillate fast, jump, or are of another size. */
class GainEdgesTest {

  /** E exp(2 k z) = exp(2 k^2), its slope k times that, its mean exp(k^2 / 2). */
  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 5, 6, 10})
  void exponentialsAreRightToNineDigits(double k) {
    Activation f = z -> Math.exp(k * z);
    assertThat(Gain.secondMoment(f) * Math.exp(k * k)).isCloseTo(1, within(1e-9));
    assertThat(Gain.gradient(f) * k * Math.exp(k * k)).isCloseTo(1, within(1e-9));
    double std = Math.sqrt(Math.exp(2 * k * k) - Math.exp(k * k));
    assertThat(Gain.variance(f) * std).isCloseTo(1, within(1e-9));
  }

  @Test
  void anInfiniteMomentIsSaid() {
    Activation fast = z -> Math.exp(z * z / 4);
    for (Runnable gain :
        new Runnable[] {
          () -> Gain.secondMoment(fast), () -> Gain.variance(fast), () -> Gain.gradient(fast)
        }) {
      assertThatExceptionOfType(NoGainException.class)
          .isThrownBy(gain::run)
          .withMessageContaining("a mean of squares is infinite");
    }
    assertThat(Gain.of(fast).secondMoment()).isEmpty();
    assertThat(Gain.secondMoment(z -> Math.exp(z * z / 5)))
        .isCloseTo(Math.pow(5, -0.25), within(1e-9));
  }

  /** E (k cos k z)^2 = k^2 (1 + exp(-2 k^2)) / 2. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 30, 100})
  void wavesAreRightToNineDigits(double k) {
    double due = 1 / Math.sqrt(k * k / 2 * (1 + Math.exp(-2 * k * k)));
    assertThat(Gain.gradient(z -> Math.sin(k * z)) / due).isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-13, 1, 1e160})
  void aGainIsOneOverTheFunctionsOwnSize(double size) {
    Activation f = z -> size * z;
    assertThat(Gain.secondMoment(f) * size).isCloseTo(1, within(1e-12));
    assertThat(Gain.variance(f) * size).isCloseTo(1, within(1e-12));
    assertThat(Gain.gradient(f) * size).isCloseTo(1, within(1e-10));
  }

  @Test
  void whatJumpsHasAllGainsButTheGradients() {
    Activation sign = Math::signum;
    Gains gains = Gain.of(sign.named("sign"));
    assertThat(gains.secondMoment()).hasValueCloseTo(1.0, within(1e-9));
    assertThat(gains.variance()).hasValueCloseTo(1.0, within(1e-9));
    assertThat(gains.gradient()).isEmpty();
    assertThat(Gain.of(z -> Math.rint(4 * z) / 4).gradient()).isEmpty();
    assertThat(Gain.gradient(Activation.of("sign", Math::signum, z -> 2)))
        .isCloseTo(0.5, within(1e-12));
    GatedGains gated = Gain.gated(sign);
    assertThat(gated.secondMoment()).isCloseTo(1, within(1e-9));
    assertThat(gated.fixedPoint()).hasValueCloseTo(1.0, within(1e-9));
    assertThat(gated.gradient()).isNaN();
  }

  /** E f(s z)^2 lies above 1 from s = 1.0 to 1.1 only, within one step of the search. */
  @Test
  void twoFixedPointsNearEachOtherAreNotSteppedOver() {
    Activation hump = z -> 3.46 * z * Math.exp(-z * z / 2);
    // E f(s z)^2 = c^2 s^2 (1 + 2 s^2)^(-3/2), highest at s = 1
    double top = 3.46 * 3.46 * Math.pow(3, -1.5);
    double scale = Math.sqrt(1.0005 / top);
    Activation barely = z -> scale * hump.apply(z);
    double s = Gain.fixedPoint(barely);
    double c = 3.46 * scale;
    assertThat(c * c * s * s * Math.pow(1 + 2 * s * s, -1.5)).isCloseTo(1, within(1e-10));
    assertThat(s).isBetween(0.9, 1.0);
    Activation never = z -> 0.9994 * scale * hump.apply(z);
    assertThatThrownBy(() -> Gain.fixedPoint(never.named("never")))
        .isInstanceOf(NoGainException.class)
        .hasMessageContaining("never has no fixed point")
        .hasMessageContaining("stays below 1; it reaches 0.999");
  }

  /**
   * E f(s z)^2 = c^2 t^2 (1 + 2 t^2)^(-3/2) + 2 b c t^2 (1 + t^2)^(-3/2) + b^2 t^2 with t = 0.75 s,
   * which rises through 1 near s = 0.6, falls below it, and rises through it again near 24.
   */
  @Test
  void ofSeveralFixedPointsTheLeastIsFound() {
    double s = Gain.fixedPoint(z -> 0.75 * z * (2.8 * Math.exp(-0.28125 * z * z) + 0.05));
    assertThat(s).isBetween(0.5, 0.7);
    double t2 = 0.5625 * s * s;
    double wave = 2.8 * 2.8 * Math.pow(1 + 2 * t2, -1.5) + 0.28 * Math.pow(1 + t2, -1.5) + 0.0025;
    assertThat(t2 * wave).isCloseTo(1, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.011, 0.05, 20, 900})
  void fixedPointsAreLookedForFromAThousandthToAHundred(double size) {
    assertThat(Gain.fixedPoint(z -> size * z) * size).isCloseTo(1, within(1e-10));
  }

  @Test
  void beyondThatThereIsNone() {
    assertThatThrownBy(() -> Gain.fixedPoint(z -> 2000 * z))
        .isInstanceOf(NoGainException.class)
        .hasMessageEndingWith("E f(s z)^2 stays above 1; it falls to 4.");
    assertThatThrownBy(() -> Gain.fixedPoint(z -> 0.005 * z))
        .isInstanceOf(NoGainException.class)
        .hasMessageEndingWith("E f(s z)^2 stays below 1; it reaches 0.25.");
  }

  /** A slope that is stated is no rounding, however small beside the function. */
  @Test
  void aStatedSlopeCountsBesideAnySize() {
    assertThat(Gain.gradient(Activation.of("far", z -> 1e15 + z, z -> 2)))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void anInterruptStopsTheGainOfASlowFunction() {
    int[] calls = {0};
    Activation slow =
        z -> {
          if (++calls[0] == 50) {
            Thread.currentThread().interrupt();
          }
          return z;
        };
    Stopped.onTheWay(() -> Gain.fixedPoint(slow));
    calls[0] = 0;
    Stopped.onTheWay(() -> Gain.gradient(slow));
    assertThat(calls[0]).isLessThan(70);
  }

  /** Every s solves E f(s z)^2 = 1: none is the fixed point. */
  @Test
  void whatIsOneInSizeEverywhereHasNoFixedPointOfItsOwn() {
    Activation sign = z -> z < 0 ? -1 : 1;
    assertThatThrownBy(() -> Gain.fixedPoint(sign.named("sign")))
        .isInstanceOf(NoGainException.class)
        .hasMessageContaining("sign has no one fixed point")
        .hasMessageContaining("1 for every s");
    assertThat(Gain.of(sign))
        .hasToString(
            "activation: second moment 1, variance 1, fixed point none, gradient none, PyTorch none");
  }

  /** E |z| = sqrt(2 / pi), but the slope's square is 1 / 4 |z|, which has no mean. */
  @Test
  void aSlopeWithoutAMomentTakesNoOtherGainAway() {
    Activation root = z -> Math.sqrt(Math.abs(z));
    Gains gains = Gain.of(root);
    assertThat(gains.secondMoment().orElseThrow())
        .isCloseTo(Math.pow(Math.PI / 2, 0.25), within(1e-9));
    assertThat(gains.gradient()).isEmpty();
    assertThat(Gain.gated(root).gradient()).isNaN();
    assertThat(Gain.gated(root).secondMoment())
        .isCloseTo(gains.secondMoment().orElseThrow(), within(1e-9));
  }

  /** E f'(z)^2 of tanh(k z) is 4 k / (3 sqrt(2 pi)) but for 1 / k^2: a spike of width 1 / k. */
  @Test
  void aSlopeThatLivesInASpikeIsFound() {
    for (double k : new double[] {30, 100}) {
      double due = Math.sqrt(3 * Math.sqrt(2 * Math.PI) / (4 * k));
      assertThat(Gain.gradient(z -> Math.tanh(k * z))).isCloseTo(due, within(due * 2 / (k * k)));
    }
  }
}
