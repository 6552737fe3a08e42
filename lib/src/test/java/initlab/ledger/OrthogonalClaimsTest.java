package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Interval;
import org.junit.jupiter.api.Test;

/** What other measurements would have said. */
class OrthogonalClaimsTest {

  @Test
  void normsCouldHaveBeenLost() {
    assertThat(norms(1, 5e-16)).isEqualTo(RESTATED);
    assertThat(norms(0.9, 5e-16)).isEqualTo(FAILS);
    assertThat(norms(1, 1)).isEqualTo(UNSETTLED);
  }

  private static Verdict norms(double linear, double relu) {
    return verdict(
        "C16",
        "linear: factor per layer",
        linear,
        "and backward",
        linear,
        "ReLU: E a^2 of layer 50, gain 1",
        relu,
        "gain sqrt(2)",
        0.6);
  }

  @Test
  void theTanhLoopCouldHaveFadedExponentially() {
    assertThat(loop(2)).isEqualTo(RESTATED);
    assertThat(loop(1e6)).isEqualTo(FAILS);
    assertThat(loop(10)).isEqualTo(UNSETTLED);
  }

  private static Verdict loop(double ratio) {
    Evidence seen =
        Evidence.of("orthogonal, linear: gradient after 200 steps", 1)
            .and("Gaussian, linear", new Interval(0.2, 1e7, 1e31))
            .and("100 steps over 200", ratio);
    return Ledger.claim("C17").orElseThrow().judge(seen).verdict();
  }

  @Test
  void theListingCouldHaveBeenRight() {
    assertThat(listing(3, 5, 1e-16)).isEqualTo(FAILS);
    assertThat(listing(5, 5, 1e-16)).isEqualTo(HOLDS);
    assertThat(listing(3, 5, 0.5)).isEqualTo(UNSETTLED);
  }

  private static Verdict listing(int first, int second, double distance) {
    return verdict(
        "C51",
        "columns that came of 5: first listing",
        first,
        "second listing",
        second,
        "its rows, distance from orthonormal",
        distance);
  }

  /** The first listing is right where rows are not fewer than columns, as its text says. */
  @Test
  void theListingsAreRun() {
    assertThat(QrListing.first(5, 3).numCols).isEqualTo(3);
    assertThat(QrListing.first(5, 3).data).containsExactly(QrListing.second(5, 3).data);
    assertThat(QrListing.second(3, 5).numRows).isEqualTo(3);
  }

  @Test
  void aGaussianProductCouldHaveBeenAsGood() {
    String gaussian = "condition number, Gaussian";
    String directions = "directions of 32 above 1 % of the largest";
    assertThat(verdict("T07", gaussian, 1e12, "orthogonal", 1, directions, 15)).isEqualTo(HOLDS);
    assertThat(verdict("T07", gaussian, 3, "orthogonal", 1, directions, 32)).isEqualTo(FAILS);
    assertThat(verdict("T07", gaussian, 1e12, "orthogonal", 9, directions, 15))
        .isEqualTo(UNSETTLED);
  }

  @Test
  void orthogonalNetsCouldHaveSlowedDown() {
    assertThat(times(9, 54)).isEqualTo(HOLDS);
    assertThat(times(90, 54)).isEqualTo(FAILS);
    assertThat(times(9, 9)).isEqualTo(UNSETTLED);
  }

  private static Verdict times(double orthogonal, double gaussian) {
    return verdict(
        "T10",
        "orthogonal: steps at depth 50",
        orthogonal,
        "at depth 3",
        9,
        "Gaussian: steps at depth 3",
        9,
        "Gaussian: at depth 15",
        gaussian);
  }

  @Test
  void mirroredWeightsCouldHaveFailed() {
    String mirrored = "mirrored weights (W, -W; -W, W)";
    assertThat(verdict("U05", "condition number, orthogonal", 1e9, mirrored, 1))
        .isEqualTo(RESTATED);
    assertThat(verdict("U05", "condition number, orthogonal", 1e9, mirrored, 50)).isEqualTo(HOLDS);
    assertThat(verdict("U05", "condition number, orthogonal", 2, mirrored, 1)).isEqualTo(UNSETTLED);
  }
}
