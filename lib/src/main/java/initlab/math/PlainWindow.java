package initlab.math;

import org.ejml.data.DMatrixRMaj;

/** Sliding windows in plain Java: every sum in one fixed order. */
final class PlainWindow {
  private final SlidingWindow g;
  private final DMatrixRMaj x;
  private final DMatrixRMaj w;
  private final DMatrixRMaj y;

  private PlainWindow(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    g = window;
    this.x = x;
    this.w = w;
    this.y = y;
  }

  /**
   * What is done for one tap at one place, with the numbers of x, W and y from these entries on.
   */
  @FunctionalInterface
  private interface Tap {
    void at(int x, int w, int y);
  }

  static void gather(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    y.zero();
    PlainWindow all = new PlainWindow(window, x, w, y);
    all.slide(all::times, (i, k, o) -> addProducts(window.in(), x.data, i, w.data, k, y.data, o));
  }

  static void spread(SlidingWindow window, DMatrixRMaj y, DMatrixRMaj w, DMatrixRMaj x) {
    x.zero();
    PlainWindow all = new PlainWindow(window, x, w, y);
    all.slide(
        all::timesTransposed,
        (i, k, o) -> addProducts(window.in(), y.data, o, w.data, k, x.data, i));
  }

  static void addWeights(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj w) {
    PlainWindow all = new PlainWindow(window, x, w, y);
    all.slide(
        all::transposedTimes,
        (i, k, o) -> addProducts(window.in(), x.data, i, y.data, o, w.data, k));
  }

  /** Where every channel is a group of its own, all channels are done at once. */
  private void slide(Tap group, Tap depthwise) {
    boolean single = g.groupIn() == 1 && g.groupOut() == 1;
    Tap tap = single ? depthwise : group;
    int groups = single ? 1 : g.groups();
    for (int row = 0; row < y.numRows; row++) {
      int place = row / g.count() * g.length() + row % g.count();
      for (int t = 0; t < g.taps(); t++) {
        int from = (place + g.shift(t)) * g.in();
        int weights = t * g.groupIn() * g.out();
        for (int n = 0; n < groups; n++) {
          int shift = n * g.groupOut();
          tap.at(from + n * g.groupIn(), weights + shift, row * g.out() + shift);
        }
      }
    }
  }

  /** c = c + a b, entry by entry. */
  private static void addProducts(int n, double[] a, int i, double[] b, int k, double[] c, int o) {
    for (int j = 0; j < n; j++) {
      c[o + j] += a[i + j] * b[k + j];
    }
  }

  /** c = c + s b. */
  private static void addScaled(int n, double s, double[] b, int k, double[] c, int o) {
    for (int j = 0; j < n; j++) {
      c[o + j] += s * b[k + j];
    }
  }

  /** y = y + x W. */
  private void times(int i, int k, int o) {
    for (int c = 0; c < g.groupIn(); c++) {
      addScaled(g.groupOut(), x.data[i + c], w.data, k + c * g.out(), y.data, o);
    }
  }

  /** W = W + x^T y. */
  private void transposedTimes(int i, int k, int o) {
    for (int c = 0; c < g.groupIn(); c++) {
      addScaled(g.groupOut(), x.data[i + c], y.data, o, w.data, k + c * g.out());
    }
  }

  /** x = x + y W^T. */
  private void timesTransposed(int i, int k, int o) {
    for (int c = 0; c < g.groupIn(); c++) {
      double sum = 0;
      for (int j = 0; j < g.groupOut(); j++) {
        sum += y.data[o + j] * w.data[k + c * g.out() + j];
      }
      x.data[i + c] += sum;
    }
  }
}
