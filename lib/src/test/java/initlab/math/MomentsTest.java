package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void areTheFormulas() {
    Moments m = Moments.of(1, 2, 6);
    assertThat(m.mean()).isEqualTo(3);
    assertThat(m.variance()).isEqualTo(14.0 / 3);
    assertThat(m.secondMoment()).isEqualTo(41.0 / 3);
    assertThat(m.count()).isEqualTo(3);
  }

  @Test
  void aSmallVarianceOnALargeMeanIsKept() {
    assertThat(Moments.of(1e9 + 1, 1e9 - 1).variance()).isEqualTo(1);
  }

  @Test
  void onlyTheEntriesOfAReshapedMatrixCount() {
    DMatrixRMaj m = new DMatrixRMaj(new double[][] {{5, 5}, {5, 5}});
    m.reshape(1, 1);
    assertThat(Moments.of(m).count()).isEqualTo(1);
  }

  @Test
  void overflowAndNanAreShownAsSuch() {
    assertThat(Moments.of(1e200, 1e200).secondMoment()).isInfinite();
    assertThat(Moments.of(1, Double.NaN).mean()).isNaN();
    assertThatThrownBy(Moments::of).hasMessageContaining("number of values is 0");
  }
}
