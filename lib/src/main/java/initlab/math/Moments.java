package initlab.math;

import org.ejml.data.DMatrixRMaj;

/**
 * Mean, variance and second moment of numbers.
 *
 * <p>mean = sum x / n; variance = sum (x - mean)^2 / n; second moment = sum x^2 / n, so that second
 * moment = variance + mean^2. Sums that leave the range of a double give infinity.
 *
 * @param count how many numbers
 */
public record Moments(long count, double mean, double variance, double secondMoment) {

  /**
   * The moments of all entries of a matrix. Not modified.
   *
   * @throws IllegalArgumentException if it has no entries
   */
  public static Moments of(DMatrixRMaj matrix) {
    return of(matrix.data, matrix.getNumElements());
  }

  /**
   * The moments of all values. Not modified.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Moments of(double... values) {
    return of(values, values.length);
  }

  private static Moments of(double[] x, int n) {
    Args.atLeast(1, n, "the number of values", "Moments of nothing are undefined: pass data.");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i];
      squares += x[i] * x[i];
    }
    double mean = sum / n;
    return new Moments(n, mean, centred(x, n, mean) / n, squares / n);
  }

  private static double centred(double[] x, int n, double mean) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double d = x[i] - mean;
      sum += d * d;
    }
    return sum;
  }

  /** The standard deviation, sqrt(variance). */
  public double std() {
    return Math.sqrt(variance);
  }
}
