package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Slopes so near to a kink or a jump that a difference across it would be wrong by its height. */
class KinksTest {
  private static final double[] KINKS = {0, 0.3, -1.7, 4.4};
  private static final double[] NEAR = {1e-4, 4e-4, 9e-4, 1.1e-3, 1.6e-3, 2.3e-3, 3.1e-3};

  @Test
  void aKinkAtAnyDistanceOnEitherSideIsNotSteppedOver() {
    for (double kink : KINKS) {
      for (double distance : NEAR) {
        double left = kink - distance;
        double right = kink + distance;
        assertThat(Derivative.at(z -> Math.abs(z - kink), left)).isCloseTo(-1, within(1e-10));
        assertThat(Derivative.at(z -> Math.abs(z - kink), right)).isCloseTo(1, within(1e-10));
        assertThat(Derivative.at(z -> z > kink ? 3 * z + 5 : -z, left))
            .isCloseTo(-1, within(1e-10));
        assertThat(Derivative.at(z -> z > kink ? 3 * z + 5 : -z, right))
            .isCloseTo(3, within(1e-10));
      }
    }
  }

  @Test
  void aCurveBesideAKinkKeepsItsOwnSlope() {
    for (double kink : KINKS) {
      for (double distance : NEAR) {
        double right = kink + distance;
        assertThat(Derivative.at(z -> z > kink ? Math.exp(z - kink) : 1, right))
            .isCloseTo(Math.exp(distance), within(1e-9));
      }
    }
  }

  @Test
  void smoothFunctionsAreRightToElevenDigits() {
    for (double z : new double[] {-3, -0.2, 0, 0.7, 2}) {
      assertThat(Derivative.at(Math::sin, z)).isCloseTo(Math.cos(z), within(3e-11));
      assertThat(Derivative.at(x -> x * x * x, z)).isCloseTo(3 * z * z, within(1e-10));
      assertThat(Derivative.at(x -> 7, z)).isZero();
    }
  }
}
