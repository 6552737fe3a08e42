package initlab.math;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
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
  /** Where the variance is a smaller share of the second moment, their difference is too rough. */
  private static final double FEW_DIGITS_LOST = 1e-3;

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
    double[] sums = sums(x, n);
    double mean = (sums[0] + sums[1]) / n;
    double second = (sums[2] + sums[3]) / n;
    double variance = second - mean * mean;
    if (!(variance > FEW_DIGITS_LOST * second)) {
      variance = centred(x, n, mean, second) / n;
    }
    return new Moments(n, mean, variance, second);
  }

  /**
   * sum x in two halves, then sum x^2 in two, each added up in two parts, so that no addition waits
   * for the one before it. The halves are added by the caller: a translation to JavaScript that
   * leaves out the brackets of (a + b) + (c + d) finds none here.
   */
  private static double[] sums(double[] x, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    double q0 = 0, q1 = 0, q2 = 0, q3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      q0 += x[i] * x[i];
      q1 += x[i + 1] * x[i + 1];
      q2 += x[i + 2] * x[i + 2];
      q3 += x[i + 3] * x[i + 3];
    }
    for (; i < n; i++) {
      s0 += x[i];
      q0 += x[i] * x[i];
    }
    return new double[] {s0 + s1, s2 + s3, q0 + q1, q2 + q3};
  }

  /** sum (x - mean)^2, in a pass of its own; exactly 0 of equal numbers, whose mean is rounded. */
  private static double centred(double[] x, int n, double mean, double second) {
    if (Arrays.stream(x, 0, n).allMatch(v -> v == x[0])) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double d = x[i] - mean;
      sum += d * d;
    }
    return Double.isNaN(sum) ? second : sum;
  }

  /** The standard deviation, sqrt(variance). */
  public double std() {
    return Math.sqrt(variance);
  }

  /** "12 numbers: mean 0, variance 1, second moment 1". */
  @Override
  public String toString() {
    return count
        + " numbers: mean "
        + Numbers.brief(mean, 6)
        + ", variance "
        + Numbers.brief(variance, 6)
        + ", second moment "
        + Numbers.brief(secondMoment, 6);
  }
}
