package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RankTest {

  @Test
  void rankCountsWhatStandsAboveTheTolerance() {
    assertThat(Rank.of(new DMatrixRMaj(3, 4))).isZero();
    assertThat(Rank.of(new DMatrixRMaj(new double[][] {{1, 1, 1}, {2, 2, 2}}))).isEqualTo(1);
    DMatrixRMaj nearly = new DMatrixRMaj(new double[][] {{1, 0}, {0, 1e-9}});
    assertThat(Rank.of(nearly)).isEqualTo(2);
    assertThat(Rank.of(nearly, 1e-8)).isEqualTo(1);
    assertThat(nearly.get(1, 1)).isEqualTo(1e-9);
  }

  @Test
  void whatIsNotFiniteHasNoRank() {
    DMatrixRMaj nan = new DMatrixRMaj(1, 1, true, Double.NaN);
    assertThatThrownBy(() -> Rank.of(nan)).hasMessageContaining("row 0, column 0 (from 0), is NaN");
    assertThatThrownBy(() -> Rank.of(nan, -1)).hasMessageContaining("tolerance is -1");
  }
}
