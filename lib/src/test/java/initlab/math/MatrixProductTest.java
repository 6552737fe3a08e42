package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two products agree to 1e-12 of the norm. */
class MatrixProductTest {
  private final java.util.Random random = new java.util.Random(1);
  private final MatrixProduct fast = MatrixProduct.fastest();
  private final MatrixProduct plain = MatrixProduct.plain();

  @ParameterizedTest
  @CsvSource({"1,1,1", "3,2,5", "16,16,17", "64,256,256", "256,64,100", "1,300,300"})
  void agree(int m, int k, int n) {
    DMatrixRMaj a = random(m, k);
    DMatrixRMaj b = random(k, n);
    DMatrixRMaj aT = CommonOps_DDRM.transpose(a, null);
    DMatrixRMaj bT = CommonOps_DDRM.transpose(b, null);
    DMatrixRMaj expected = CommonOps_DDRM.mult(a, b, null);
    for (MatrixProduct product : new MatrixProduct[] {fast, plain}) {
      DMatrixRMaj out = new DMatrixRMaj(1, 1);
      product.times(a, b, out);
      near(out, expected);
      product.timesTransposed(a, bT, out);
      near(out, expected);
      product.transposedTimes(aT, b, out);
      near(out, expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,5", "40,40", "64,200"})
  void qrGivesOrthonormalRowsAndTheSameUpToSigns(int rows, int cols) {
    DMatrixRMaj a = random(rows, cols);
    DMatrixRMaj fastQ = a.copy();
    DMatrixRMaj plainQ = a.copy();
    double[] fastR = fast.orthonormalizeRows(fastQ);
    double[] plainR = plain.orthonormalizeRows(plainQ);
    near(CommonOps_DDRM.multTransB(fastQ, fastQ, null), CommonOps_DDRM.identity(rows));
    for (int i = 0; i < rows; i++) {
      assertThat(Math.abs(fastR[i])).isCloseTo(Math.abs(plainR[i]), within(1e-12 * cols));
      double flip = Math.signum(fastR[i]) * Math.signum(plainR[i]);
      for (int j = 0; j < cols; j++) {
        assertThat(fastQ.get(i, j)).isCloseTo(flip * plainQ.get(i, j), within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3,2,3,2", "100,50,60,100"})
  void innerDimensionsMustAgree(int m, int k, int k2, int n) {
    assertThatThrownBy(() -> fast.times(random(m, k), random(k2, n), new DMatrixRMaj(1, 1)))
        .isInstanceOf(RuntimeException.class);
  }

  private static org.assertj.core.data.Offset<Double> within(double d) {
    return org.assertj.core.data.Offset.offset(d);
  }

  private DMatrixRMaj random(int rows, int cols) {
    return RandomMatrices_DDRM.rectangleGaussian(rows, cols, 0, 1, random);
  }

  private static void near(DMatrixRMaj actual, DMatrixRMaj expected) {
    assertThat(actual.numRows).isEqualTo(expected.numRows);
    assertThat(actual.numCols).isEqualTo(expected.numCols);
    DMatrixRMaj difference = CommonOps_DDRM.subtract(actual, expected, null);
    assertThat(NormOps_DDRM.normF(difference)).isLessThan(1e-12 * NormOps_DDRM.normF(expected));
  }
}
