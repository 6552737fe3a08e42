package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other measurements would have said, of lesson 10. */
class BlockClaimsTest {
  private static final double LOST = Double.POSITIVE_INFINITY;

  @Test
  void depthCouldHaveAccumulatedInGptsRule() {
    assertThat(gpt(7.8, 7.7, 86, 334)).isEqualTo(HOLDS);
    assertThat(gpt(7.8, 30, 86, 334)).isEqualTo(FAILS);
    assertThat(gpt(7.8, 7.7, 86, 90)).isEqualTo(UNSETTLED);
  }

  private static Verdict gpt(double six, double more, double six2, double more2) {
    return verdict(
        "C24",
        "6 blocks, GPT-2",
        six,
        "24 blocks, GPT-2",
        more,
        "6 blocks, 0.02",
        six2,
        "24 blocks, 0.02",
        more2);
  }

  @Test
  void theStreamCouldHaveKeptItsSize() {
    assertThat(stream(7.8, 282, 282, 9423)).isEqualTo(RESTATED);
    assertThat(stream(1.1, 2, 2, 2)).isEqualTo(HOLDS);
    assertThat(stream(7.8, 282, 1128, 9423)).isEqualTo(UNSETTLED);
  }

  private static Verdict stream(double small, double usual, double deep, double wide) {
    return verdict(
        "U06",
        "128 wide, 12 blocks",
        small,
        "768 wide, 12 blocks",
        usual,
        "768 wide, 48 blocks",
        deep,
        "4096 wide, 32 blocks",
        wide);
  }

  @Test
  void theLawsCouldHaveHadTheStdOfTheText() {
    String uniform = "std of U(-0.02, 0.02)";
    String bert = "std of BERT's law";
    String gpt = "std of GPT-2's law";
    assertThat(verdict("C25", uniform, 0.0115, bert, 0.0176, gpt, 0.02)).isEqualTo(RESTATED);
    assertThat(verdict("C25", uniform, 0.02, bert, 0.02, gpt, 0.02)).isEqualTo(HOLDS);
    assertThat(verdict("C25", uniform, 1, bert, 1, gpt, 1)).isEqualTo(UNSETTLED);
  }

  @Test
  void oneOfTheRootsCouldHaveGrownWithDepth() {
    assertThat(roots(1.7, 1.7, 2.4, 2.4)).isEqualTo(RESTATED);
    assertThat(roots(1.7, 1.7, 2.4, 9)).isEqualTo(FAILS);
    assertThat(roots(1.7, 1.7, 2.4, 4)).isEqualTo(UNSETTLED);
  }

  private static Verdict roots(double two6, double two24, double one6, double one24) {
    return verdict(
        "C72",
        "sqrt(2N), 6 blocks",
        two6,
        "sqrt(2N), 24 blocks",
        two24,
        "sqrt(N), 6 blocks",
        one6,
        "sqrt(N), 24 blocks",
        one24);
  }

  @Test
  void outputWeightsCouldHaveHeldTheScores() {
    assertThat(scores(1, 1, 16)).isEqualTo(FAILS);
    assertThat(scores(0.25, 1, 16)).isEqualTo(HOLDS);
    assertThat(scores(1, 1, 2)).isEqualTo(UNSETTLED);
  }

  private static Verdict scores(double one, double two, double unscaled) {
    return verdict(
        "C26",
        "layer 1, divided over not",
        one,
        "layer 2, divided over not",
        two,
        "without 1/sqrt(16)",
        unscaled);
  }

  @Test
  void theRaceOfBranchesCouldHaveGoneTheOtherWay() {
    assertThat(race("C34", LOST, LOST, 0.15, 0.38, 0.25)).isEqualTo(FAILS);
    assertThat(race("C34", 0.3, 0.1, 0.3, 0.3, 0.3)).isEqualTo(HOLDS);
    assertThat(race("C53", LOST, LOST, 0.15, 0.38, 0.25)).isEqualTo(HOLDS);
    assertThat(race("C53", 0.1, 0.1, 0.1, 0.7, 0.1)).isEqualTo(FAILS);
  }

