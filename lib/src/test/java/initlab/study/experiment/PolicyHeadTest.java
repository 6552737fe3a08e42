package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How even a policy's first choices are. */
class PolicyHeadTest {
  @Test
  void aTinyHeadChoosesAtRandomAndAHugeOneIsSure() {
    PolicyHead head = PolicyHead.of(4);
    assertThat(head.entropy(1e-6).median()).isCloseTo(Math.log(4), within(1e-9));
    assertThat(head.likeliest(1e-6).median()).isCloseTo(0.25, within(1e-5));
    assertThat(head.entropy(1e6).median()).isCloseTo(0, within(1e-3));
    assertThat(head.likeliest(1e6).median()).isCloseTo(1, within(1e-3));
  }

  /** To second order the entropy falls by Var(logits) (1 - 1 / actions) / 2: at small gains. */
  @Test
  void theEntropyFallsWithTheSquareOfASmallGain() {
    PolicyHead head = PolicyHead.of(3);
    double one = Math.log(3) - head.entropy(0.02).median();
    double two = Math.log(3) - head.entropy(0.04).median();
    assertThat(two / one).isCloseTo(4, within(0.02));
  }

  @Test
  void everyGainHasARow() {
    assertThat(PolicyHead.of(2).table(0.01, 1).toString()).contains("0.01", "likeliest", "entropy");
    assertThatThrownBy(() -> PolicyHead.of(1)).hasMessageContaining("the number of actions is 1");
    assertThatThrownBy(() -> PolicyHead.of(2).entropy(-1)).hasMessageContaining("gain is -1");
    assertThatThrownBy(() -> PolicyHead.of(2).table()).hasMessageContaining("the number of gains");
  }
}
