package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import java.util.Arrays;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflectionsTest {
  private final java.util.Random random = new java.util.Random(5);

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "2,5", "40,40", "64,200", "97,97", "130,256"})
  void rowsAreOrthonormalAndTheSameOnBothProducts(int rows, int cols) {
    DMatrixRMaj normals = RandomMatrices_DDRM.rectangleGaussian(rows, cols, 0, 1, random);
    DMatrixRMaj fast = normals.copy();
    DMatrixRMaj plain = normals.copy();
    Reflections.haarRows(fast, 2, MatrixProduct.fastest());
    Reflections.haarRows(plain, 2, MatrixProduct.plain());
    DMatrixRMaj gram = CommonOps_DDRM.multTransB(plain, plain, null);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        assertThat(gram.get(i, j)).isCloseTo(i == j ? 4 : 0, Offset.offset(1e-12));
      }
    }
    for (int i = 0; i < rows * cols; i++) {
      assertThat(fast.data[i]).isCloseTo(plain.data[i], Offset.offset(1e-12));
    }
  }

  @Test
  void anInterruptStopsBothProductsBetweenTheirMirrors() {
    DMatrixRMaj normals = RandomMatrices_DDRM.rectangleGaussian(100, 120, 0, 1, random);
    Stopped.atOnce(() -> MatrixProduct.plain().reflectIdentity(normals));
    Stopped.atOnce(() -> MatrixProduct.fastest().reflectIdentity(normals));
    Stopped.atOnce(() -> Reflections.haarRows(normals, 1, MatrixProduct.plain()));
  }

  /**
   * QR with the sign fix of a Gaussian matrix against mirrors of Gaussian vectors: entries of a 3 x
   * 5 slice, two samples of 20,000 matrices, by Kolmogorov-Smirnov at 1e-6 each, so that all six
   * raise a false alarm once in 160,000 runs. Without the sign fix the first entry is never
   * positive, a distance of 1/2, where 0.026 alarms.
   */
  @Test
  void haveTheLawOfQrWithTheSignFix() {
    int n = 20_000;
    double[][] mirrors = new double[6][n];
    double[][] factored = new double[6][n];
    for (int s = 0; s < n; s++) {
      DMatrixRMaj a = RandomMatrices_DDRM.rectangleGaussian(3, 5, 0, 1, random);
      Reflections.haarRows(a, 1, MatrixProduct.plain());
      keep(a, mirrors, s);
      keep(byQr(RandomMatrices_DDRM.rectangleGaussian(3, 5, 0, 1, random)), factored, s);
    }
    for (int i = 0; i < mirrors.length; i++) {
      double p = KolmogorovSmirnovTest.withDefaults().test(mirrors[i], factored[i]).getPValue();
      assertThat(p).isGreaterThan(1e-6);
    }
    Arrays.setAll(factored[0], s -> -Math.abs(factored[0][s]));
    var mutant = KolmogorovSmirnovTest.withDefaults().test(mirrors[0], factored[0]);
    assertThat(mutant.getPValue()).isLessThan(1e-6);
  }

  /** Three entries, two products that see how rows lie to each other, and the trace. */
  private static void keep(DMatrixRMaj q, double[][] into, int s) {
    into[0][s] = q.get(0, 0);
    into[1][s] = q.get(1, 1);
    into[2][s] = q.get(2, 4);
    into[3][s] = q.get(0, 0) * q.get(1, 1);
    into[4][s] = q.get(0, 1) * q.get(1, 0) * q.get(2, 2);
    into[5][s] = q.get(0, 0) + q.get(1, 1) + q.get(2, 2);
  }

  private static DMatrixRMaj byQr(DMatrixRMaj a) {
    double[] diagonalOfR = MatrixProduct.plain().orthonormalizeRows(a);
    for (int row = 0; row < a.numRows; row++) {
      for (int col = 0; col < a.numCols; col++) {
        a.set(row, col, a.get(row, col) * Math.signum(diagonalOfR[row]));
      }
    }
    return a;
  }

  @Test
  void countsTheNormalsItTakes() {
    assertThat(Reflections.normals(3, 5)).isEqualTo(5 + 4 + 3);
    assertThat(Reflections.normals(256, 256)).isEqualTo(256 * 257 / 2);
    assertThatThrownBy(() -> Reflections.normals(3, 2)).hasMessageContaining("columns is 2");
    assertThatThrownBy(() -> Reflections.normals(0, 2)).hasMessageContaining("rows is 0");
  }
}
