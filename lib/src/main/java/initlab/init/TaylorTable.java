package initlab.init;

import java.util.function.DoubleUnaryOperator;

/**
 * A function that costs much, by its Taylor series at places 1/32 apart: to rounding from -6 to 6,
 * and itself beyond.
 */
final class TaylorTable {
  private static final int REACH = 6;
  private static final int PER_UNIT = 32;
  private static final int DEGREE = 8;
  private static final int TERMS = DEGREE + 1;

  private final DoubleUnaryOperator beyond;
  private final double[] coefficients = new double[(2 * REACH * PER_UNIT + 1) * TERMS];

  /** The derivative of this number at z. */
  @FunctionalInterface
  interface Derivatives {
    double at(double z, int number);
  }

  /** Of a function by its derivatives, number 0 the function itself. */
  TaylorTable(Derivatives derivatives, DoubleUnaryOperator beyond) {
    this.beyond = beyond;
    for (int i = 0; i < coefficients.length; i++) {
      double factorial = 1;
      for (int k = 2; k <= i % TERMS; k++) {
        factorial *= k;
      }
      int place = i / TERMS;
      double z = (double) place / PER_UNIT - REACH;
      coefficients[i] = derivatives.at(z, i % TERMS) / factorial;
    }
  }

  /** The function at z, also at infinity and NaN. */
  double at(double z) {
    if (!(Math.abs(z) <= REACH)) {
      return beyond.applyAsDouble(z);
    }
    int place = (int) (z * PER_UNIT + (REACH * PER_UNIT + 0.5));
    double t = z - ((double) place / PER_UNIT - REACH);
    int c = place * TERMS;
    double sum = coefficients[c + DEGREE];
    for (int power = DEGREE - 1; power >= 0; power--) {
      sum = sum * t + coefficients[c + power];
    }
    return sum;
  }
}
