package initlab.theory;

import initlab.base.Numbers;
import initlab.math.Root;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the variance and correlation maps lead, and how fast.
 *
 * <p>Near it, distances shrink like exp(-depth / xi): xi_q = -1 / log |V'(q)|, xi_c = -1 / log
 * C'(c). A slope of 1, the edge of chaos, has infinite depth: nothing shrinks exponentially. A
 * negative depth says that distances grow. Schoenholz et al. (2017).
 *
 * @param q the variance that the map runs into from 1: 0 if it dies (below 1e-6, without biases),
 *     infinity if it explodes (above 1e100)
 * @param chi at q; where q is 0 or infinite, the limit on the way there
 * @param c the correlation that pairs run into from 1/2; NaN where q is 0 or infinite
 * @param varianceDepth xi_q; NaN where q is infinite
 * @param correlationDepth xi_c; NaN where c is
 */
public record FixedPoint(
    double q, double chi, double c, double varianceDepth, double correlationDepth) {
  /** What counts as equal to 1: a hundred times the error of the quadrature. */
  private static final double EQUAL = 1e-8;

  /** Correlations above this are not told from 1, those below from 0. */
  private static final double NEARLY_ONE = 1 - 1e-6;

  private static final double NEARLY_ZERO = 1e-12;

  /** A pre-activation that stands for the limit 0 on its side: f may have a kink there. */
  private static final double TINY = 1e-12;

  private static final double LARGE = 1e30;

  static FixedPoint of(MeanField field) {
    double q = VarianceLimit.of(field);
    double none = Double.NaN;
    double chi = chiAt(field, q);
    if (!(q < Double.POSITIVE_INFINITY)) {
      return new FixedPoint(q, chi, none, none, none);
    }
    if (q == 0) {
      return new FixedPoint(0, chi, none, depth(chi), none); // V'(0) = chi where f(0) = 0
    }
    double varianceDepth = depth(varianceSlope(field, q));
    double c = chi <= 1 + EQUAL ? 1 : chaotic(field, q);
    double slope = c == 1 ? chi : field.correlationSlope(q, c);
    return new FixedPoint(q, chi, c, varianceDepth, depth(slope));
  }

  /** chi at q; its limit where q is 0 or infinite. */
  static double chiAt(MeanField field, double q) {
    if (q == 0) {
      double right = field.activation().exactSlope(TINY);
      double left = field.activation().exactSlope(-TINY);
      return 0.5 * field.weightVariance() * (right * right + left * left);
    }
    return field.chi(Math.min(q, LARGE));
  }

  /** V'(q): a fixed point is stable where it is below 1 in size. */
  static double varianceSlope(MeanField field, double q) {
    double h = 1e-4 * q;
    return (field.variance(q + h) - field.variance(q - h)) / (2 * h);
  }

  /**
   * The fixed point of the correlation map below 1: there chi &gt; 1 and pairs drift apart. From 0
   * to 1 the map bends upward only, so that there is one.
   */
  private static double chaotic(MeanField field, double q) {
    DoubleUnaryOperator apart = c -> c - field.correlation(q, c);
    if (apart.applyAsDouble(0) > -NEARLY_ZERO) {
      return 0; // E f = 0 and no biases: unrelated inputs stay unrelated
    }
    return apart.applyAsDouble(NEARLY_ONE) > 0 ? Root.of(apart, 0, NEARLY_ONE) : 1;
  }

  private static double depth(double slope) {
    if (Math.abs(slope - 1) < EQUAL) {
      return Double.POSITIVE_INFINITY;
    }
    return -1 / Math.log(Math.abs(slope));
  }

  /** Whether gradients vanish (chi below 1) with depth, explode, or neither. */
  public String phase() {
    if (Double.isNaN(chi)) {
      return "no phase: chi is not known";
    }
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
