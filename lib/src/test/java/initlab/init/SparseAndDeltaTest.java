package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that are zero in most places: which, how many, and what the others are. */
class SparseAndDeltaTest {

  /** ceil(sparsity rows) of each column; 0.3 of 10 is 3, though 0.3 * 10 is more in binary. */
  @ParameterizedTest
  @CsvSource({"0.3, 10, 3", "0.31, 10, 4", "0.01, 10, 1", "0, 10, 0", "1, 7, 7", "0.5, 5, 3"})
  void zerosInEachColumn(double sparsity, int rows, int zeros) {
    Sparse rule = Init.sparse(sparsity, 2);
    WeightShape shape = WeightShape.dense(rows, 40);
    DMatrixRMaj w = rule.draw(shape, RandomStreams.layer(1, 1));
    for (int col = 0; col < 40; col++) {
      assertThat(zeros(w, 0, rows, col, col + 1)).isEqualTo(zeros);
    }
    assertThat(rule.lawOf(shape).std())
        .isCloseTo(2 * Math.sqrt(1 - zeros / (double) rows), within(1e-15));
  }

  private static int zeros(DMatrixRMaj w, int fromRow, int toRow, int fromCol, int toCol) {
    int zeros = 0;
    for (int row = fromRow; row < toRow; row++) {
      for (int col = fromCol; col < toCol; col++) {
        zeros += w.get(row, col) == 0 ? 1 : 0;
      }
    }
    return zeros;
  }

  /**
   * Three of ten in each of 1000 columns: a row has 300, give or take 6 sqrt(1000 0.3 0.7) = 87, a
   * false alarm in 5 million runs of ten rows; none at this seed.
   */
  @Test
  void anyRowIsAsLikelyToHoldAZero() {
    DMatrixRMaj w =
        Init.sparse(0.3, 2).draw(WeightShape.dense(10, 1000), RandomStreams.layer(1, 1));
    for (int row = 0; row < 10; row++) {
      assertThat(zeros(w, row, row + 1, 0, 1000)).isBetween(300 - 87, 300 + 87);
    }
    assertThat(w.get(0, 0) == 0 && w.get(1, 0) == 0 && w.get(2, 0) == 0).isFalse();
  }

  @Test
  void theWeightsThatStayAreThoseOfAPlainNormal() {
    WeightShape shape = WeightShape.dense(20, 30);
    DMatrixRMaj w = Init.sparse(0.4, 3).draw(shape, RandomStreams.layer(2, 1));
    DMatrixRMaj normal = Init.normal(3).draw(shape, RandomStreams.layer(2, 1));
    for (int i = 0; i < shape.size(); i++) {
      assertThat(w.data[i]).isIn(0.0, normal.data[i]);
    }
  }

  /** Two groups of one kernel are drawn one after the other: neither is the other's copy. */
  @Test
  void eachGroupHasAMatrixOfItsOwn() {
    WeightShape shape = WeightShape.conv(3, 3, 4, 6).groups(2);
    ConvKernel k = shape.kernel();
    DMatrixRMaj w = Init.deltaOrthogonal(2).draw(shape, RandomStreams.layer(1, 1));
    for (int i = 0; i < 2; i++) {
      for (int o = 0; o < 3; o++) {
        assertThat(w.data[k.index(4, i, o)]).isNotZero().isNotEqualTo(w.data[k.index(4, i, o + 3)]);
      }
    }
  }

  /** std over the kernel is gain / sqrt(taps outputs of a group), no entry larger than gain. */
  @Test
  void theLawOfADeltaOrthogonalKernelCountsItsGroups() {
    Law law = Init.deltaOrthogonal(2).lawOf(WeightShape.conv(3, 5, 4, 6).groups(2));
    assertThat(law.std()).isCloseTo(2 / Math.sqrt(15 * 3), within(1e-15));
    assertThat(law.bounds()).isEqualTo("+-2");
    assertThat(law.mean()).isZero();
  }

  /** Of 6 outputs in 3 groups of 2, each takes the group's two first inputs: six ones of 216. */
  @Test
  void theLawOfADiracCountsItsOnes() {
    Law law = Init.dirac(3).lawOf(WeightShape.conv(3, 3, 4, 6));
    assertThat(law.mean()).isEqualTo(6.0 / 216);
    assertThat(law.std()).isCloseTo(Math.sqrt(6.0 / 216 * 210 / 216), within(1e-15));
    assertThat(law.formula()).isEqualTo("W = 1 in the middle, from channel i to i");
    assertThat(law.bounds()).isEqualTo("[0, 1]");
  }
}
