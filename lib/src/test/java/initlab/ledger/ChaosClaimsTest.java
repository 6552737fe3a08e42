package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What other measurements would have said, of lesson 08. */
class ChaosClaimsTest {

  @Test
  void sixDepthScalesCouldHaveHeldOnOneSideOnly() {
    assertThat(depth(0.9, 0.53, 0.9, 0.57)).isEqualTo(HOLDS);
    assertThat(depth(0.9, 0.53, 0.55, 0.57)).isEqualTo(RESTATED);
    assertThat(depth(0.9, 0.95, 0.9, 0.57)).isEqualTo(FAILS);
    assertThat(depth(0.9, 0.53, 0.9, 0.95)).isEqualTo(UNSETTLED);
    assertThat(depth(0.5, 0.53, 0.9, 0.57)).isEqualTo(UNSETTLED);
  }

  private static Verdict depth(double shallow, double deep, double wild, double wilder) {
    return verdict(
        "U13",
        "sigma_w 0.9: accuracy in training, 8 layers",
        shallow,
        "28 layers",
        deep,
        "sigma_w 3: 16 layers",
        wild,
        "40 layers",
        wilder);
  }

  @Test
  void aPathCouldHaveStoppedGrowing() {
    assertThat(path(2.4, 2.4, 0.24)).isEqualTo(HOLDS);
    assertThat(path(2.4, 1, 0.24)).isEqualTo(FAILS);
    assertThat(path(2.4, 2.4, 2)).isEqualTo(UNSETTLED);
  }

  private static Verdict path(double first, double second, double ordered) {
    return verdict(
        "U14",
        "sigma_w 3: length of layer 5 over layer 2",
        first,
        "layer 8 over layer 5",
        second,
        "sigma_w 0.9: layer 8 over layer 2",
        ordered);
  }

  @Test
  void orthogonalWeightsCouldHaveBeenNoIsometry() {
    assertThat(isometry(1.7, 7, 5800)).isEqualTo(HOLDS);
    assertThat(isometry(5800, 7, 5800)).isEqualTo(FAILS);
    assertThat(isometry(1.7, 30, 5800)).isEqualTo(UNSETTLED);
  }

  private static Verdict isometry(double small, double gaussian, double condition) {
    return verdict(
        "U15",
        "inputs of 0.1, orthogonal: largest over smallest",
        small,
        "directions of 32 above 1 % of the largest, Gaussian",
        gaussian,
        "inputs of 1, orthogonal: largest over smallest",
        condition,
        "directions, orthogonal",
        30);
  }

  @Test
  void heCouldHaveDoneAsWell() {
    assertThat(mirrored(0, 0.08, 0.65)).isEqualTo(HOLDS);
    assertThat(mirrored(0, 0.08, 0.05)).isEqualTo(FAILS);
    assertThat(mirrored(0.5, 0.08, 0.65)).isEqualTo(UNSETTLED);
  }

  private static Verdict mirrored(double cosine, double loss, double he) {
    return verdict(
        "U16",
        "cosine at layer 50, mirrored",
        cosine,
        "He",
        0.99,
        "loss after training, mirrored",
        loss,
        "loss, He",
        he);
  }
}
