package initlab.theory;

import java.util.Arrays;

/**
 * A law, layer by layer.
 *
 * @param mean of each layer; where the law is wide, far above what one usually sees
 * @param low 5 % quantile of each layer
 * @param median of each layer
 * @param high 95 % quantile of each layer
 */
public record Quantiles(double[] mean, double[] low, double[] median, double[] high) {

  /** From samples, one row a layer; the rows are sorted in place. */
  static Quantiles of(double[][] samples) {
    int n = samples.length;
    var law = new Quantiles(new double[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      Arrays.sort(samples[i]);
      law.mean[i] = Arrays.stream(samples[i]).average().orElse(Double.NaN);
      law.low[i] = at(samples[i], 0.05);
      law.median[i] = at(samples[i], 0.5);
      law.high[i] = at(samples[i], 0.95);
    }
    return law;
  }

  private static double at(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    double below = sorted[(int) Math.floor(place)];
    double above = sorted[(int) Math.ceil(place)];
    return below == above ? below : below + (place - Math.floor(place)) * (above - below);
  }
}
