package initlab.nn.layer;

import java.util.Arrays;

/**
 * Sums of every channel over neighbouring rows of a matrix (rows x channels): what norms are made
 * of. Every method overwrites {@code sums}, whose first numbers, one for each channel, it fills.
 */
final class ChannelSums {
  private final int channels;
  private final int begin;
  private final int end;

  /** Over so many rows, beginning with this one. */
  ChannelSums(int channels, int from, int rows) {
    this.channels = channels;
    begin = from * channels;
    end = begin + rows * channels;
  }

  /** The sum of x. */
  void plain(double[] x, double[] sums) {
    Arrays.fill(sums, 0, channels, 0);
    for (int i = begin; i < end; i += channels) {
      for (int c = 0; c < channels; c++) {
        sums[c] += x[i + c];
      }
    }
  }

  /** The sum of (x - mean)^2. */
  void squares(double[] x, double[] mean, double[] sums) {
    Arrays.fill(sums, 0, channels, 0);
    for (int i = begin; i < end; i += channels) {
      for (int c = 0; c < channels; c++) {
        double distance = x[i + c] - mean[c];
        sums[c] += distance * distance;
      }
    }
  }

  /** The sum of (x - mean) g. */
  void products(double[] x, double[] mean, double[] g, double[] sums) {
    Arrays.fill(sums, 0, channels, 0);
    for (int i = begin; i < end; i += channels) {
      for (int c = 0; c < channels; c++) {
        sums[c] += (x[i + c] - mean[c]) * g[i + c];
      }
    }
  }
}
