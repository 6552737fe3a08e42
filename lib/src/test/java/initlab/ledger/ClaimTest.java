package initlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import initlab.math.Interval;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Claim GROWTH =
      Claim.of("C45", "variance < 1e10 & more", Source.HE, Source.SERIES)
          .tried("100 wide")
          .measured(() -> Evidence.of("E a^2", new Interval(1, 2, 3)))
          .holds(seen -> seen.at("E a^2") > 1)
          .fails("it falls", seen -> seen.at("E a^2") < 0.1);

  @Test
  void measuringDecides() {
    assertThat(GROWTH.judge().verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void otherEvidenceGivesAnotherVerdict() {
    assertThat(GROWTH.judge(Evidence.of("E a^2", 0.01)).verdict()).isEqualTo(Verdict.FAILS);
    assertThat(GROWTH.judge(Evidence.of("E a^2", 0.01)).right()).isEqualTo("it falls");
  }

  @Test
  void evidenceThatMeetsNoConditionSettlesNothing() {
    for (double value : new double[] {0.5, Double.NaN}) {
      Judged judged = GROWTH.judge(Evidence.of("E a^2", value));
      assertThat(judged.verdict()).isEqualTo(Verdict.UNSETTLED);
      assertThat(judged.right()).contains("[holds, fails]").doesNotContain("it falls");
    }
  }

  @Test
  void theFirstConditionThatIsMetDecides() {
    Claim both = GROWTH.restated("in other words", seen -> true);
    assertThat(both.judge().verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(both.judge(Evidence.of("E a^2", 0.5)).verdict()).isEqualTo(Verdict.RESTATED);
  }

  @Test
  void theCardSaysClaimSourceEvidenceAndRange() {
    assertThat(GROWTH.judge())
        .hasToString(
            "C45 holds: \"variance < 1e10 & more\" (He et al. 2015, "
                + Source.SERIES.title()
                + ")\n  measured: E a^2: 2 (1 to 3)\n  tried on: 100 wide");
  }

  @Test
  void theCardInHtmlIsEscapedAndLinked() {
    String html = GROWTH.judge(Evidence.of("E a^2", 0.01)).display().get("text/html");
    assertThat(html)
        .contains("variance &lt; 1e10 &amp; more", "<a href=\"https://arxiv.org/abs/1502.01852\">")
        .contains(Verdict.FAILS.colour(), "instead: it falls");
  }

  @Test
  void whatIsNotMeasuredCannotBeJudged() {
    Claim bare = Claim.of("C99", "x", Source.HE);
    assertThatIllegalStateException().isThrownBy(bare::judge).withMessageContaining("C99");
    assertThatIllegalArgumentException().isThrownBy(() -> Claim.of("C99", "nobody says it"));
  }
}
