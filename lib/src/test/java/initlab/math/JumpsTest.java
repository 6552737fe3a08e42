package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JumpsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3717, -1.9979, 2, 2.5e-9, -3.3})
  void aJumpIsFoundWhereItIs(double at) {
    for (double std : new double[] {1, 2.5, 1e6}) {
      double reach = std > 100 ? 1 : std; // so that it lies where a normal variable goes
      assertThat(Jumps.first(x -> x > at ? 1 : 0, std)).hasValueCloseTo(at, within(1e-9 * reach));
      assertThat(Jumps.first(x -> x >= at ? x + 0.05 : x, Math.min(std, 2.5)))
          .hasValueCloseTo(at, within(1e-9 * reach));
    }
  }

  @Test
  void steepnessKinksAndSinglePointsAreNone() {
    assertThat(Jumps.first(Math::tanh, 1)).isEmpty();
    assertThat(Jumps.first(x -> Math.tanh(1e6 * x), 1)).isEmpty();
    assertThat(Jumps.first(x -> Math.tanh(1e8 * x), 1)).isEmpty();
    assertThat(Jumps.first(x -> Math.tanh(1e4 * (x - 1.3)), 1)).isEmpty();
    assertThat(Jumps.first(x -> Math.max(0, x), 1)).isEmpty();
    assertThat(Jumps.first(x -> Math.abs(x - 0.77), 3)).isEmpty();
    assertThat(Jumps.first(x -> x == 0 ? 5 : Math.sin(x), 1)).isEmpty();
    assertThat(Jumps.first(x -> 0, 1)).isEmpty();
    assertThat(Jumps.first(x -> x > 0 ? 1 : 0, 0)).isEmpty();
    assertThat(Jumps.first(x -> Math.exp(x * x), 1)).isEmpty();
  }

  /** Far beyond where most of a function's own happens, and far below the spread of z. */
  @Test
  void aJumpBetweenTheScalesIsFound() {
    for (double at : new double[] {30, 50, 700}) {
      assertThat(Jumps.first(x -> x > at ? 1 : 0, 1e8)).hasValueCloseTo(at, within(1e-6));
    }
  }

  @Test
  void sizesDoNotMatter() {
    assertThat(Jumps.first(x -> x > 1 ? 1e200 : 0, 1)).hasValueCloseTo(1.0, within(1e-9));
    assertThat(Jumps.first(x -> x > 1 ? 1e-200 : 0, 1)).hasValueCloseTo(1.0, within(1e-9));
    assertThat(Jumps.first(x -> Math.rint(8 * x) / 8, 1)).isPresent();
    assertThat(Jumps.first(Math::signum, 1)).hasValue(0);
  }
}
