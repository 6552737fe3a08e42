package initlab.view.density;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;

/**
 * The values of one row of {@link Densities}: where they lie, how many are exactly 0, how many are
 * not finite.
 *
 * @param name what the row says, such as {@code layer 10}
 * @param sorted all of them, NaN last
 */
record DensityRow(String name, double[] sorted) {

  static DensityRow of(String name, double... values) {
    Args.notBlank(name, "name");
    Args.that(values.length > 0, "row \"" + name + "\" has no values: give it at least one.");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new DensityRow(name, sorted);
  }

  /** Shares of all values in bins of equal width over [lo, hi]; exact zeros are not among them. */
  double[] shares(double lo, double hi, int bins) {
    double[] out = new double[bins];
    for (double v : sorted) {
      if (v != 0 && v >= lo && v <= hi) {
        out[(int) Math.min(bins - 1, (v - lo) / (hi - lo) * bins)] += 1.0 / sorted.length;
      }
    }
    return out;
  }

  double zeros() {
    return share(v -> v == 0);
  }

  double notFinite() {
    return share(v -> !Double.isFinite(v));
  }

  double beyond(double lo, double hi) {
    return share(v -> Double.isFinite(v) && (v < lo || v > hi));
  }

  private double share(java.util.function.DoublePredicate which) {
    return Arrays.stream(sorted).filter(which).count() / (double) sorted.length;
  }

  /** Below which this share of the finite values lies; NaN where none is finite. */
  double quantile(double p) {
    double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
    return finite.length == 0 ? Double.NaN : finite[(int) Math.round(p * (finite.length - 1))];
  }

  /** Root of the second moment of the finite values. */
  double rms() {
    return Math.sqrt(
        Arrays.stream(sorted)
            .filter(Double::isFinite)
            .map(v -> v * v)
            .average()
            .orElse(Double.NaN));
  }

  /** Such as {@code rms 0.31, 50 % exactly 0, 2 % beyond}. */
  String says(double lo, double hi) {
    if (zeros() == 1) {
      return "all exactly 0";
    }
    StringBuilder s = new StringBuilder("rms " + Numbers.brief(rms(), 2));
    part(s, zeros(), "exactly 0");
    part(s, beyond(lo, hi), "beyond");
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
