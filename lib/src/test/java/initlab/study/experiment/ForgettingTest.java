package initlab.study.experiment;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Lstm;
import initlab.theory.GateProduct;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final Plan PLAN = Plan.of(Signal.tokens(60, 8), Dense.of(8, TANH), Lstm.of(32));

  /** Without weights a gate is the sigmoid of its bias, and theory without noise is exact. */
  @Test
  void gatesOfBiasesAloneAreTheorys() {
    Rules one = Rules.of(Init.zeros()).on("*.bf", Init.ones()).named("bias 1");
    Forgetting seen = Forgetting.of(PLAN).and(one);
    for (int steps : new int[] {1, 7, 60}) {
      double due = GateProduct.of(1).typical(steps);
      assertThat(seen.kept("bias 1", steps).low()).isCloseTo(due, within(1e-12 * due));
      assertThat(seen.kept("bias 1", steps).high()).isCloseTo(due, within(1e-12 * due));
    }
  }

  /**
   * 320 chrono biases for T = 60: the quantiles at 5, 50 and 95 % have standard errors of 1.2, 2.8
   * and 1.2 % of share; bounds are the products five of these away.
   */
  @Test
  void chronoBiasesSpreadAsTheoryHasIt() {
    Rules chrono = Rules.of(Init.zeros()).on("*.bf", Init.chrono(60)).named("chrono");
    Forgetting seen = Forgetting.of(PLAN).and(chrono);
    assertThat(seen.kept("chrono", 60).median()).isBetween(product(0.36), product(0.64));
    assertThat(seen.kept("chrono", 60).high()).isBetween(product(0.89), product(1));
    assertThat(GateProduct.chrono(60).typical(60)).isCloseTo(product(0.5), within(1e-12));
    assertThat(seen.plot().text()).contains("chrono", "forget gates");
  }

  private static double product(double share) {
    double u = 1 + 58 * share;
    return Math.pow(u / (1 + u), 60);
  }

  /**
   * Xavier's W, orthogonal U, bias 5, T = 50: the middle cell keeps 0.66 by theory, the cells
   * scatter by 15 % and the median of 320 dependent ones by 3 %; the bound is 15 %.
   */
  @Test
  void theoryWithTheNoiseOfTheInputStandsBesideTheMiddleCell() {
    Plan first = Plan.of(Signal.tokens(50, 32), Lstm.of(32));
    Rules open =
        Rules.of(Init.xavierUniform())
            .on(Role.RECURRENT, Init.orthogonal())
            .on("*.bf", Init.constant(5))
            .named("bias 5");
    Forgetting seen = Forgetting.of(first).and(open);
    double due = GateProduct.of(5).noise(Math.sqrt(0.4)).typical(50);
    assertThat(seen.theory("bias 5", 50)).isCloseTo(due, within(1e-9));
    assertThat(seen.kept("bias 5", 50).median()).isCloseTo(due, within(0.15 * due));
    assertThat(Forgetting.of(PLAN).compare(Init.lecunNormal()).theory("LeCun", 3)).isNaN();
    Plan without = Plan.of(Signal.tokens(3, 2), Lstm.of(4).withoutBias());
    Forgetting zero = Forgetting.of(without).compare(Init.zeros());
    assertThat(zero.theory("zeros", 3)).isCloseTo(0.125, within(1e-12));
    assertThat(zero.kept("zeros", 3).median()).isCloseTo(0.125, within(1e-12));
  }

  @Test
  void badInputIsRefused() {
    Forgetting seen = Forgetting.of(PLAN).compare(Init.lecunNormal());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Forgetting.of(Plan.of(Signal.vector(3), Dense.of(2, TANH))))
        .withMessageContaining("it must be one with an LSTM");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seen.kept("LeCun", 61))
        .withMessage("the number of steps is 61; it must be 1 to 60. Plan more of them.");
    assertThatIllegalArgumentException().isThrownBy(() -> seen.kept("LeCun", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> seen.kept("He", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Forgetting.of(PLAN).plot());
    assertThat(seen).hasToString("forgetting of " + PLAN + "; [LeCun]");
  }
}
