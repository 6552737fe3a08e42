package initlab.ledger;

import static initlab.ledger.MadeUp.verdict;
import static initlab.ledger.Verdict.FAILS;
import static initlab.ledger.Verdict.HOLDS;
import static initlab.ledger.Verdict.RESTATED;
import static initlab.ledger.Verdict.UNSETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Interval;
import org.junit.jupiter.api.Test;

/** What other measurements would have said, of lesson 11. */
class EndsClaimsTest {

  @Test
  void bothTablesCouldHaveBeenOne() {
    assertThat(tables(2.89, 0.07, 54, 0.5)).isEqualTo(RESTATED);
    assertThat(tables(1, 0.07, 54, 9)).isEqualTo(HOLDS);
    assertThat(tables(2.89, 3, 54, 0.5)).isEqualTo(UNSETTLED);
  }

  private static Verdict tables(double ratio, double uniform, double normal, double untied) {
    return verdict(
        "C22",
        "std of U(-0.1, 0.1) over 0.02",
        ratio,
        "tied, U(-0.1, 0.1): loss above ln V",
        uniform,
        "tied, N(0, 0.02^2)",
        -0.05,
        "tied, N(0, 1)",
        normal,
        "untied, N(0, 1)",
        untied);
  }

  @Test
  void aSecondDrawCouldHaveDoneHarm() {
    assertThat(twice(1, 0.0722, 0.3)).isEqualTo(RESTATED);
    assertThat(twice(1, 1, 54)).isEqualTo(HOLDS);
    assertThat(twice(2, 1, 54)).isEqualTo(FAILS);
    assertThat(twice(1, 1, 5)).isEqualTo(UNSETTLED);
  }

  private static Verdict twice(int tables, double std, double after) {
    return verdict(
        "C27",
        "tables of the tied net",
        tables,
        "std after both",
        std,
        "loss after both, above ln V",
        after,
        "loss after N(0, 1) alone, above ln V",
        54);
  }

  @Test
  void layerZeroCouldHaveBeenStandard() {
    assertThat(layerZero(1.41, 0.58, 1)).isEqualTo(RESTATED);
    assertThat(layerZero(1, 1, 1)).isEqualTo(HOLDS);
    assertThat(layerZero(1.41, 0.58, 0.6)).isEqualTo(UNSETTLED);
  }

  private static Verdict layerZero(double he, double torch, double accuracy) {
    return verdict(
        "C29",
        "He: RMS of z",
        he,
        "PyTorch's default",
        torch,
        "He: accuracy at the end",
        accuracy,
        "PyTorch: accuracy at the end",
        accuracy);
  }

  @Test
  void aSteadyFallCouldHaveMeantHealth() {
    assertThat(fall(9, 1.05, 0.9)).isEqualTo(RESTATED);
    assertThat(fall(9, 3, 0.9)).isEqualTo(HOLDS);
    assertThat(fall(9, 1.05, 2)).isEqualTo(HOLDS);
    assertThat(fall(2, 1.05, 0.9)).isEqualTo(UNSETTLED);
  }

  private static Verdict fall(double zero, double prior, double end) {
    return verdict(
        "C31",
        "bias 0: loss at step 0 over step 10",
        zero,
        "prior: loss at step 0 over step 10",
        prior,
        "at the end: prior over bias 0",
        end);
  }

  @Test
  void thePriorCouldHaveHelpedToTheEndOrNotAtAll() {
    assertThat(prior(12, 0.045)).isEqualTo(RESTATED);
    assertThat(prior(12, 0.01)).isEqualTo(HOLDS);
    assertThat(prior(1, 0.05)).isEqualTo(FAILS);
    assertThat(prior(3, 0.05)).isEqualTo(UNSETTLED);
    assertThat(prior(12, 0.055)).isEqualTo(UNSETTLED);
  }

  private static Verdict prior(double start, double end) {
    Evidence seen =
        Evidence.of("step 0: bias 0 over prior", start)
            .and("at the end, bias 0", new Interval(0.03, 0.045, 0.06))
            .and("at the end, prior", new Interval(end - 0.01, end, end + 0.01));
    return Ledger.claim("U10").orElseThrow().judge(seen).verdict();
  }

  @Test
  void aLargeHeadCouldHaveEndedLower() {
    assertThat(head(0.71, 4, 0.99)).isEqualTo(RESTATED);
    assertThat(head(0.71, 4, 0.8)).isEqualTo(HOLDS);
    assertThat(head(0.71, 1, 0.99)).isEqualTo(UNSETTLED);
  }

  private static Verdict head(double small, double large, double accuracy) {
    return verdict(
        "C41",
        "std 0.02: loss at step 0",
        small,
        "zeros",
        0.69,
        "PyTorch's default",
        0.9,
        "std 1",
        large,
        "std 0.02: accuracy at the end",
        0.99,
        "zeros: accuracy at the end",
        0.98,
        "PyTorch's default: accuracy at the end",
        0.99,
        "std 1: accuracy at the end",
        accuracy);
  }
}
