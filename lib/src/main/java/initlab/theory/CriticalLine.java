package initlab.theory;

import initlab.base.Args;
import initlab.math.Root;

/**
 * The line chi = 1 in the plane of sigma_w^2 and sigma_b^2, followed by the variance q: on it
 * sigma_w^2 = 1 / E f'^2 and sigma_b^2 = q - E f^2 / E f'^2. Poole et al. (2016).
 */
final class CriticalLine {
  private static final double LEAST = 1e-12;
  private static final double MOST = 1e6;

  private CriticalLine() {}

  static double weightVariance(MeanField field) {
    double low = LEAST;
    if (excess(field, low) >= -1e-9 * low) {
      return 1 / field.slopeMoment(low);
    }
    double high = low;
    while (excess(field, high) < 0) {
      low = high;
      high *= 2;
      if (high > MOST) {
        throw Args.bad(
            "the bias variance sigma_b^2",
            field.biasVariance(),
            "one for which chi = 1 is possible",
            "ReLU, for one, has an edge of chaos at sigma_b^2 = 0 only.");
      }
    }
    return 1 / field.slopeMoment(Root.of(q -> excess(field, q), low, high));
  }

  /** The bias variance that makes q critical, less the one asked for. */
  private static double excess(MeanField field, double q) {
    return q - field.activationMoment(q) / field.slopeMoment(q) - field.biasVariance();
  }
}
