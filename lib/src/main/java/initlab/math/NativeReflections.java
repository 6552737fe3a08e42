package initlab.math;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRight;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUnit;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_dtrsm;

import initlab.base.Progress;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Many mirrors at once, so that the work is matrix products instead of vector by vector.
 *
 * <p>For a block V (b x n) of rows v_1 ... v_b of squared length 2, H_b ... H_1 = I - V^T L^-1 V,
 * where L is V V^T without what lies above its diagonal, and 1 on it. (Walker 1988; Puglisi 1992.)
 */
final class NativeReflections {
  /** 32 to 64 are equally fast for 256 x 256: fewer wastes calls, more wastes arithmetic. */
  private static final int BLOCK = 48;

  private NativeReflections() {}

  /** r = the first m rows of H_m ... H_1, for the mirrors in v; both (m x n) row by row. */
  static void apply(DoublePointer v, DoublePointer r, DoublePointer work, int m, int n) {
    Pointer.memset(r, 0, (long) Double.BYTES * m * n);
    for (int i = 0; i < m; i++) {
      r.put((long) i * n + i, 1);
    }
    DoublePointer gram = new DoublePointer(work).position((long) BLOCK * m);
    for (int k = (m - 1) / BLOCK * BLOCK; k >= 0; k -= BLOCK) {
      Progress.checkInterrupted();
      block(corner(v, k, n), corner(r, k, n), work, gram, m - k, n - k, n);
    }
  }

  /** How many doubles {@code work} must hold. */
  static int workSize(int m) {
    return BLOCK * (m + BLOCK);
  }

  private static DoublePointer corner(DoublePointer matrix, int k, int n) {
    return new DoublePointer(matrix).position((long) k * n + k);
  }

  /** r = r - ((r V^T) L^-1) V for the rows x cols of r that the next block of mirrors can reach. */
  private static void block(
      DoublePointer v,
      DoublePointer r,
      DoublePointer w,
      DoublePointer l,
      int rows,
      int cols,
      int n) {
    int b = Math.min(BLOCK, rows);
    cblas_dsyrk(CblasRowMajor, CblasLower, CblasNoTrans, b, cols, 1, v, n, 0, l, b);
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, b, cols, 1, r, n, v, n, 0, w, b);
    cblas_dtrsm(
        CblasRowMajor, CblasRight, CblasLower, CblasNoTrans, CblasUnit, rows, b, 1, l, b, w, b);
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, cols, b, -1, w, b, v, n, 1, r, n);
  }
}
