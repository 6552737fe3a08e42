package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BaseSeedWordsTest {
  @Test
  void aBaseSeedIsAnyWholeNumberAndNoneIsZero() {
    assertThat(BaseSeed.parsed(null)).isZero();
    assertThat(BaseSeed.parsed("1000")).isEqualTo(1000);
    assertThat(BaseSeed.parsed(" -7 ")).isEqualTo(-7);
    assertThat(BaseSeed.parsed("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(BaseSeed.get()).isEqualTo(BaseSeed.parsed(System.getProperty("initlab.seed")));
  }

  @Test
  void whatIsNoWholeNumberIsRefusedWithTheWayToGiveOne() {
    for (String text : new String[] {"1.5", "", "1e3", "one"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> BaseSeed.parsed(text))
          .withMessage(
              "the property initlab.seed is \""
                  + text
                  + "\"; it must be a whole number. Start Java with -Dinitlab.seed=1000, or without"
                  + " it for the usual seeds.");
    }
  }
}
