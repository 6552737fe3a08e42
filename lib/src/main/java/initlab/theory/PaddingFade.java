package initlab.theory;

import initlab.base.Args;
import initlab.base.Progress;
import java.util.Arrays;

/**
 * What zeros around an image cost, in a net of convolutions that keep all places: with Var(W) = 1 /
 * fan_in, or 2 / fan_in under ReLU, a layer gives each place the mean of the second moments under
 * its window, and outside the image they are 0. In two dimensions the shares of rows and columns
 * multiply.
 *
 * <pre>{@code
 * q(l + 1)(place) = (q(l)(place - r) + ... + q(l)(place + r)) / (2 r + 1),   q(0) = 1
 * }</pre>
 *
 * This is a mean over nets; for the way back it is the same.
 *
 * @param places along one side of the image
 * @param kernel taps along one side, odd
 */
public record PaddingFade(int places, int kernel) {
  private static final int MOST = 1_000_000;

  public PaddingFade {
    Args.between(1, MOST, places, "the places along one side", "16 for an image of 16 x 16.");
    if (kernel < 1 || kernel % 2 == 0) {
      throw Args.bad("the kernel size", kernel, "odd and at least 1", "3 is usual.");
    }
  }

  /** The share of the second moment left at each place of a side, in one dimension. */
  public double[] along(int layers) {
    Args.between(0, MOST, layers, "the number of layers", "0 is the input.");
    double[] q = new double[places];
    Arrays.fill(q, 1);
    for (int l = 0; l < layers; l++) {
      Progress.checkInterrupted();
      double[] next = new double[places];
      for (int p = 0; p < places; p++) {
        for (int t = Math.max(0, p - kernel / 2); t <= Math.min(places - 1, p + kernel / 2); t++) {
          next[p] += q[t] / kernel;
        }
      }
      q = next;
    }
    return q;
  }

  /** The share left at a place of a square image. */
  public double at(int row, int column, int layers) {
    Args.between(0, places - 1, row, "the row", "Rows count from 0.");
    Args.between(0, places - 1, column, "the column", "Columns count from 0.");
    double[] q = along(layers);
    return q[row] * q[column];
  }

  /** The share left in the middle of a square image. */
  public double middle(int layers) {
    return at(places / 2, places / 2, layers);
  }

  /** The share left in a corner. */
  public double corner(int layers) {
    return at(0, 0, layers);
  }

  /** The share left in a square image as a whole. */
  public double mean(int layers) {
    double sum = 0;
    for (double share : along(layers)) {
      sum += share / places;
    }
    return sum * sum;
  }
}
