package initlab.init;

import initlab.base.Numbers;

/**
 * What a rule promises of the weights it draws for one shape.
 *
 * @param formula of the standard deviation or the value, with this shape's numbers
 * @param mean of a weight
 * @param std standard deviation of a weight over all entries and draws
 * @param low no weight lies below
 * @param high no weight lies above
 */
public record Law(String formula, double mean, double std, double low, double high) {

  /** A law of mean zero and without bounds. */
  static Law normal(String formula, double std) {
    return new Law(formula, 0, std, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A law of mean zero within [-limit, limit]. */
  static Law within(String formula, double std, double limit) {
    return new Law(formula, 0, std, -limit, limit);
  }

  /** The law of a matrix that holds one value in some of its places, and zeros. */
  static Law pattern(String formula, double value, double share) {
    double std = Math.abs(value) * Math.sqrt(share * (1 - share));
    return new Law(formula, value * share, std, Math.min(value, 0), Math.max(value, 0));
  }

  /** "std = sqrt(2 / fan_in) = ...: mean 0, std 0.0884, limits none". */
  @Override
  public String toString() {
    return formula + ": mean " + b(mean) + ", std " + b(std) + ", limits " + bounds();
  }

  private static String b(double x) {
    return Numbers.brief(x, 6);
  }

  String bounds() {
    if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
      return "none";
    }
    return low == -high ? "+-" + b(high) : "[" + b(low) + ", " + b(high) + "]";
  }
}
