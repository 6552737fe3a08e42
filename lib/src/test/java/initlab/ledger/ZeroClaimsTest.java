package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other measurements would have said. */
class ZeroClaimsTest {

  @Test
  void neverLearningIsJudgedByAccuracy() {
    assertThat(zeros(1, 0.65)).isEqualTo(RESTATED);
    assertThat(zeros(1, 0.53)).isEqualTo(HOLDS);
    assertThat(zeros(2, 0.65)).isEqualTo(UNSETTLED);
  }

  private static Verdict zeros(int different, double sigmoid) {
    return verdict(
        "C09",
        "different neurons of 16, tanh",
        different,
        "sigmoid",
        1,
        "accuracy, tanh",
        0.53,
        "accuracy, sigmoid",
        sigmoid);
  }

  @Test
  void theOutputsBiasHasToLearn() {
    assertThat(byHand(1e-30, 0)).isEqualTo(RESTATED);
    assertThat(byHand(1, 0)).isEqualTo(HOLDS);
    assertThat(byHand(1e-30, 0.1)).isEqualTo(UNSETTLED);
  }

  private static Verdict byHand(double loss, double moved) {
    String weights = "E w^2 of the first layer with biases";
    return verdict("C56", "loss without biases", 1, "loss with biases", loss, weights, moved);
  }

  @Test
  void tiedNeuronsCouldHaveParted() {
    String most = "most different neurons of 16, any seed and look";
    assertThat(verdict("C47", most, 1, "largest rank of W1", 1)).isEqualTo(HOLDS);
    assertThat(verdict("C47", most, 2, "largest rank of W1", 2)).isEqualTo(FAILS);
    String zeros = "different neurons of 16, from zeros";
    assertThat(verdict("C70", zeros, 1, "from Xavier", 16)).isEqualTo(FAILS);
    assertThat(verdict("C70", zeros, 16, "from Xavier", 16)).isEqualTo(HOLDS);
    assertThat(verdict("C70", zeros, 1, "from Xavier", 3)).isEqualTo(UNSETTLED);
  }

  @Test
  void aZeroLayerCouldHaveStoodStill() {
    String last = "accuracy, last layer zero";
    assertThat(verdict("U07", last, 1, "both layers zero", 0.53)).isEqualTo(FAILS);
    assertThat(verdict("U07", last, 0.5, "both layers zero", 0.53)).isEqualTo(HOLDS);
    assertThat(verdict("U07", last, 1, "both layers zero", 1)).isEqualTo(UNSETTLED);
  }
}
