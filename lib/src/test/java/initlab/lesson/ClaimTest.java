package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.lesson.Claim.Verdict;
import initlab.math.Interval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Claim GROWTH = Claim.of("C45", "S3", "variance 1e10 at layer 5");

  @BeforeEach
  void open() {
    Lesson.open("02");
  }

  @Test
  void aVerdictStandsBesideClaimSourceAndMeasurement() {
    assertThat(GROWTH.found("variance of layer 5", 1.04e10, 0.9e10, 1.2e10).holds(true))
        .hasToString(
            "C45 holds: \"variance 1e10 at layer 5\" (Deep Learning Series: Weight"
                + " initialization)\n  measured: variance of layer 5: 1.04e10"
                + " (9e9 to 1.2e10)");
  }

  @Test
  void anIntervalIsFoundAsItsThreeNumbers() {
    assertThat(GROWTH.found("E a^2", new Interval(0.15, 0.653, 2.9)).findings())
        .isEqualTo(GROWTH.found("E a^2", 0.653, 0.15, 2.9).findings())
        .containsExactly("E a^2: 0.653 (0.15 to 2.9)");
  }

  @Test
  void judgingFollowsTheMeasurement() {
    assertThat(GROWTH.judge(true).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(GROWTH.judge(false, "it is 3").text()).contains("C45 fails", "measured: it is 3");
  }

  @Test
  void noVerdictIsPrintedAgainstItsMeasurement() {
    assertThat(GROWTH.holds(false).verdict()).isEqualTo(Verdict.UNSETTLED);
    assertThat(GROWTH.holdsRestated("for means", false).verdict()).isEqualTo(Verdict.UNSETTLED);
    assertThat(GROWTH.fails("it shrinks", Double.NaN > 1).text())
        .startsWith("C45 not settled")
        .doesNotContain("it shrinks");
  }

  @Test
  void restatementRightStatementAndReasonAreSaid() {
    assertThat(GROWTH.holdsRestated("for means", true).text()).contains("restated: for means");
    assertThat(GROWTH.fails("it is 1e9", true).text()).contains("instead: it is 1e9");
    assertThat(GROWTH.notTested("too dear").text()).contains("not tested here", "because: too");
  }

  /** Each verdict: its words, its colour, and the word that leads to its reason. */
  @Test
  void everyVerdictHasItsWordsItsColourAndItsLead() {
    said(GROWTH, "open", "#7f8c9b", "");
    said(GROWTH.holds(true), "holds", "#2e9e5b", "");
    said(GROWTH.judge(true), "holds", "#2e9e5b", "");
    said(GROWTH.judge(false), "fails", "#d2691e", "");
    said(GROWTH.holdsRestated("so", true), "holds when restated", "#2b7bba", "restated: so");
    said(GROWTH.fails("so", true), "fails", "#d2691e", "instead: so");
    said(GROWTH.notTested("so"), "not tested here", "#7f8c9b", "because: so");
    String unsettled = "because: this run does not measure what the verdict \"%s\" needs";
    said(GROWTH.holds(false), "not settled", "#c0392b", unsettled, "holds");
    said(GROWTH.fails("so", false), "not settled", "#c0392b", unsettled, "fails");
    said(
        GROWTH.holdsRestated("so", false),
        "not settled",
        "#c0392b",
        unsettled,
        "holds when restated");
  }

  private static void said(Claim claim, String label, String colour, String why, String... of) {
    String reason = of.length == 0 ? why : why.replace("%s", of[0]);
    assertThat(claim)
        .hasToString(
            "C45 "
                + label
                + ": \"variance 1e10 at layer 5\" (Deep Learning Series: Weight initialization)"
                + (reason.isEmpty() ? "" : "\n  " + reason));
    assertThat(claim.display().get("text/plain")).isEqualTo(claim.toString());
    assertThat(claim.display().get("text/html"))
        .isEqualTo(
            "<div style=\"border-left:4px solid "
                + colour
                + ";padding-left:0.6em\"><b style=\"color:"
                + colour
                + "\">C45 "
                + label
                + "</b> \u201cvariance 1e10 at layer 5\u201d <i>(Deep Learning Series: Weight"
                + " initialization)</i>"
                + (reason.isEmpty() ? "" : "<br>" + reason)
                + "</div>");
  }

  @Test
  void findingsStandInTheirOrder() {
    Claim found = GROWTH.found("E a^2", 1234).found("so it grows").found("g", 1, 0.5, 2);
    assertThat(found.findings()).containsExactly("E a^2: 1234", "so it grows", "g: 1 (0.5 to 2)");
    assertThat(found.judge(true).text().lines().skip(1))
        .containsExactly(
            "  measured: E a^2: 1234", "  measured: so it grows", "  measured: g: 1 (0.5 to 2)");
    assertThat(GROWTH.findings()).isEmpty();
  }

  @Test
  void severalSourcesAreNamedByTheirTitles() {
    assertThat(Claim.of("C09", "S1, S4", "x").source())
        .isEqualTo("Weight Initialization (reference), Where the rule pile starts");
    assertThat(Claim.of("T01", "UvA tutorial 4", "x").source()).isEqualTo("UvA tutorial 4");
  }

  @Test
  void htmlIsEscaped() {
    assertThat(Claim.of("C01", "S0", "a < b").judge(true).display().get("text/html"))
        .contains("a &lt; b", "C01 holds");
  }

  @Test
  void theLessonCollectsVerdictsOnceEach() {
    GROWTH.judge(false);
    GROWTH.judge(true);
    Claim.of("C01", "S0", "it grows").notTested("later");
    assertThat(Lesson.claims().text().lines().skip(1))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("C01") && line.endsWith("not tested here"))
        .anyMatch(line -> line.startsWith("C45") && line.endsWith("holds"));
  }
}
