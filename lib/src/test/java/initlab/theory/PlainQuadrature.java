package initlab.theory;

import java.util.function.DoubleUnaryOperator;

/**
 * Expectations over normal variables as plain sums over a grid, which shares no line with the
 * library's quadrature. The grid's cells meet at 0, so that a kink there does no harm in one
 * dimension; in two, a kink costs the square of the step, a jump the step.
 */
final class PlainQuadrature {
  private static final double SPAN = 7.2;
  private static final double FINE = 1e-3;
  private static final double COARSE = 0.08;

  private PlainQuadrature() {}

  /** E f(sqrt(q) Z)^2, to 1e-7. */
  static double moment(DoubleUnaryOperator f, double q) {
    double sum = 0;
    for (double z = -SPAN + FINE / 2; z < SPAN; z += FINE) {
      double value = f.applyAsDouble(Math.sqrt(q) * z);
      sum += value * value * density(z) * FINE;
    }
    return sum;
  }

  /** E f(sqrt(q) U) f(sqrt(q) V) for U and V of correlation c; to 1e-9 for smooth f. */
  static double product(DoubleUnaryOperator f, double q, double c) {
    double s = Math.sqrt(q);
    double rest = Math.sqrt(1 - c * c);
    double sum = 0;
    for (double u = -SPAN + COARSE / 2; u < SPAN; u += COARSE) {
      double inner = 0;
      for (double v = -SPAN + COARSE / 2; v < SPAN; v += COARSE) {
        inner += f.applyAsDouble(s * (c * u + rest * v)) * density(v);
      }
      sum += f.applyAsDouble(s * u) * density(u) * inner * COARSE * COARSE;
    }
    return sum;
  }

  private static double density(double z) {
    return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }
}
