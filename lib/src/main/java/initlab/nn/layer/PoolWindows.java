package initlab.nn.layer;

import initlab.base.Progress;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The windows of pooling, over samples as they lie: tap t of window o is place start(o) + t's. */
final class PoolWindows {
  private final int places;
  private final int[] starts;
  private final int[] taps;

  /** Windows along depth, height and width, without padding. */
  PoolWindows(List<Axis> axes) {
    Axis depth = axes.get(0);
    Axis height = axes.get(1);
    Axis width = axes.get(2);
    places = depth.in() * height.in() * width.in();
    starts = places(axes, depth.windows(), height.windows(), width.windows());
    List<Axis> within =
        axes.stream().map(a -> new Axis(a.name(), a.in(), a.taps(), 1, 0, 1)).toList();
    taps = places(within, depth.taps(), height.taps(), width.taps());
  }

  /** The places that are so many strides along in each dimension. */
  private static int[] places(List<Axis> axes, int depth, int height, int width) {
    int[] all = new int[depth * height * width];
    for (int i = 0; i < all.length; i++) {
      int d = i / (height * width) * axes.get(0).stride();
      int h = i / width % height * axes.get(1).stride();
      int w = i % width * axes.get(2).stride();
      all[i] = (d * axes.get(1).in() + h) * axes.get(2).in() + w;
    }
    return all;
  }

  /** What is done with the numbers of one tap: from this entry of x on, and this one of z. */
  @FunctionalInterface
  private interface Tap {
    void at(int tap, int x, int z);
  }

  private void each(DMatrixRMaj z, Tap tap) {
    for (int row = 0; row < z.numRows; row++) {
      Progress.checkInterrupted(row);
      int first = row / starts.length * places + starts[row % starts.length];
      for (int t = 0; t < taps.length; t++) {
        tap.at(t, (first + taps[t]) * z.numCols, row * z.numCols);
      }
    }
  }

  /** The largest of each window, and which tap it was, the first of several. */
  void largest(DMatrixRMaj x, DMatrixRMaj z, DMatrixRMaj chosen) {
    Arrays.fill(z.data, 0, z.getNumElements(), Double.NEGATIVE_INFINITY);
    chosen.zero();
    each(z, (tap, i, o) -> larger(z.numCols, tap, x.data, i, z.data, chosen.data, o));
  }

  private static void larger(
      int n, int tap, double[] x, int i, double[] z, double[] chosen, int o) {
    for (int c = 0; c < n; c++) {
      double value = x[i + c];
      if (value > z[o + c] || Double.isNaN(value)) {
        z[o + c] = value;
        chosen[o + c] = tap;
      }
    }
  }

  /** Adds each gradient to the place where the largest was. */
  void toLargest(DMatrixRMaj dz, DMatrixRMaj chosen, DMatrixRMaj dx) {
    for (int row = 0; row < dz.numRows; row++) {
      int first = row / starts.length * places + starts[row % starts.length];
      for (int c = 0; c < dz.numCols; c++) {
        int from = row * dz.numCols + c;
        dx.data[(first + taps[(int) chosen.data[from]]) * dz.numCols + c] += dz.data[from];
      }
    }
  }

  /** The average of each window. */
  void average(DMatrixRMaj x, DMatrixRMaj z) {
    z.zero();
    each(z, (tap, i, o) -> addShare(z.numCols, x.data, i, z.data, o));
  }

  /** Adds to each place its share of each gradient. */
  void toAll(DMatrixRMaj dz, DMatrixRMaj dx) {
    each(dz, (tap, i, o) -> addShare(dz.numCols, dz.data, o, dx.data, i));
  }

  private void addShare(int n, double[] from, int f, double[] to, int t) {
    double share = 1.0 / taps.length;
    for (int c = 0; c < n; c++) {
      to[t + c] += share * from[f + c];
    }
  }
}
