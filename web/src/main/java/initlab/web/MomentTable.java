package initlab.web;

import initlab.theory.MeanField;

/**
 * E f(sqrt(q) Z)^2 and E f'(sqrt(q) Z)^2 over q, integrated once for a whole plane of weights and
 * biases: on a straight line between neighbours, both in logarithms. Beyond its ends it is flat.
 */
final class MomentTable {
  private static final int DECADES = 8;
  private static final int EACH = 8;

  private final double[] activation = new double[2 * DECADES * EACH + 1];
  private final double[] slope = new double[activation.length];

  /**
   * The table of a field's activation.
   *
   * @throws IllegalArgumentException as {@link MeanField#slopeMoment}
   */
  MomentTable(MeanField field) {
    for (int i = 0; i < activation.length; i++) {
      double q = Math.pow(10, (double) i / EACH - DECADES);
      activation[i] = Math.log(field.activationMoment(q));
      slope[i] = Math.log(field.slopeMoment(q));
    }
  }

  /** E f^2. */
  double activation(double q) {
    return between(activation, q);
  }

  /** E f'^2. */
  double slope(double q) {
    return between(slope, q);
  }

  private static double between(double[] logs, double q) {
    double at = EACH * (Math.log10(q) + DECADES);
    int low = (int) Math.max(0, Math.min(logs.length - 2, at));
    double share = Math.max(0, Math.min(1, at - low));
    if (share == 0) { // the next may be infinite
      return Math.exp(logs[low]);
    }
    return Math.exp(logs[low] + share * (logs[low + 1] - logs[low]));
  }
}
