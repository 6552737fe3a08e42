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
