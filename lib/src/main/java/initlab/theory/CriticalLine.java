package initlab.theory;

import initlab.base.Args;
import initlab.math.Crossing;
import java.util.OptionalDouble;

/**
 * The line chi = 1 in the plane of sigma_w^2 and sigma_b^2, followed by the variance q: on it
 * sigma_w^2 = 1 / E f'^2 and sigma_b^2 = q - E f^2 / E f'^2. Poole et al. (2016).
 *
 * <p>A q on it counts only if the variance map runs into it from 1. That of GELU at sigma_b^2 = 0
 * does not: q = 0 has chi = 1 at sigma_w^2 = 4, but there the map from 1 runs to infinity. Nor does
 * one that it starts on but would leave, as 1 is for exp: rounding decides where it goes.
 */
final class CriticalLine {
  private static final double LEAST = 1e-12;
  private static final double MOST = 1e6;

  /** From here on the slope of a smooth function stands out from the rounding of its values. */
  private static final double SMOOTH = 1e-3;

  private static final double STEP = Math.sqrt(2);

  private static final int MOST_CROSSINGS = 8;

  /** How near to 1 chi must be at the variance that is reached. */
  private static final double CLOSE = 1e-6;

  private CriticalLine() {}

  /** The sigma_w^2 of the line at this field's sigma_b^2. */
  static double weightVariance(MeanField field) {
    double atZero = FixedPoint.chiAt(field.weights(1), 0);
    double from = begin(field);
    if (from == LEAST && excess(field, LEAST) >= -1e-6 * LEAST && reached(field, atZero)) {
      return 1 / atZero;
    }
    for (int i = 0; i < MOST_CROSSINGS; i++) {
      OptionalDouble q = Crossing.first(at -> excess(field, at), from, MOST, STEP);
      if (q.isEmpty()) {
        break;
      }
      if (reached(field, field.slopeMoment(q.getAsDouble()))) {
        return 1 / field.slopeMoment(q.getAsDouble());
      }
      from = q.getAsDouble() * (1 + 1e-6);
    }
    throw Args.bad(
        "the bias variance sigma_b^2",
        field.biasVariance(),
        "one at which some sigma_w^2 has chi = 1 where the variance map from 1 ends",
        field.activation().name()
            + " has no edge of chaos here. Look at others: ReLU has one at 0 only, GELU and SiLU"
            + " have theirs at larger sigma_b^2 only.");
  }

  /**
   * The least variance at which the slopes can be integrated: of a function that is flat at 0 but
   * not 0 there, as cos, they are lost in the rounding of its values before.
   */
  private static double begin(MeanField field) {
    double q = LEAST;
    while (q < SMOOTH && field.activation().apply(0) != 0) {
      try {
        field.slopeMoment(q);
        return q;
      } catch (IllegalArgumentException rounding) {
        q *= 10;
      }
    }
    return q;
  }

  /** Whether the map from 1 ends where chi = 1, if sigma_w^2 is one over this E f'^2. */
  private static boolean reached(MeanField field, double slopes) {
    if (!(slopes > 0 && slopes < Double.POSITIVE_INFINITY)) {
      return false;
    }
    MeanField critical = field.weights(1 / slopes);
    double end = critical.fixedVariance();
    return Double.isFinite(end)
        && Math.abs(FixedPoint.chiAt(critical, end) - 1) < CLOSE
        && !(end > 0 && FixedPoint.varianceSlope(critical, end) > 1 + CLOSE);
  }

  /** The bias variance that makes q critical, less the one asked for. */
  private static double excess(MeanField field, double q) {
    return q - field.activationMoment(q) / field.slopeMoment(q) - field.biasVariance();
  }
}
