package initlab.view.density;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.draw.Values;
import java.util.Arrays;

/**
 * The numbers of one start of a {@link Histogram}.
 *
 * @param name what its label says
 * @param values one a net, from the lowest to the highest
 * @param law numbers drawn from the law that theory expects; may be none
 */
record Sample(String name, Values values, Values law) {

  static Sample of(String name, double... values) {
    return new Sample(name, sorted(name, values), Values.of());
  }

  Sample withLaw(double... numbers) {
    return new Sample(name, values, sorted("the law of " + name, numbers));
  }

  private static Values sorted(String what, double... values) {
    Args.that(values.length > 0, "\"" + what + "\" has no values: give it at least one.");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted[0] < 0) {
      throw Args.bad("a value of " + what, sorted[0], "at least 0", "Decades have no sign.");
    }
    return Values.of(sorted);
  }

  /** The middle number, or the mean of the two in the middle; NaN if one is. */
  double median() {
    int n = values.size();
    return (values.at((n - 1) / 2) + values.at(n / 2)) / 2;
  }

  /** The mean over the nets. */
  double mean() {
    return values.stream().average().orElse(Double.NaN);
  }

  /** The logarithms of those numbers of a row that have one. */
  static double[] exponents(Values row) {
    return row.stream().map(Math::log10).filter(Double::isFinite).toArray();
  }

  /** The shares of a row in each bin of decades. */
  static double[] shares(Values row, Bins bins) {
    double[] out = new double[bins.count()];
    for (double exponent : exponents(row)) {
      if (bins.holds(exponent)) {
        out[bins.of(exponent)] += 1.0 / row.size();
      }
    }
    return out;
  }

  private static String range(Values row) {
    double low = row.at((int) Math.round(0.05 * (row.size() - 1)));
    double high = row.at((int) Math.round(0.95 * (row.size() - 1)));
    return Numbers.brief(low, 2) + " to " + Numbers.brief(high, 2);
  }

  String words() {
    int without = values.size() - exponents(values).length;
    String odd = without > 0 ? "; " + without + " zero or not finite, not drawn" : "";
    String theory =
        law.size() > 0
            ? "; theory: "
                + Histogram.said("median", law.at(law.size() / 2))
                + ", 5-95 % "
                + range(law)
            : "";
    return values.size()
        + " nets, "
        + Histogram.said("median", median())
        + ", "
        + Histogram.said("mean", mean())
        + ", 5-95 % "
        + range(values)
        + odd
        + theory;
  }
}
