package initlab.view.density;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.draw.Values;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * The values of one row of {@link Densities}: where they lie, how many are exactly 0, how many are
 * not finite.
 *
 * @param name what the row says, such as {@code layer 10}
 * @param sorted all of them, NaN last
 */
record DensityRow(String name, Values sorted) {

  static DensityRow of(String name, double... values) {
    Args.notBlank(name, "name");
    Args.that(values.length > 0, "row \"" + name + "\" has no values: give it at least one.");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new DensityRow(name, Values.of(sorted));
  }

  /** Share of all values in each bin; exact zeros are in none. */
  double[] shares(Bins bins) {
    double[] out = new double[bins.count()];
    sorted.stream()
        .filter(v -> v != 0 && bins.holds(v))
        .forEach(v -> out[bins.of(v)] += 1.0 / sorted.size());
    return out;
  }

  /** Share of values that are exactly 0. */
  double zeros() {
    return share(v -> v == 0);
  }

  /** Share of values that are infinite or NaN. */
  double notFinite() {
    return share(v -> !Double.isFinite(v));
  }

  /** Share of values that are finite but in no bin. */
  double beyond(Bins bins) {
    return share(v -> Double.isFinite(v) && !bins.holds(v));
  }

  private double share(DoublePredicate which) {
    return sorted.stream().filter(which).count() / (double) sorted.size();
  }

  /** Below which this share of the finite values lies; NaN where none is finite. */
  double quantile(double p) {
    double[] finite = sorted.stream().filter(Double::isFinite).toArray();
    return finite.length == 0 ? Double.NaN : finite[(int) Math.round(p * (finite.length - 1))];
  }

  /** Root of the second moment of the finite values. */
  double rms() {
    return Math.sqrt(
        sorted.stream().filter(Double::isFinite).map(v -> v * v).average().orElse(Double.NaN));
  }

  /** Mean of the finite values; NaN where there is none. */
  double mean() {
    return sorted.stream().filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** Variance of the finite values around their mean. */
  double variance() {
    double mean = mean();
    return sorted.stream()
        .filter(Double::isFinite)
        .map(v -> (v - mean) * (v - mean))
        .average()
        .orElse(Double.NaN);
  }

  private String size(boolean means) {
    return means
        ? "mean " + Numbers.fixed(mean(), 2) + ", variance " + Numbers.brief(variance(), 2)
        : "rms " + Numbers.brief(rms(), 2);
  }

  /** Such as {@code rms 0.31, 50 % exactly 0, 2 % beyond}. */
  String says(Bins bins) {
    return says(bins, false);
  }

  /**
   * Such as {@code rms 0.31, 50 % exactly 0, 2 % beyond}; with means {@code mean 0.4, variance
   * 0.34, ...}.
   */
  String says(Bins bins, boolean means) {
    if (zeros() == 1) {
      return "all exactly 0";
    }
    StringBuilder s = new StringBuilder(size(means));
    part(s, zeros(), "exactly 0");
    part(s, beyond(bins), "beyond");
    part(s, notFinite(), "not finite");
    return s.toString();
  }

  /** Whole per cents, but neither a few nor nearly all may be rounded away. */
  private static void part(StringBuilder s, double share, String what) {
    if (share > 0) {
      long percent = Math.round(100 * share);
      String words = percent < 1 ? "< 1" : percent == 100 && share < 1 ? "> 99" : "" + percent;
      s.append(", ").append(words).append(" % ").append(what);
    }
  }
}
