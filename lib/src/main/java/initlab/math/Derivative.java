package initlab.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Slopes of a function that is given by its values only, right beside a kink or a jump too.
 *
 * <p>Of the three five-point stencils to the left of z, around it and to its right, the one over
 * which the function is smoothest decides (least fourth difference). Harten et al. (1987).
 */
public final class Derivative {
  private static final double STEP = 1e-3;

  /** Weights of f(z - 4h) ... f(z), of f(z - 2h) ... f(z + 2h), and of f(z) ... f(z + 4h). */
  private static final double[][] SLOPE = {
    {3, -16, 36, -48, 25}, {1, -8, 0, 8, -1}, {-25, 48, -36, 16, -3}
  };

  private Derivative() {}

  /** f'(z), to about 1e-11 where f is smooth within 4e-3 on one side of z at least. */
  public static double at(DoubleUnaryOperator f, double z) {
    double h = STEP * Math.max(1, Math.abs(z));
    double[] y = new double[9];
    for (int i = 0; i < 9; i++) {
      y[i] = f.applyAsDouble(z + (i - 4) * h);
    }
    int smoothest = 2; // the stencil around z, unless another is smoother
    for (int first : new int[] {0, 4}) {
      smoothest = roughness(y, first) < 0.5 * roughness(y, smoothest) ? first : smoothest;
    }
    return slope(y, smoothest) / (12 * h);
  }

  private static double roughness(double[] y, int first) {
    return Math.abs(
        y[first] - 4 * y[first + 1] + 6 * y[first + 2] - 4 * y[first + 3] + y[first + 4]);
  }

  private static double slope(double[] y, int first) {
    double[] weights = SLOPE[first / 2];
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += weights[i] * y[first + i];
    }
    return sum;
  }
}
