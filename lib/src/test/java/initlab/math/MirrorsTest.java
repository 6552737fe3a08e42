package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import initlab.Stopped;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Reflections} against its mirrors, one by one, as they are defined. */
class MirrorsTest {
  private static final MatrixProduct[] BOTH = {MatrixProduct.plain(), MatrixProduct.fastest()};
  private final Random random = new Random(11);

  /** So many normals as it says at the front, and after them what must not be looked at. */
  private DMatrixRMaj drawn(int m, int n) {
    DMatrixRMaj a = new DMatrixRMaj(m, n);
    int normals = Reflections.normals(m, n);
    Arrays.setAll(a.data, i -> i < normals ? random.nextGaussian() : Double.NaN);
    return a;
  }

  /** product = (I - 2 u u^T) product, which sends x, in the last entries, to a multiple of e1. */
  private static void mirror(double[] x, DMatrixRMaj product) {
    int n = product.numRows;
    DMatrixRMaj u = new DMatrixRMaj(n, 1);
    System.arraycopy(x, 0, u.data, n - x.length, x.length);
    u.data[n - x.length] += Math.copySign(NormOps_DDRM.normF(u), x[0]);
    CommonOps_DDRM.divide(u, NormOps_DDRM.normF(u));
    CommonOps_DDRM.multAdd(-2, u, CommonOps_DDRM.multTransA(u, product, null), product);
  }

  /** The first m rows of H_m ... H_1, each times -sign(x_i1) and the scale. */
  private static DMatrixRMaj byDefinition(DMatrixRMaj drawn, double scale) {
    int n = drawn.numCols;
    DMatrixRMaj product = CommonOps_DDRM.identity(n);
    double[] signs = new double[drawn.numRows];
    for (int i = 0, from = 0; i < drawn.numRows; from += n - i, i++) {
      mirror(Arrays.copyOfRange(drawn.data, from, from + n - i), product);
      signs[i] = -Math.signum(drawn.data[from]) * scale;
    }
    DMatrixRMaj rows = CommonOps_DDRM.extract(product, 0, drawn.numRows, 0, n);
    CommonOps_DDRM.multRows(signs, rows);
    return rows;
  }

  /** 47 to 49 and 97 are the sizes around which the native mirrors are cut into blocks. */
  @ParameterizedTest
  @CsvSource({"1,1", "1,4", "2,5", "3,3", "16,17", "47,50", "48,48", "49,60", "97,99"})
  void areTheProductOfTheirMirrors(int m, int n) {
    DMatrixRMaj drawn = drawn(m, n);
    DMatrixRMaj due = byDefinition(drawn, 1.5);
    for (MatrixProduct by : BOTH) {
      DMatrixRMaj found = drawn.copy();
      Reflections.haarRows(found, 1.5, by);
      assertThat(MatrixFeatures_DDRM.isIdentical(found, due, 1e-12)).isTrue();
    }
  }

  /** QR of one column: it at length one, with its own sign. */
  @Test
  void theFirstRowIsTheFirstVectorAtLengthOne() {
    DMatrixRMaj drawn = drawn(3, 6);
    double[] x = Arrays.copyOf(drawn.data, 6);
    double length = Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
    Reflections.haarRows(drawn, 2, MatrixProduct.plain());
    for (int j = 0; j < 6; j++) {
      assertThat(drawn.get(0, j)).isCloseTo(2 * x[j] / length, within(1e-14));
    }
  }

  /** Native code would overwrite whatever lies behind its workspace, and nobody would be told. */
  @ParameterizedTest
  @CsvSource({"1,3", "20,20", "48,48", "100,130"})
  void nativeMirrorsStayWithinTheirWorkspace(int m, int n) {
    assumeTrue(MatrixProduct.fastest() instanceof OpenBlasProduct);
    int room = NativeReflections.workSize(m);
    int guarded = 20_000;
    DMatrixRMaj v = drawn(m, n);
    CommonOps_DDRM.fill(v, 0);
    for (int i = 0; i < m; i++) {
      v.set(i, i, Math.sqrt(2));
    }
    try (DoublePointer work = new DoublePointer((long) room + guarded);
        DoublePointer mirrors = new DoublePointer(v.data);
        DoublePointer rows = new DoublePointer((long) m * n)) {
      for (int i = 0; i < guarded; i++) {
        work.put(room + i, 7);
      }
      NativeReflections.apply(mirrors, rows, work, m, n);
      double[] after = new double[guarded];
      work.position(room).get(after).position(0);
      assertThat(after).containsOnly(7);
    }
  }

  @Test
  void anInterruptIsNoticedBeforeTheMirrorsAreApplied() {
    DMatrixRMaj drawn = drawn(3, 4);
    Stopped.atOnce(() -> Reflections.haarRows(drawn, 1, null));
  }
}
