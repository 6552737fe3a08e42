package initlab.math;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.ejml.data.DMatrixRMaj;

/**
 * Products by OpenBLAS, one native thread a call: a study runs its seeds side by side instead.
 *
 * <p>Handing Java arrays to native code copies each of them twice. Here every product borrows three
 * native arrays, so that operands are copied in once and the result is copied out once.
 */
final class OpenBlasProduct implements MatrixProduct {
  /** Below this many multiplications the way to native code and back costs more than it saves. */
  private static final long WORTH_THE_CALL = 16 * 16 * 16;

  /** The same for one of the products of a sliding window, many of which go over at once. */
  private static final long WORTH_A_WINDOW = 8 * 8 * 8;

  private OpenBlasProduct() {}

  /**
   * Loads OpenBLAS.
   *
   * @throws LinkageError if this machine has no build of it
   */
  static MatrixProduct load() {
    blas_set_num_threads(1);
    return new OpenBlasProduct();
  }

  @Override
  public void times(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    multiply(a, false, b, false, out);
  }

  @Override
  public void timesTransposed(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    multiply(a, false, b, true, out);
  }

  @Override
  public void transposedTimes(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out) {
    multiply(a, true, b, false, out);
  }

  private static void multiply(
      DMatrixRMaj a, boolean aT, DMatrixRMaj b, boolean bT, DMatrixRMaj out) {
    int m = aT ? a.numCols : a.numRows;
    int k = aT ? a.numRows : a.numCols;
    int n = bT ? b.numRows : b.numCols;
    int inner = bT ? b.numCols : b.numRows;
    if ((long) m * n * k < WORTH_THE_CALL || k != inner) {
      plainly(a, aT, b, bT, out);
      return;
    }
    out.reshape(m, n);
    int transA = aT ? CblasTrans : CblasNoTrans;
    int transB = bT ? CblasTrans : CblasNoTrans;
    int lda = a.numCols;
    int ldb = b.numCols;
    try (NativeBuffers buffers = NativeBuffers.take()) {
      DoublePointer pa = buffers.holding(0, a);
      DoublePointer pb = buffers.holding(1, b);
      DoublePointer pc = buffers.ofSize(2, m * n);
      cblas_dgemm(CblasRowMajor, transA, transB, m, n, k, 1, pa, lda, pb, ldb, 0, pc, n);
      pc.get(out.data, 0, m * n);
    }
  }

  private static void plainly(
      DMatrixRMaj a, boolean aT, DMatrixRMaj b, boolean bT, DMatrixRMaj out) {
    MatrixProduct plain = MatrixProduct.plain();
    if (aT) {
      plain.transposedTimes(a, b, out);
    } else if (bT) {
      plain.timesTransposed(a, b, out);
    } else {
      plain.times(a, b, out);
    }
  }

  @Override
  public void reflectIdentity(DMatrixRMaj v) {
    int m = v.numRows;
    int n = v.numCols;
    if ((long) m * m * n < WORTH_THE_CALL) {
      MatrixProduct.plain().reflectIdentity(v);
      return;
    }
    try (NativeBuffers buffers = NativeBuffers.take()) {
      DoublePointer mirrors = buffers.holding(0, v);
      DoublePointer rows = buffers.ofSize(1, m * n);
      DoublePointer work = buffers.ofSize(2, NativeReflections.workSize(m));
      NativeReflections.apply(mirrors, rows, work, m, n);
      rows.get(v.data, 0, m * n);
    }
  }

  /** Channels that are groups of their own leave nothing to multiply but numbers by numbers. */
  private static boolean worthTheCall(SlidingWindow window) {
    long products = (long) window.groupIn() * window.groupOut();
    return products > 1 && window.count() * products >= WORTH_A_WINDOW;
  }

  @Override
  public void gather(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    if (worthTheCall(window)) {
      NativeWindow.gather(window, x, w, y);
    } else {
      PlainWindow.gather(window, x, w, y);
    }
  }

  @Override
  public void spread(SlidingWindow window, DMatrixRMaj y, DMatrixRMaj w, DMatrixRMaj x) {
    if (worthTheCall(window)) {
      NativeWindow.spread(window, y, w, x);
    } else {
      PlainWindow.spread(window, y, w, x);
    }
  }

  @Override
  public void addWeights(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj w) {
    if (worthTheCall(window)) {
      NativeWindow.addWeights(window, x, y, w);
    } else {
      PlainWindow.addWeights(window, x, y, w);
    }
  }

  @Override
  public String toString() {
    return "OpenBLAS";
  }
}
