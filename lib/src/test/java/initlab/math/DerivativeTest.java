package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {

  /** In units of the largest slope k: wherever in the wave, and far from 0 too. */
  @ParameterizedTest
  @CsvSource({"1", "30", "100", "300", "1000"})
  void fastWavesAreFollowed(double k) {
    for (double z : new double[] {0, 0.01, 0.5, -1.3, 2.7, -5.2}) {
      assertThat(Derivative.at(x -> Math.sin(k * x), z) / k)
          .isCloseTo(Math.cos(k * z), within(3e-10));
    }
  }

  @Test
  void slopesOfAnySizeAreKept() {
    assertThat(Derivative.at(x -> 1e160 * Math.tanh(x), 0.3) / 1e160)
        .isCloseTo(1 - Math.pow(Math.tanh(0.3), 2), within(1e-11));
    assertThat(Derivative.at(x -> 1e-200 * x, 4) * 1e200).isCloseTo(1, within(1e-11));
    assertThat(Derivative.at(x -> x * x, 1e8) / 2e8).isCloseTo(1, within(1e-11));
    assertThat(Derivative.at(x -> 7, 0.2)).isZero();
    assertThat(Derivative.at(x -> Math.exp(-x), 3)).isCloseTo(-Math.exp(-3), within(1e-12));
  }

  /** sign(0) = 0 lies on neither side; other values of one point alone do no harm either. */
  @Test
  void aValueOfOnePointAloneIsPassed() {
    assertThat(Derivative.at(Math::signum, 0)).isZero();
    assertThat(Derivative.at(x -> x == 0 ? 5 : 3 * x, 0)).isCloseTo(3, within(1e-6));
    assertThat(Derivative.at(x -> x == 2 ? -1 : x * x, 2)).isCloseTo(4, within(1e-6));
    for (double z : new double[] {0, 0.125, -0.375, 0.1}) {
      assertThat(Derivative.at(x -> Math.rint(4 * x) / 4, z)).isZero();
    }
  }

  /** Kinks nearer to each other than the usual step: the step is made smaller. */
  @Test
  void aNarrowPieceBetweenTwoKinksHasItsOwnSlope() {
    assertThat(Derivative.at(x -> Math.max(0, Math.min(x, 5e-4)), 2.5e-4))
        .isCloseTo(1, within(1e-9));
    assertThat(Derivative.at(x -> Math.max(0, Math.min(x, 5e-4)), 7e-4)).isCloseTo(0, within(1e-9));
  }

  @Test
  void infinityAndNanAreToldApart() {
    assertThat(Derivative.at(Math::exp, 800)).isInfinite();
    assertThat(Derivative.at(Math::exp, 709.7)).isPositive();
    assertThat(Derivative.at(x -> Double.NaN, 1)).isNaN();
    assertThat(Derivative.at(x -> x > 0.5 ? Double.NaN : 2 * x, 0.4999)).isCloseTo(2, within(1e-9));
  }
}
