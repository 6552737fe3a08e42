package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.openblas.global.openblas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two products agree to 1e-12 of the norm. */
class MatrixProductTest {
  private final java.util.Random random = new java.util.Random(1);
  private final MatrixProduct fast = MatrixProduct.fastest();
  private final MatrixProduct plain = MatrixProduct.plain();

  @ParameterizedTest
  @CsvSource({"1,1,1", "3,2,5", "16,16,17", "64,256,256", "256,64,100", "1,300,300", "1,1,40"})
  void agree(int m, int k, int n) {
    DMatrixRMaj a = random(m, k);
    DMatrixRMaj b = random(k, n);
    DMatrixRMaj aT = CommonOps_DDRM.transpose(a, null);
    DMatrixRMaj bT = CommonOps_DDRM.transpose(b, null);
    DMatrixRMaj expected = CommonOps_DDRM.mult(a, b, null);
    for (MatrixProduct product : new MatrixProduct[] {fast, plain}) {
      near(given(out -> product.times(a, b, out)), expected);
      near(given(out -> product.timesTransposed(a, bT, out)), expected);
      near(given(out -> product.transposedTimes(aT, b, out)), expected);
    }
  }

  /** Equal columns then give equal results, and no number depends on how the product is cut up. */
  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "4,4,4",
    "7,5,3",
    "32,64,64",
    "3,65,130",
    "5,1,9",
    "1,64,70",
    "70,64,1",
    "33,65,67"
  })
  void sumsOfThePlainProductRunFromTheFirstNumberToTheLast(int m, int k, int n) {
    DMatrixRMaj a = random(m, k);
    DMatrixRMaj b = random(k, n);
    DMatrixRMaj aT = CommonOps_DDRM.transpose(a, null);
    DMatrixRMaj bT = CommonOps_DDRM.transpose(b, null);
    DMatrixRMaj expected = oneByOne(a, b);
    same(given(out -> plain.times(a, b, out)), expected);
    same(given(out -> plain.timesTransposed(a, bT, out)), expected);
    same(given(out -> plain.transposedTimes(aT, b, out)), expected);
  }

  private static DMatrixRMaj oneByOne(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj out = new DMatrixRMaj(a.numRows, b.numCols);
    for (int i = 0; i < a.numRows; i++) {
      for (int j = 0; j < b.numCols; j++) {
        double sum = 0;
        for (int p = 0; p < a.numCols; p++) {
          sum += a.get(i, p) * b.get(p, j);
        }
        out.set(i, j, sum);
      }
    }
    return out;
  }

  private static void same(DMatrixRMaj found, DMatrixRMaj expected) {
    assertThat(found.numRows).isEqualTo(expected.numRows);
    assertThat(found.numCols).isEqualTo(expected.numCols);
    int size = expected.getNumElements();
    assertThat(Arrays.copyOf(found.data, size)).containsExactly(Arrays.copyOf(expected.data, size));
  }

  /** What a product writes into a matrix of another shape that holds other numbers. */
  private static DMatrixRMaj given(Consumer<DMatrixRMaj> product) {
    DMatrixRMaj out = new DMatrixRMaj(2, 3, true, 7, 7, 7, 7, 7, 7);
    product.accept(out);
    return out;
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
  @CsvSource({"3,2,3,2", "100,50,60,100", "60,60,61,60"})
  void innerDimensionsMustAgree(int m, int k, int k2, int n) {
    DMatrixRMaj out = new DMatrixRMaj(1, 1);
    for (MatrixProduct by : new MatrixProduct[] {fast, plain}) {
      refused(() -> by.times(random(m, k), random(k2, n), out));
      refused(() -> by.timesTransposed(random(m, k), random(n, k2), out));
      refused(() -> by.transposedTimes(random(k, m), random(k2, n), out));
    }
  }

  @Test
  void aFactorIsNotWrittenOver() {
    DMatrixRMaj a = random(3, 3);
    refused(() -> plain.times(a, random(3, 3), a));
    refused(() -> plain.timesTransposed(random(3, 3), a, a));
  }

  private static void refused(ThrowingCallable product) {
    assertThatThrownBy(product).isInstanceOf(RuntimeException.class);
  }

  @Test
  void rowsWithoutRoomToBeOrthonormalAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plain.orthonormalizeRows(random(3, 2)))
        .withMessageStartingWith("the number of columns is 2");
  }

  /** A study runs its seeds side by side: more threads in each product would only be in the way. */
  @Test
  void openBlasKeepsToOneThreadAndSaysWhoItIs() {
    assumeTrue(fast instanceof OpenBlasProduct);
    openblas.blas_set_num_threads(2);
    MatrixProduct loaded = OpenBlasProduct.load();
    assertThat(openblas.blas_get_num_threads()).isOne();
    assertThat(loaded).hasToString("OpenBLAS");
    assertThat(plain).hasToString("plain Java");
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
