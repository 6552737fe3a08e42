package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Test
  void closedForms() {
    double[] evenMoments = {1, 1, 3, 15, 105, 945, 10395};
    for (int k = 0; k < evenMoments.length; k++) {
      int power = 2 * k;
      assertThat(Gaussian.expect((double z) -> Math.pow(z, power)) / evenMoments[k])
          .isCloseTo(1, within(1e-12));
      assertThat(Gaussian.expect((double z) -> Math.pow(z, power + 1)))
          .isCloseTo(0, within(1e-10 * evenMoments[k]));
    }
    assertThat(Gaussian.expect((double z) -> Math.cos(3 * z)))
        .isCloseTo(Math.exp(-4.5), within(1e-12));
    assertThat(Gaussian.expect((double z) -> Math.exp(2 * z)) / Math.exp(2))
        .isCloseTo(1, within(1e-12));
    assertThat(Gaussian.expect((double z) -> 0)).isZero();
  }

  /** 600 kinks and 600 jumps, some in the gaps where Gauss and Kronrod have no node. */
  @Test
  void noKinkOrJumpStaysUnseen() {
    var rng = RandomStreams.of(1, "kinks", 0);
    for (int i = 0; i < 600; i++) {
      double at = i < 500 ? 8 * rng.nextDouble() - 4 : Math.rint(at(rng)) + 0.004 * at(rng) / 4;
      double tail = NORMAL.survivalProbability(at);
      double kink = 2 * Gaussian.density(at) + at * (1 - 2 * tail);
      assertThat(Gaussian.expect((double z) -> Math.abs(z - at))).isCloseTo(kink, within(1e-10));
      assertThat(Gaussian.expect((double z) -> z > at ? 1 : 0)).isCloseTo(tail, within(1e-10));
    }
  }

  private static double at(org.apache.commons.rng.UniformRandomProvider rng) {
    return 8 * rng.nextDouble() - 4;
  }

  @Test
  void pairs() {
    assertThat(Gaussian.expect((double u, double v) -> Math.max(u, v)))
        .isCloseTo(1 / Math.sqrt(Math.PI), within(1e-11));
    assertThat(Gaussian.expect((double u, double v) -> u * u * v * v)).isCloseTo(1, within(1e-11));
  }

  @Test
  void whatCannotBeIntegratedEndsWithASentence() {
    AtomicLong calls = new AtomicLong();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.expect((double z) -> calls.incrementAndGet() % 7))
        .withMessageContaining("another one at every call");
    assertThat(calls.get()).isLessThan(2_000_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.expect((double z) -> 1 / Math.abs(z - 0.1)))
        .withMessageContaining("too rough to integrate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.expect((double z) -> z > 1 ? Double.NaN : 0))
        .withMessageContaining("is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gaussian.expect((double z) -> Math.exp(z * z * z)))
        .withMessageContaining("is \u221E");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.3, 0.3", "-0.002, 0.3", "0.0021, 1", "4.4, 4.4"})
  void slopesBesideAKink(double z, double at) {
    double due = z > at ? 2 : -1;
    if (z != at) {
      assertThat(Derivative.at(x -> x > at ? 2 * x - 3 * at : -x, z)).isCloseTo(due, within(1e-10));
      assertThat(Derivative.at(x -> x > at ? 2 * x : 7 - x, z)).isCloseTo(due, within(1e-10));
    }
    assertThat(Derivative.at(Math::sin, z)).isCloseTo(Math.cos(z), within(1e-10));
  }
}
