package initlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.math.Interval;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Evidence SEEN =
      Evidence.of("layer 10", new Interval(0.15, 0.653, 2.9)).and("theory", 0.66);

  @Test
  void numbersStandInTheirOrderWithTheirEnds() {
    assertThat(SEEN).hasToString("layer 10: 0.653 (0.15 to 2.9); theory: 0.66");
  }

  @Test
  void aNumberIsFoundByItsName() {
    assertThat(SEEN.at("layer 10")).isEqualTo(0.653);
    assertThat(SEEN.low("layer 10")).isEqualTo(0.15);
    assertThat(SEEN.high("layer 10")).isEqualTo(2.9);
    assertThat(SEEN.at("theory")).isEqualTo(SEEN.low("theory")).isEqualTo(0.66);
  }

  @Test
  void aNameIsGivenOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SEEN.and("theory", 1))
        .withMessageContaining("theory");
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SEEN.at("layer 9"))
        .withMessageContaining("[layer 10, theory]");
  }

  @Test
  void moreEvidenceLeavesTheFirstAsItWas() {
    Evidence one = Evidence.of("a", 1);
    one.and("b", 2);
    assertThat(one).hasToString("a: 1");
  }
}
