package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPointTest {
  private static final MeanField TANH = MeanField.of(Activation.TANH);
  private static final MeanField RELU = MeanField.of(Activation.RELU);
  private static final MeanField GELU = MeanField.of(Activation.GELU);

  private static Activation named(String name) {
    return switch (name) {
      case "tanh" -> Activation.TANH;
      case "SELU" -> Activation.SELU;
      case "GELU" -> Activation.GELU;
      case "sigmoid" -> Activation.SIGMOID;
      case "sin" -> z -> Math.sin(2 * z);
      case "bump" -> z -> 3 * z * Math.exp(-z * z);
      default -> throw new AssertionError(name);
    };
  }

  /** The maps are followed step by step, as a net would, for hundreds of layers. */
  @ParameterizedTest
  @CsvSource({
    "tanh, 2.5, 0.05",
    "SELU, 1.12, 0",
    "SELU, 0.8, 0.2",
    "GELU, 1.5, 0.1",
    "sigmoid, 3, 0.1",
    "sin, 2, 0.1",
    "bump, 4, 0",
    "tanh, 0.5, 1e-8"
  })
  void isWhereTheMapsLead(String name, double weights, double biases) {
    MeanField field = new MeanField(named(name), weights, biases);
    FixedPoint at = field.fixedPoint();
    double q = 1;
    for (int l = 0; l < 300; l++) {
      q = field.variance(q);
    }
    double c = 0.5;
    for (int l = 0; l < 3 && at.c() == 0; l++) {
      c = field.correlation(q, c);
    }
    assertThat(at.q() / q).isCloseTo(1, within(1e-7));
    assertThat(at.chi()).isCloseTo(field.chi(q), within(1e-6));
    if (at.c() == 0) {
      assertThat(c).isLessThan(0.4);
    } else {
      assertThat(field.correlation(q, at.c())).isCloseTo(at.c(), within(1e-7));
      double before = Math.min(at.c(), 0.999) - 0.01;
      assertThat(field.correlation(q, before)).isBetween(before, at.c());
    }
  }

  /** Distances from both fixed points shrink by exp(-1 / xi) a layer, in the chaotic phase too. */
  @ParameterizedTest
  @CsvSource({"tanh, 2.5, 0.05", "SELU, 1.12, 0", "sin, 2, 0.1", "tanh, 1.2, 0.05"})
  void depthsAreTheRatesOfTheMaps(String name, double weights, double biases) {
    MeanField field = new MeanField(named(name), weights, biases);
    FixedPoint at = field.fixedPoint();
    double q = at.q() * (1 + 1e-5);
    double rate = Math.abs(field.variance(q) - at.q()) / (q - at.q());
    double c = at.c() - 1e-5;
    double closer = (at.c() - field.correlation(at.q(), c)) / (at.c() - c);
    assertThat(at.varianceDepth() * -Math.log(rate)).isCloseTo(1, within(0.002));
    assertThat(at.correlationDepth() * -Math.log(closer)).isCloseTo(1, within(0.02));
  }

  /** 0.0548 is C at 0.0548; without biases an f that is not odd parts its pairs to there only. */
  @Test
  void withoutBiasesOnlyOddFunctionsPartTheirPairsWholly() {
    assertThat(MeanField.of(Activation.SELU).weights(1.12).fixedPoint().c())
        .isCloseTo(0.05422, within(1e-5));
    assertThat(TANH.weights(2.5).fixedPoint().c()).isZero();
    assertThat(MeanField.of(z -> Math.sin(2 * z)).weights(2).fixedPoint().c()).isZero();
    assertThat(TANH.weights(2.5).bias(1e-6).fixedPoint().c()).isBetween(1e-7, 1e-4);
  }

  /** q is near sigma_w^2 - 1 over 2 sigma_w^2 there, small, but not 0. */
  @Test
  void aSmallVarianceIsNotADeadOne() {
    assertThat(TANH.weights(1.005).fixedPoint().q()).isCloseTo(0.002505, within(1e-5));
    assertThat(TANH.weights(1.00001).fixedPoint().q()).isBetween(4.9e-6, 5.1e-6);
    assertThat(TANH.weights(0.5).bias(1e-8).fixedVariance()).isCloseTo(2e-8, within(1e-13));
    assertThat(TANH.weights(0.999).fixedVariance()).isZero();
    assertThat(TANH.weights(1e12).fixedVariance() / 1e12).isCloseTo(1, within(1e-5));
  }

  /** Where the variance dies, chi is its limit from above, whatever f does in the kink. */
  @Test
  void ofADeadNetChiIsTheLimit() {
    FixedPoint relu = RELU.weights(1).fixedPoint();
    assertThat(relu.q()).isZero();
    assertThat(relu.chi()).isCloseTo(0.5, within(1e-12));
    assertThat(relu.phase()).startsWith("ordered");
    assertThat(relu.varianceDepth()).isCloseTo(1 / Math.log(2), within(1e-9));
    assertThat(relu.c()).isNaN();
    double leaky = MeanField.of(z -> Math.max(z, 0.5 * z)).weights(1.2).fixedPoint().chi();
    assertThat(leaky).isCloseTo(1.2 * 0.625, within(1e-9));
    assertThat(TANH.weights(0.9).fixedPoint().chi()).isCloseTo(0.9, within(1e-9));
    assertThat(GELU.weights(2.35).fixedPoint().chi()).isCloseTo(2.35 / 4, within(1e-6));
    assertThat(MeanField.of(z -> z * z * z).weights(0.01).fixedPoint().chi()).isLessThan(1e-20);
  }

  /** chi of ReLU is sigma_w^2 / 2 at every q: a variance that grows for ever changes nothing. */
  @Test
  void ofAGrowingVarianceChiIsTheLimit() {
    for (MeanField level : new MeanField[] {RELU.weights(2), MeanField.of(Activation.LINEAR)}) {
      FixedPoint grown = level.bias(0.1).fixedPoint();
      assertThat(grown.q()).isInfinite();
      assertThat(grown.chi()).isCloseTo(1, within(1e-9));
      assertThat(grown.phase()).startsWith("edge of chaos");
      assertThat(grown.c()).isNaN();
    }
    assertThat(RELU.weights(2.1).fixedPoint().phase()).startsWith("chaotic");
    assertThat(RELU.weights(1.9).bias(0.1).fixedPoint().phase()).startsWith("ordered");
    assertThat(RELU.weights(1.9).bias(0.1).fixedVariance()).isCloseTo(2, within(1e-9));
    assertThat(GELU.weights(3).fixedPoint().chi()).isCloseTo(1.5, within(1e-6));
    assertThat(MeanField.of(z -> z * z * z).fixedPoint().phase()).startsWith("chaotic");
  }

  /** Under a narrow bump the variance is thrown from one side of its fixed point to the other. */
  @Test
  void aMapThatTurnsBackArrives() {
    MeanField turning = MeanField.of(z -> z * Math.exp(-z * z * z * z)).weights(1e4);
    double q = turning.fixedVariance();
    assertThat(turning.variance(q) / q).isCloseTo(1, within(1e-9));
    assertThat((turning.variance(1.1 * q) - q) / q).isNegative();
  }

  @Test
  void aPhaseIsToldFromChi() {
    assertThat(new FixedPoint(1, 1 - 2e-6, 1, 1, 1).phase()).startsWith("ordered");
    assertThat(new FixedPoint(1, 1 + 2e-6, 1, 1, 1).phase()).startsWith("chaotic");
    assertThat(new FixedPoint(1, 1 + 5e-7, 1, 1, 1).phase()).startsWith("edge of chaos");
    assertThat(new FixedPoint(1, Double.NaN, 1, 1, 1).phase()).startsWith("no phase");
  }

  @Test
  void aJumpHasNoChi() {
    Activation step = z -> z > 0 ? 1 : 0;
    assertThatThrownBy(() -> MeanField.of(step.named("step")).fixedPoint())
        .hasMessageContaining("step at z = 0 is a jump");
    assertThat(MeanField.of(step).fixedVariance()).isCloseTo(0.5, within(1e-9));
  }
}
