package initlab.web;

import initlab.theory.MeanField;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * E f(sqrt(q) Z)^2 and E f'(sqrt(q) Z)^2 over q for a whole plane of weights and biases: on a
 * straight line between neighbours, both in logarithms. Each neighbour is integrated once, when it
 * is first needed: far out a wave such as sin is too rough. Beyond its ends the table is flat.
 */
final class MomentTable {
  private static final int DECADES = 8;
  private static final int EACH = 8;

  private final MeanField field;
  private final double[] activation = unknown();
  private final double[] slope = unknown();

  MomentTable(MeanField field) {
    this.field = field;
  }

  private static double[] unknown() {
    double[] logs = new double[2 * DECADES * EACH + 1];
    Arrays.fill(logs, Double.NaN);
    return logs;
  }

  /** E f^2; throws as {@link MeanField#activationMoment}. */
  double activation(double q) {
    return between(activation, field::activationMoment, q);
  }

  /** E f'^2; throws as {@link MeanField#slopeMoment}. */
  double slope(double q) {
    return between(slope, field::slopeMoment, q);
  }

  private static double between(double[] logs, DoubleUnaryOperator moment, double q) {
    double at = EACH * (Math.log10(q) + DECADES);
    int low = (int) Math.max(0, Math.min(logs.length - 2, at));
    double share = Math.max(0, Math.min(1, at - low));
    double first = log(logs, moment, low);
    if (share == 0 || Double.isInfinite(first)) {
      return Math.exp(first);
    }
    return Math.exp(first + share * (log(logs, moment, low + 1) - first));
  }

  private static double log(double[] logs, DoubleUnaryOperator moment, int i) {
    if (Double.isNaN(logs[i])) {
      logs[i] = Math.log(moment.applyAsDouble(Math.pow(10, (double) i / EACH - DECADES)));
    }
    return logs[i];
  }
}
