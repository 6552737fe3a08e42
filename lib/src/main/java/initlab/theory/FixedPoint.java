package initlab.theory;

import initlab.base.Numbers;
import initlab.math.Root;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the variance and correlation maps lead, and how fast.
 *
 * <p>Near it, distances shrink like exp(-depth / xi): xi_q = -1 / log V'(q), xi_c = -1 / log C'(c).
 * A slope of 1, the edge of chaos, has infinite depth: nothing shrinks exponentially. Schoenholz et
 * al. (2017).
 *
 * @param q the variance that the map runs into from 1: 0 if it dies (below 1e-6), infinity if it
 *     explodes (above 1e9)
 * @param chi at q; NaN where q is infinite
 * @param c the correlation that pairs run into from 1/2; NaN where q is 0 or infinite
 * @param varianceDepth xi_q
 * @param correlationDepth xi_c
 */
public record FixedPoint(
    double q, double chi, double c, double varianceDepth, double correlationDepth) {
  private static final double DEAD = 1e-6;
  private static final double EXPLODED = 1e9;

  /** What counts as equal to 1: a hundred times the error of the quadrature. */
  private static final double EQUAL = 1e-8;

  /** Correlations above this are not told from 1. */
  private static final double NEARLY_ONE = 1 - 1e-6;

  static FixedPoint of(MeanField field) {
    double q = variance(field);
    double none = Double.NaN;
    if (q == Double.POSITIVE_INFINITY) {
      return new FixedPoint(q, none, none, none, none);
    }
    double chi = field.chi(q);
    double varianceDepth = depth(varianceSlope(field, q));
    if (q == 0) {
      return new FixedPoint(0, chi, none, varianceDepth, none);
    }
    double c = chi <= 1 + EQUAL ? 1 : chaotic(field, q);
    double slope = c == 1 ? chi : field.correlationSlope(q, c);
    return new FixedPoint(q, chi, c, varianceDepth, depth(slope));
  }

  static double variance(MeanField field) {
    double excess = field.variance(1) - 1;
    if (Math.abs(excess) < EQUAL * 1e-2) {
      return 1;
    }
    double factor = excess > 0 ? 2 : 0.5;
    double from = 1;
    for (double to = factor; to > DEAD && to < EXPLODED; to *= factor) {
      if (field.variance(to) - to > 0 != excess > 0) {
        return Root.of(q -> field.variance(q) - q, Math.min(from, to), Math.max(from, to));
      }
      from = to;
    }
    return excess > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** V'(q), a one-sided difference at 0. */
  private static double varianceSlope(MeanField field, double q) {
    double h = 1e-4 * Math.max(q, DEAD);
    double below = q == 0 ? 0 : q - h;
    return (field.variance(q + h) - field.variance(below)) / (q + h - below);
  }

  /** The fixed point of the correlation map below 1: there chi &gt; 1 and pairs drift apart. */
  private static double chaotic(MeanField field, double q) {
    if (field.biasVariance() == 0 && Math.abs(field.covariance(q, 0)) < EQUAL * q) {
      return 0; // E f = 0 and no biases: unrelated inputs stay unrelated
    }
    DoubleUnaryOperator apart = c -> c - field.correlation(q, c);
    return apart.applyAsDouble(NEARLY_ONE) > 0 ? Root.of(apart, -1, NEARLY_ONE) : 1;
  }

  private static double depth(double slope) {
    if (Math.abs(slope - 1) < EQUAL) {
      return Double.POSITIVE_INFINITY;
    }
    return -1 / Math.log(Math.abs(slope));
  }

  /** Whether gradients vanish (chi below 1) with depth, explode, or neither. */
  public String phase() {
    if (Math.abs(chi - 1) < 1e-6) {
      return "edge of chaos: gradients keep their size";
    }
    return chi < 1 ? "ordered: gradients vanish" : "chaotic: gradients explode";
  }

  /** "q 1, chi 0.9, c 1; depths: variance 3, correlation 9.5"; a depth is in layers. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "q %s, chi %s, c %s; depths: variance %s, correlation %s",
        Numbers.brief(q, 6),
        Numbers.brief(chi, 6),
        Numbers.brief(c, 6),
        Numbers.brief(varianceDepth),
        Numbers.brief(correlationDepth));
  }
}
