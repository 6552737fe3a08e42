package initlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementsTest {
  private static final Claim CLAIM =
      Claim.of("C01", "it grows < 2", Source.SERIES, Source.HE)
          .tried("100 wide")
          .measured(() -> Evidence.of("factor", 2))
          .restated("it grows twofold", seen -> seen.at("factor") == 2);

  private static final Judgements TABLE = new Judgements("Claims", List.of(CLAIM.judge()));

  @Test
  void theTableHasARowAClaimAndWraps() {
    String html = TABLE.display().get("text/html");
    assertThat(html)
        .contains("<b>Claims</b>", "what is said", "tried on", "put right")
        .contains("C01 \u201Cit grows &lt; 2\u201D", "factor: 2", "100 wide", "it grows twofold")
        .contains("<a href=\"https://arxiv.org/abs/1502.01852\">He et al. 2015</a>")
        .contains("white-space:normal")
        .doesNotContain("nowrap");
    assertThat(html.split("<tr>", -1)).hasSize(3);
  }

  @Test
  void asTextItIsTheCards() {
    assertThat(TABLE.text()).isEqualTo("Claims\n" + CLAIM.judge());
    assertThat(new Judgements("", TABLE.rows()).text()).isEqualTo(CLAIM.judge().toString());
  }
}
