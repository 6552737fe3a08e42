package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import org.junit.jupiter.api.Test;

/** Sums of diagonals over draws. */
class TracesTest {
  @Test
  void theTraceIsTheSumOfTheDiagonal() {
    assertThat(Traces.of(5).of(Init.constant(2)).mean()).isCloseTo(10, within(1e-12));
    assertThat(Traces.of(5).of(Init.identity()).variance()).isCloseTo(0, within(1e-12));
    assertThat(Traces.of(5).largestFirst(Init.constant(2))).isEqualTo(2);
  }

  /** Mean 0 and variance 1: 400 draws, five standard errors (0.05 and 0.07), one in a million. */
  @Test
  void ofAHaarMatrixItIsNearlyStandardNormal() {
    var traces = Traces.of(8).of(Init.orthogonal());
    assertThat(traces.mean()).isCloseTo(0, within(0.25));
    assertThat(traces.variance()).isCloseTo(1, within(0.36));
    assertThat(Traces.of(8).of(Init.orthogonal().withoutSignFix()).mean()).isLessThan(-1);
  }

  @Test
  void everyRuleHasARow() {
    String words = Traces.of(3).compare(Init.zeros()).compare(Init.ones()).plot().text();
    assertThat(words).contains("3 x 3, 400 draws", "zeros: 400 values, 5-50-95 % at 0, 0, 0");
    assertThat(words).contains("5-50-95 % at 3, 3, 3");
    assertThatThrownBy(() -> Traces.of(0)).hasMessageContaining("width is 0");
    assertThatThrownBy(() -> Traces.of(3).plot()).hasMessageContaining("the number of rules");
  }
}