  private static Verdict race(
      String id, double he, double larger, double xavier, double zero, double root) {
    return raceWithNorms(id, he, larger, xavier, zero, root, 0, 0, 0);
  }

  @Test
  void theRaceWithNormsCouldHaveGoneTheOtherWay() {
    assertThat(middle(LOST, 0.1, 0.1, 0.1)).isEqualTo(RESTATED);
    assertThat(middle(LOST, LOST, LOST, 0.1)).isEqualTo(FAILS);
    assertThat(middle(LOST, 0.1, 0.1, LOST)).isEqualTo(UNSETTLED);
    assertThat(middle(0.3, 0.3, 0.3, 0.3)).isEqualTo(HOLDS);
    assertThat(changed("C63", LOST, 0.1, 0.1)).isEqualTo(FAILS);
    assertThat(changed("C63", LOST, 0.1, LOST)).isEqualTo(HOLDS);
    assertThat(changed("C63", LOST, LOST, LOST)).isEqualTo(UNSETTLED);
    assertThat(changed("C80", LOST, 0.1, 0.1)).isEqualTo(FAILS);
    assertThat(changed("C80", 0.1, 0.1, 0.1)).isEqualTo(HOLDS);
    assertThat(changed("C80", LOST, LOST, LOST)).isEqualTo(UNSETTLED);
  }

  private static Verdict middle(double he, double normHe, double normXavier, double normZero) {
    return raceWithNorms("C28", he, LOST, 0.15, 0.3, 0.25, normHe, normXavier, normZero);
  }

  private static Verdict changed(String id, double he, double normHe, double normXavier) {
    return raceWithNorms(id, he, LOST, 0.15, 0.3, 0.25, normHe, normXavier, 0.1);
  }

  private static Verdict raceWithNorms(String id, double... losses) {
    return verdict(
        id,
        "loss at the end, He",
        losses[0],
        "He x sqrt(2)",
        losses[1],
        "Xavier",
        losses[2],
        "He, last of each branch 0",
        losses[3],
        "He, last of each branch / sqrt(20)",
        losses[4],
        "norm first, He",
        losses[5],
        "norm first, Xavier",
        losses[6],
        "norm first, last of each branch 0",
        losses[7]);
  }

  @Test
  void aSmallTransformerCouldHaveDiverged() {
    assertThat(pretraining(2, 1.8)).isEqualTo(RESTATED);
    assertThat(pretraining(2, LOST)).isEqualTo(HOLDS);
    assertThat(pretraining(2, 2.7)).isEqualTo(UNSETTLED);
  }

  private static Verdict pretraining(double small, double fanIn) {
    return verdict("C79", "0.02", small, "1/sqrt(fan_in)", fanIn, "frequencies alone", 2.36);
  }

  @Test
  void loraCouldHaveChangedItsBase() {
    String differ = "of 6,400 outputs differ";
    String drawn = "with both factors drawn";
    assertThat(verdict("C42", differ, 0, drawn, 4200)).isEqualTo(HOLDS);
    assertThat(verdict("C42", differ, 3, drawn, 4200)).isEqualTo(FAILS);
    assertThat(verdict("C42", differ, 0, drawn, 0)).isEqualTo(UNSETTLED);
  }

  @Test
  void loraFactorsCouldHaveBeenAlike() {
    String a = "along the gradient, A drawn";
    String b = "along it, B drawn";
    assertThat(verdict("U04", a, 3.6, b, 401)).isEqualTo(RESTATED);
    assertThat(verdict("U04", a, 4, b, 4)).isEqualTo(HOLDS);
    assertThat(verdict("U04", a, 4, b, 40)).isEqualTo(UNSETTLED);
  }
}
