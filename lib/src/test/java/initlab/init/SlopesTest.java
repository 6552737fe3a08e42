package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class SlopesTest {

  /** E (2 cos(2 s z))^2 = 2 + 2 exp(-8 s^2). */
  @Test
  void theMomentIsTakenAtTheStd() {
    for (double s : new double[] {0, 0.3, 2}) {
      double due = 2 + 2 * Math.exp(-8 * s * s);
      assertThat(Slopes.moment(z -> Math.sin(2 * z), s)).isCloseTo(due, within(1e-9));
      Activation exact = Activation.of("wave", z -> Math.sin(2 * z), z -> 2 * Math.cos(2 * z));
      assertThat(Slopes.moment(exact, s)).isCloseTo(due, within(1e-11));
    }
    double open = NormalDistribution.of(0, 2).survivalProbability(0.37);
    assertThat(Slopes.moment(z -> Math.max(0, 3 * (z - 0.37)), 2))
        .isCloseTo(9 * open, within(1e-9));
    assertThat(Slopes.moment(z -> Math.exp(z * z), 1)).isInfinite();
  }

  @Test
  void whatJumpsIsNamedWithItsPlace() {
    Activation late = z -> z > 0.75 ? 2 : 0;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Slopes.moment(late.named("late"), 1))
        .withMessageStartingWith("late at z = 0.75 is a jump; it must be continuous there.")
        .withMessageContaining("Activation.of(\"mine\", f, slope)");
    assertThatIllegalArgumentException().isThrownBy(() -> Slopes.continuous(late, 3));
    assertThat(Slopes.jump(late, 0)).isEmpty();
    assertThat(Slopes.jump(late, 0.5)).hasValueCloseTo(0.75, within(1e-9));
  }

  @Test
  void whatDoesNotJumpIsGivenBack() {
    Activation kinked = z -> Math.max(z, 0.2 * z);
    assertThat(Slopes.continuous(kinked, 2)).isSameAs(kinked);
    Activation through = Activation.of("sign", Math::signum, z -> 1);
    assertThat(Slopes.continuous(through, 2)).isSameAs(through);
    assertThat(Slopes.moment(through, 2)).isCloseTo(1, within(1e-12));
  }
}
