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

  /**
   * The tolerance is a share of the largest singular value: the unit of the entries is no matter.
   */
  @Test
  void rankDoesNotChangeWithTheUnit() {
    for (double unit : new double[] {1e-9, 1e-3, 1e3, 1e9}) {
      DMatrixRMaj m = new DMatrixRMaj(new double[][] {{3 * unit, 0}, {0, 1e-7 * unit}});
      assertThat(Rank.of(m)).isEqualTo(2);
      assertThat(Rank.of(m, 1e-7)).isEqualTo(1);
      assertThat(Rank.of(m, 1e-8)).isEqualTo(2);
    }
    assertThat(Rank.of(new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}}), 1)).isZero();
  }

  /** max(rows, cols) 2^-52, whichever side is the longer: 8.9e-16 for 4. */
  @Test
  void roundingGrowsWithTheLongerSide() {
    for (int[] sides : new int[][] {{4, 2}, {2, 4}}) {
      DMatrixRMaj m = new DMatrixRMaj(sides[0], sides[1]);
      m.set(0, 0, 1);
      m.set(1, 1, 1e-15);
      assertThat(Rank.of(m)).isEqualTo(2);
      m.set(1, 1, 8e-16);
      assertThat(Rank.of(m)).isEqualTo(1);
    }
  }

  @Test
  void whatIsNotFiniteHasNoRank() {
    DMatrixRMaj nan = new DMatrixRMaj(1, 1, true, Double.NaN);
    assertThatThrownBy(() -> Rank.of(nan)).hasMessageContaining("row 0, column 0 (from 0), is NaN");
    assertThatThrownBy(() -> Rank.of(nan, -1)).hasMessageContaining("tolerance is -1");
  }
}
