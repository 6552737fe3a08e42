package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Bits first, noise afterwards, and the bits again as targets. */
class MemoryDataTest {
  @Test
  void theFirstStepIsTheAnswer() {
    Dataset data = Data.memory(200, 5, 3, 0.1, 1);
    assertThat(data.x().numCols).isEqualTo(15);
    assertThat(data.y().numCols).isEqualTo(3);
    for (int i = 0; i < 200; i++) {
      for (int bit = 0; bit < 3; bit++) {
        assertThat(data.x().get(i, bit)).isEqualTo(2 * data.y().get(i, bit) - 1);
      }
    }
    // 600 fair bits have a share of ones within 0.5 +- 0.1, five standard deviations
    assertThat(Moments.of(data.y()).mean()).isCloseTo(0.5, within(0.1));
    var later = CommonOps_DDRM.extract(data.x(), 0, 200, 3, 15);
    assertThat(Moments.of(later).std()).isCloseTo(0.1, within(0.01));
    assertThat(data.name()).isEqualTo("3 bits for 5 steps");
  }

  @Test
  void withoutNoiseNothingFollows() {
    Dataset data = Data.memory(4, 3, 1, 0, 1);
    assertThat(data.x().get(2, 1)).isZero();
    assertThatThrownBy(() -> Data.memory(4, 0, 1, 0, 1)).hasMessageContaining("steps is 0");
    assertThatThrownBy(() -> Data.memory(4, 3, 0, 0, 1)).hasMessageContaining("bits is 0");
    assertThatThrownBy(() -> Data.memory(4, 3, 1, Double.NaN, 1))
        .hasMessageContaining("noise is NaN");
  }
}
