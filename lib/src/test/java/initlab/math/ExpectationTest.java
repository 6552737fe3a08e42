package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations whose mass lies far out, in a spike, or nowhere. */
class ExpectationTest {

  /** E exp(k Z) = exp(k^2 / 2), whose integrand is highest at z = k. */
  @ParameterizedTest
  @CsvSource({"1", "5", "-6", "10", "12", "20", "-22"})
  void theIntegrandIsFollowedUntilItDiesOut(double k) {
    assertThat(Gaussian.expect(z -> Math.exp(k * z)) / Math.exp(k * k / 2))
        .isCloseTo(1, within(1e-12));
    assertThat(Gaussian.rootMeanSquare(z -> Math.exp(k / 2 * z), 1) / Math.exp(k * k / 4))
        .isCloseTo(1, within(1e-12));
  }

  /** E exp(b Z^2) = 1 / sqrt(1 - 2 b), until there is none from 1/2 on. */
  @Test
  void whatNeverDiesOutIsSaid() {
    assertThat(Gaussian.expect(z -> Math.exp(0.4 * z * z))).isCloseTo(Math.sqrt(5), within(1e-11));
    assertThat(Gaussian.secondMoment(z -> Math.exp(0.2 * z * z), 1))
        .isCloseTo(Math.sqrt(5), within(1e-11));
    assertThat(Gaussian.secondMoment(z -> Math.exp(0.24 * z * z), 1)).isCloseTo(5, within(1e-9));
    assertThat(Gaussian.secondMoment(z -> Math.exp(0.25 * z * z), 1)).isInfinite();
    assertThat(Gaussian.secondMoment(z -> z > 0 ? Math.exp(0.25 * z * z) : 0, 1)).isInfinite();
    assertThat(Gaussian.secondMoment(z -> z < 0 ? Math.exp(0.25 * z * z) : 0, 1)).isInfinite();
    assertThat(Gaussian.secondMoment(z -> z < 0 ? Math.exp(z * z) : 0, 1)).isInfinite();
    assertThat(Gaussian.rootMeanSquare(z -> Math.exp(z * z * z), 1)).isInfinite();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.expect(z -> Math.exp(0.5 * z * z)))
        .withMessageContaining("mean of the function over a normal z is \u221E")
        .withMessageContaining("grows faster than the normal density falls");
  }

  /** E |x|, x ~ N(m, s^2), in closed form: s sqrt(2 / pi) exp(-m^2 / 2 s^2) + m erf(...). */
  @ParameterizedTest
  @CsvSource({"0, 1", "0.3, 1", "3, 2", "-40, 9", "1, 1e-3", "0.5, 1e10", "7, 0"})
  void meansOfShiftedAndScaledVariables(double mean, double std) {
    var normal = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1);
    double t = std == 0 ? 40 : mean / std;
    double due =
        std * Math.sqrt(2 / Math.PI) * Math.exp(-0.5 * t * t)
            + mean * (normal.cumulativeProbability(t) - normal.cumulativeProbability(-t));
    assertThat(Gaussian.expect(Math::abs, mean, std) / due).isCloseTo(1, within(1e-12));
    assertThat(Gaussian.expect(x -> x, mean, std)).isCloseTo(mean, within(1e-11 * (1 + std)));
    assertThat(Gaussian.expect(x -> x * x, mean, std) / (mean * mean + std * std))
        .isCloseTo(1, within(1e-11));
  }

  /**
   * A spike at x = 0 of width 1, seen by a variable of any spread: E 1 / cosh(x)^2 = 2 phi(0) / s.
   */
  @ParameterizedTest
  @CsvSource({"1e3, 0", "1e6, 0", "1e10, 0", "1e14, 0", "1e6, 5e5", "1e6, -2e6"})
  void aSpikeAtTheFunctionsOwnZeroIsSeen(double std, double mean) {
    double due = 2 * Gaussian.density(mean / std) / std;
    double found = Gaussian.expect(x -> 1 / (Math.cosh(x) * Math.cosh(x)), mean, std);
    assertThat(found / due).isCloseTo(1, within(1e-5));
  }

  @Test
  void sizesBeyondTheRangeOfSquaresAreKept() {
    assertThat(Gaussian.rootMeanSquare(z -> 1e160 * z, 1) / 1e160).isCloseTo(1, within(1e-13));
    assertThat(Gaussian.rootMeanSquare(z -> 1e-200 * z, 2) / 2e-200).isCloseTo(1, within(1e-13));
    assertThat(Gaussian.secondMoment(z -> 3 * z, 2)).isCloseTo(36, within(1e-11));
    assertThat(Gaussian.secondMoment(z -> 0, 1)).isZero();
    assertThat(Gaussian.secondMoment(z -> z > 0.3 && z < 0.6 ? 1 : 0, 1)).isPositive();
    assertThat(Gaussian.rootMeanSquare(z -> z + 5, 0)).isCloseTo(5, within(1e-13));
  }

  @Test
  void aNanIsNamedByTheFunctionsOwnArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.secondMoment(x -> x > 1000 ? Double.NaN : x, 1e6))
        .withMessageContaining("the function at z = ")
        .withMessageContaining("is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.expect(x -> Double.NaN, 7, 0))
        .withMessageContaining("the function at z = 7 is NaN");
  }

  /** A function may be slow, so that the flag is looked at before every value. */
  @Test
  void anInterruptStopsAnIntegral() {
    int[] calls = {0};
    Stopped.onTheWay(
        () ->
            Gaussian.expect(
                z -> {
                  if (++calls[0] == 20) {
                    Thread.currentThread().interrupt();
                  }
                  return z;
                }));
    assertThat(calls[0]).isEqualTo(20);
  }
}
