package initlab.nn.layer;

import initlab.base.Progress;
import initlab.math.SlidingWindow;
import initlab.nn.Memory;
import org.ejml.data.DMatrixRMaj;

/**
 * A convolution during one pass: x (batch * places x in) are what windows slide over, y (batch *
 * windows x out) what they give, W the kernel (taps in / groups x out). It takes a few samples at a
 * time, so that they stay in the cache and no memory grows with the batch.
 */
final class Sliding {
  /** So many numbers at a time: a quarter of a core's usual second cache. */
  private static final int AT_A_TIME = 1 << 15;

  private static final int X = 0;
  private static final int Y = 1;

  private final Memory m;
  private final SlidingWindow window;
  private final Runs places;
  private final Runs windows;
  private final int together;

  Sliding(Memory m, Grid grid, int in, int out, int groups) {
    this.m = m;
    window = new SlidingWindow(grid.shifts(), grid.length(), grid.count(), in, out, groups);
    places = grid.places();
    windows = grid.windowPlaces();
    long sample = (long) window.length() * in + (long) window.count() * out;
    together = (int) Math.max(1, AT_A_TIME / sample);
  }

  /** What is done with some samples, laid out as lines. */
  @FunctionalInterface
  private interface Block {
    void from(int first, DMatrixRMaj x, DMatrixRMaj y);
  }

  private void blocks(Block work) {
    for (int first = 0; first < m.batch(); first += together) {
      Progress.checkInterrupted();
      int lines = Math.min(together, m.batch() - first);
      DMatrixRMaj x = m.scratch(X, lines * window.length(), window.in());
      DMatrixRMaj y = m.scratch(Y, lines * window.count(), window.out());
      work.from(first, x, y);
    }
  }

  /** y from x. */
  void gather(DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    blocks(
        (first, xs, ys) -> {
          places.lay(x, first, xs);
          m.product().gather(window, xs, w, ys);
          windows.fetch(ys, first, y);
        });
  }

  /** x from y, each number of y spread over its window: the way back of {@link #gather}. */
  void spread(DMatrixRMaj y, DMatrixRMaj w, DMatrixRMaj x) {
    blocks(
        (first, xs, ys) -> {
          windows.lay(y, first, ys);
          m.product().spread(window, ys, w, xs);
          places.fetch(xs, first, x);
        });
  }

  /** dL/dW from x and dL/dy. */
  void weights(DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj w) {
    w.zero();
    blocks(
        (first, xs, ys) -> {
          places.lay(x, first, xs);
          windows.lay(y, first, ys);
          m.product().addWeights(window, xs, ys, w);
        });
  }
}
