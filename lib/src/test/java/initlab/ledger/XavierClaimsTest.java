package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other measurements would have said. */
class XavierClaimsTest {

  @Test
  void theRuleIsJudgedByDraws() {
    String normal = "variance times 200: normal";
    assertThat(verdict("C12", normal, 1, "uniform, l as said", 1)).isEqualTo(HOLDS);
    assertThat(verdict("C12", normal, 1, "uniform, l as said", 3)).isEqualTo(FAILS);
    String square = "fan_in Var(W): 200 x 200";
    assertThat(verdict("C76", square, 1, "300 x 100", 1.5)).isEqualTo(RESTATED);
    assertThat(verdict("C76", square, 1, "300 x 100", 1)).isEqualTo(HOLDS);
    String mean = "Var(W) over the harmonic mean";
    assertThat(verdict("C48", mean, 1, "factor forward", 1.5, "backward", 0.5)).isEqualTo(HOLDS);
    assertThat(verdict("C48", mean, 1.3, "factor forward", 2, "backward", 0.6)).isEqualTo(FAILS);
  }

  @Test
  void swappedFansCouldHaveCostMore() {
    String funnel = "fans swapped, E a^2: funnel";
    assertThat(verdict("T06", funnel, 16, "alternating widths", 0.9)).isEqualTo(RESTATED);
    assertThat(verdict("T06", funnel, 16, "alternating widths", 1e9)).isEqualTo(HOLDS);
    assertThat(verdict("T06", funnel, 1, "alternating widths", 0.9)).isEqualTo(UNSETTLED);
  }

  @Test
  void aStableVarianceCouldHaveBeenFound() {
    assertThat(stable(0.007, 1)).isEqualTo(FAILS);
    assertThat(stable(0.25, 1)).isEqualTo(HOLDS);
    assertThat(stable(0.007, 9)).isEqualTo(UNSETTLED);
  }

  private static Verdict stable(double last, double ratio) {
    return verdict(
        "T01",
        "E z^2, layer 4 of its widths",
        0.26,
        "E a^2 of layer 50",
        last,
        "theory of layer 200, times 2L",
        ratio);
  }

  @Test
  void aLevelForwardPassCouldHaveBeenAGuarantee() {
    String back = "E (dL/da)^2 at the input";
    assertThat(verdict("T02", "E a^2 of layer 10", 0.42, "of layer 50", 0.42, back, 8000))
        .isEqualTo(FAILS);
    assertThat(verdict("T02", "E a^2 of layer 10", 0.42, "of layer 50", 0.42, back, 1))
        .isEqualTo(HOLDS);
    assertThat(verdict("T02", "E a^2 of layer 10", 0.42, "of layer 50", 9, back, 8000))
        .isEqualTo(UNSETTLED);
  }

  @Test
  void fiveThirdsCouldHaveBeenRight() {
    assertThat(gain(8000)).isEqualTo(RESTATED);
    assertThat(gain(1)).isEqualTo(HOLDS);
    assertThat(gain(100)).isEqualTo(UNSETTLED);
  }

  private static Verdict gain(double gradients) {
    return verdict(
        "T08",
        "E a^2 of layer 50: gain 5/3",
        0.42,
        "sqrt(2)",
        0.31,
        "gradients: gain 5/3",
        gradients,
        "gradients: sqrt(2)",
        50);
  }

  @Test
  void weightGradientsCouldHaveVanished() {
    String weights = "dL/dW, layer 1 over layer 20";
    assertThat(verdict("T11", weights, 1.1, "dL/da, layer 1 over layer 20", 1e-9)).isEqualTo(HOLDS);
    assertThat(verdict("T11", weights, 1e-9, "dL/da, layer 1 over layer 20", 1e-9))
        .isEqualTo(FAILS);
    assertThat(verdict("T11", weights, 1.1, "dL/da, layer 1 over layer 20", 1))
        .isEqualTo(UNSETTLED);
  }

  @Test
  void theFirstStepsCouldHaveBeenCalm() {
    assertThat(jumps(1, 2.2)).isEqualTo(RESTATED);
    assertThat(jumps(1, 1)).isEqualTo(FAILS);
    assertThat(jumps(5, 5)).isEqualTo(UNSETTLED);
  }

  private static Verdict jumps(double slow, double fast) {
    return verdict(
        "C07",
        "sqrt(2) over gain 1",
        1.414,
        "rate 0.03: sqrt(2)",
        slow,
        "rate 0.3: gain 1",
        1.15,
        "rate 0.3: sqrt(2)",
        fast);
  }

  @Test
  void sigmoidIsJudgedAtBothDepths() {
    assertThat(sigmoid(0.95, 0.58)).isEqualTo(RESTATED);
    assertThat(sigmoid(1, 1)).isEqualTo(UNSETTLED);
    assertThat(
            verdict(
                "C49",
                "one layer: Xavier",
                1,
                "one: N(0, 0.01^2)",
                0.6,
                "one: N(0, 1)",
                0.7,
                "four layers: Xavier",
                1,
                "four: N(0, 1)",
                0.6))
        .isEqualTo(HOLDS);
  }

  private static Verdict sigmoid(double one, double four) {
    return verdict(
        "C49",
        "one layer: Xavier",
        one,
        "one: N(0, 0.01^2)",
        0.63,
        "one: N(0, 1)",
        0.98,
        "four layers: Xavier",
        four,
        "four: N(0, 1)",
        1);
  }

  @Test
  void defaultsAreJudgedByTheVarianceOverTheBatch() {
    assertThat(defaults(1e-25, 3e-3)).isEqualTo(RESTATED);
    assertThat(defaults(0.1, 3e-3)).isEqualTo(HOLDS);
    assertThat(defaults(1e-25, 1e-20)).isEqualTo(UNSETTLED);
    assertThat(preserving(1 / 3.0)).isEqualTo(FAILS);
    assertThat(preserving(1)).isEqualTo(HOLDS);
    assertThat(preserving(2)).isEqualTo(UNSETTLED);
  }

  private static Verdict defaults(double batch, double moment) {
    return verdict(
        "C33",
        "three layers, accuracy: PyTorch",
        1,
        "Keras",
        1,
        "thirty layers, variance over the batch: PyTorch",
        batch,
        "thirty layers, variance over the batch: Keras",
        3e-11,
        "thirty layers, E a^2: PyTorch",
        moment);
  }

  private static Verdict preserving(double torch) {
    return verdict(
        "C77", "fan_in Var(W): PyTorch's Linear", torch, "Keras' Dense", 1, "Flax' Dense", 1);
  }
}
