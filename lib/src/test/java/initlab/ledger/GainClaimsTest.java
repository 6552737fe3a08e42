package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Interval;
import org.junit.jupiter.api.Test;

/** What other measurements would have said, of lessons 06 and 07. */
class GainClaimsTest {

  @Test
  void seluCouldHaveStayedTooLarge() {
    assertThat(selu(1, 0, 40)).isEqualTo(RESTATED);
    assertThat(selu(100, 0, 40)).isEqualTo(FAILS);
    assertThat(selu(1, 0.5, 40)).isEqualTo(UNSETTLED);
  }

  private static Verdict selu(double variance, double mean, double gradients) {
    return verdict(
        "C14",
        "variance of a, from inputs x 10",
        variance,
        "mean of a",
        mean,
        "gradients over 50 layers, from N(0, 1)",
        gradients);
  }

  @Test
  void theTablesGainsCouldHaveHeld() {
    assertThat(table(2, 1e-26, 0.2)).isEqualTo(RESTATED);
    assertThat(table(2, 1, 1)).isEqualTo(HOLDS);
    assertThat(table(50, 1e-26, 0.2)).isEqualTo(UNSETTLED);
  }

  private static Verdict table(double tanh, double sigmoid, double selu) {
    return verdict(
        "C15",
        "tanh, 1: E a^2 of layer 25 over layer 50",
        tanh,
        "sigmoid, 1: gradient at the input",
        sigmoid,
        "SELU, 3/4: RMS of layer 50",
        selu);
  }

  @Test
  void aGainCouldHaveHeldAStackOfGates() {
    assertThat(stack(new Interval(5e4, 6e9, 6e15))).isEqualTo(RESTATED);
    assertThat(stack(new Interval(0.9, 1, 1.1))).isEqualTo(HOLDS);
    assertThat(stack(new Interval(90, 100, 110))).isEqualTo(UNSETTLED);
  }

  private static Verdict stack(Interval six) {
    Evidence seen =
        Evidence.of("E a^2 of one layer", 0.356)
            .and("gated units in torch's table", 0)
            .and("six layers with the exact gain", six);
    return Ledger.claim("C08").orElseThrow().judge(seen).verdict();
  }

  @Test
  void theListingCouldHaveTakenANewActivation() {
    String outside = "activations of 2 outside the table that it takes";
    assertThat(verdict("C68", "std for ReLU over He's", 1, outside, 0)).isEqualTo(FAILS);
    assertThat(verdict("C68", "std for ReLU over He's", 1, outside, 2)).isEqualTo(HOLDS);
    assertThat(verdict("C68", "std for ReLU over He's", 2, outside, 0)).isEqualTo(UNSETTLED);
  }

  @Test
  void wavesAndScaledTanhCouldHaveKeptTheirSize() {
    String factor = "gradient's factor per layer";
    assertThat(verdict("U01", "RMS of z, layer 30", 0.893, factor, 1.2)).isEqualTo(RESTATED);
    assertThat(verdict("U01", "RMS of z, layer 30", 1, factor, 1)).isEqualTo(HOLDS);
    assertThat(verdict("U01", "RMS of z, layer 30", 0.5, factor, 1.2)).isEqualTo(UNSETTLED);
    assertThat(verdict("U03", "E a^2 of layer 1", 0.75, "of layer 30", 0.38, factor, 1))
        .isEqualTo(RESTATED);
    assertThat(verdict("U03", "E a^2 of layer 1", 1, "of layer 30", 1, factor, 1)).isEqualTo(HOLDS);
    assertThat(verdict("U03", "E a^2 of layer 1", 0.75, "of layer 30", 0.38, factor, 2))
        .isEqualTo(UNSETTLED);
  }

  @Test
  void lsuvCouldHaveMissedItsTolerance() {
    assertThat(lsuv(0.01, 1)).isEqualTo(RESTATED);
    assertThat(lsuv(0.5, 1)).isEqualTo(FAILS);
    assertThat(lsuv(0.01, 9)).isEqualTo(UNSETTLED);
    String most = "one batch: most rescalings of a layer";
    String content = "fresh batches: layers of 50 content with one";
    assertThat(verdict("T12", most, 1, content, 36)).isEqualTo(HOLDS);
    assertThat(verdict("T12", most, 9, content, 36)).isEqualTo(FAILS);
    assertThat(verdict("T12", most, 1, content, 3)).isEqualTo(UNSETTLED);
  }

  private static Verdict lsuv(double off, double fresh) {
    return verdict(
        "C52",
        "own batch: largest |Var z - 1| of 60 layers",
        off,
        "fresh batches, tanh: E z^2 of layer 20",
        fresh,
        "after ten rescalings: Var a of tanh",
        0.865);
  }
}
