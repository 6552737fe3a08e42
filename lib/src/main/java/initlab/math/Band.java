package initlab.math;

import initlab.base.Args;
import java.util.Arrays;
import java.util.List;

/**
 * What many seeds gave, layer by layer: the median, and the 5 % and 95 % quantiles.
 *
 * @param low 5 % quantile of each layer
 * @param median of each layer
 * @param high 95 % quantile of each layer
 */
public record Band(double[] low, double[] median, double[] high) {

  /**
   * The band of these profiles, one for each seed, all equally long.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Band of(List<double[]> profiles) {
    Args.atLeast(1, profiles.size(), "the number of profiles", "Measure at least one seed.");
    int layers = profiles.get(0).length;
    Band band = new Band(new double[layers], new double[layers], new double[layers]);
    for (int l = 0; l < layers; l++) {
      int layer = l;
      double[] sorted = profiles.stream().mapToDouble(p -> p[layer]).sorted().toArray();
      band.low[l] = quantile(sorted, 0.05);
      band.median[l] = quantile(sorted, 0.5);
      band.high[l] = quantile(sorted, 0.95);
    }
    return band;
  }

  /** Linear between the two nearest of the sorted values; NaN, sorted last, is passed on. */
  public static double quantile(double[] sorted, double p) {
    if (Double.isNaN(sorted[sorted.length - 1])) {
      return Double.NaN;
    }
    double at = p * (sorted.length - 1);
    double below = sorted[(int) Math.floor(at)];
    double above = sorted[(int) Math.ceil(at)];
    return below == above ? below : below + (at - Math.floor(at)) * (above - below);
  }

  /** What the median does from its first layer to its last, in words; a factor 10 is the limit. */
  public String trend() {
    double change = median[median.length - 1] / median[0];
    if (Double.isNaN(change)) {
      return "is not a number";
    }
    return change > 10 ? "grows" : change < 0.1 ? "shrinks" : "keeps its size";
  }

  @Override
  public String toString() {
    return "median " + Arrays.toString(median);
  }
}
