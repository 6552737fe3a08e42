package initlab.theory;

import java.util.Arrays;

/**
 * One normal logit y among those whose exponentials are summed: E [1 - exp(-exp(y - x))], to all
 * digits also where it is small. A sum with equal steps, below a quarter of what either factor of
 * the integrand takes to change: that is exact to rounding, for both are smooth and die out.
 */
final class Logit {
  private static final double REACH = 9; // beyond, a normal law has 1e-19
  private static final double NEGLIGIBLE = -50;
  private static final double ALL = 4; // exp(-e^4) is nothing beside 1
  private static final double SMALL = 1e-4;

  private final double[] logits;
  private final double[] weights;
  private final double[] above; // the weights from here on

  Logit(double mean, double std) {
    double step = Math.min(0.3, 0.25 / std);
    int half = std == 0 ? 0 : (int) Math.ceil(REACH / step);
    logits = new double[2 * half + 1];
    weights = new double[2 * half + 1];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double z = (i - half) * step;
      logits[i] = std == 0 ? mean : mean + std * z;
      weights[i] = std == 0 ? 1 : Math.exp(-0.5 * z * z);
      sum += weights[i];
    }
    above = new double[weights.length + 1];
    for (int i = weights.length - 1; i >= 0; i--) {
      weights[i] /= sum;
      above[i] = above[i + 1] + weights[i];
    }
  }

  /** E [1 - exp(-exp(y - x))]. */
  double lost(double x) {
    int first = Arrays.binarySearch(logits, x + ALL);
    int from = first < 0 ? -first - 1 : first;
    double sum = above[from];
    for (int i = from - 1; i >= 0 && logits[i] - x > NEGLIGIBLE; i--) {
      double e = Math.exp(logits[i] - x);
      sum += weights[i] * (e < SMALL ? e * (1 - e / 2 * (1 - e / 3)) : 1 - Math.exp(-e));
    }
    return sum;
  }
}
