package initlab.math;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.ejml.data.DMatrixRMaj;

/**
 * Sliding windows by OpenBLAS: one product for each line, tap and group, over rows of the line as
 * they lie there, so that no patch is ever copied out.
 */
final class NativeWindow implements AutoCloseable {
  private final SlidingWindow g;
  private final NativeBuffers buffers = NativeBuffers.take();
  private final DoublePointer x;
  private final DoublePointer w;
  private final DoublePointer y;

  /** Room for this many lines. */
  private NativeWindow(SlidingWindow window, int lines) {
    g = window;
    // Views, which are moved along; the arrays themselves stay where they are.
    x = new DoublePointer(buffers.ofSize(0, lines * g.length() * g.in()));
    w = new DoublePointer(buffers.ofSize(1, g.taps() * g.groupIn() * g.out()));
    y = new DoublePointer(buffers.ofSize(2, lines * g.count() * g.out()));
  }

  static void gather(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    int lines = y.numRows / window.count();
    try (NativeWindow at = new NativeWindow(window, lines)) {
      put(x, at.x);
      put(w, at.w);
      at.slide(lines, at::timesTap);
      get(at.y, y);
    }
  }

  static void spread(SlidingWindow window, DMatrixRMaj y, DMatrixRMaj w, DMatrixRMaj x) {
    int lines = y.numRows / window.count();
    try (NativeWindow at = new NativeWindow(window, lines)) {
      Pointer.memset(at.x, 0, (long) Double.BYTES * x.getNumElements());
      put(w, at.w);
      put(y, at.y);
      at.slide(lines, at::timesTransposedTap);
      get(at.x, x);
    }
  }

  static void addWeights(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj w) {
    int lines = y.numRows / window.count();
    try (NativeWindow at = new NativeWindow(window, lines)) {
      put(x, at.x);
      put(w, at.w);
      put(y, at.y);
      at.slide(lines, at::transposedTimesTap);
      get(at.w, w);
    }
  }

  private static void put(DMatrixRMaj from, DoublePointer to) {
    to.put(from.data, 0, from.getNumElements());
  }

  private static void get(DoublePointer from, DMatrixRMaj to) {
    from.position(0).get(to.data, 0, to.getNumElements());
  }

  /** What is done for one tap, its x, W and y being in place. */
  @FunctionalInterface
  private interface Product {
    void of(int tap);
  }

  private void slide(int lines, Product product) {
    for (int line = 0; line < lines; line++) {
      for (int tap = 0; tap < g.taps(); tap++) {
        for (int group = 0; group < g.groups(); group++) {
          int place = line * g.length() + g.shift(tap);
          int row = tap * g.groupIn();
          int shift = group * g.groupOut();
          x.position((long) place * g.in() + (long) group * g.groupIn());
          w.position((long) row * g.out() + shift);
          y.position((long) line * g.count() * g.out() + shift);
          product.of(tap);
        }
      }
    }
  }

  /** y = y + x W(t), the first tap writing over what was there. */
  private void timesTap(int tap) {
    int kept = tap == 0 ? 0 : 1;
    int m = g.count();
    int n = g.groupOut();
    int k = g.groupIn();
    cblas_dgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        m,
        n,
        k,
        1,
        x,
        g.in(),
        w,
        g.out(),
        kept,
        y,
        g.out());
  }

  /** x = x + y W(t)^T. */
  private void timesTransposedTap(int tap) {
    int m = g.count();
    int n = g.groupIn();
    int k = g.groupOut();
    cblas_dgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, y, g.out(), w, g.out(), 1, x, g.in());
  }

  /** W(t) = W(t) + x^T y. */
  private void transposedTimesTap(int tap) {
    int m = g.groupIn();
    int n = g.groupOut();
    int k = g.count();
    cblas_dgemm(
        CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1, x, g.in(), y, g.out(), 1, w, g.out());
  }

  @Override
  public void close() {
    buffers.close();
  }
}
