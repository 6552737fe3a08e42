package initlab.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Slopes of a function that is given by its values only, right beside a kink or a jump too.
 *
 * <p>Of the three five-point stencils to the left of z, around it and to its right, the one over
 * which the function is smoothest decides (least fourth difference). Harten et al. (1987). Where
 * none is smooth, as of a fast oscillation, the stencils are narrowed.
 */
public final class Derivative {
  private static final double STEP = 1e-3;
  private static final int NARROWER = 4;
  private static final int MOST_NARROWINGS = 6;

  /** A point of its own, as 0 of the sign function, is passed by this much. */
  private static final double BESIDE = 1e-9;

  /** Weights of f(z - 4h) ... f(z), of f(z - 2h) ... f(z + 2h), and of f(z) ... f(z + 4h). */
  private static final double[][] SLOPE = {
    {3, -16, 36, -48, 25}, {1, -8, 0, 8, -1}, {-25, 48, -36, 16, -3}
  };

  /** A slope, how far its values are from a cubic's, and whether that is too far. */
  private record Stencil(double slope, double roughness, double step, boolean smooth) {
    boolean betterThan(Stencil other) {
      return !(roughness / step >= other.roughness / other.step);
    }
  }

  private Derivative() {}

  /**
   * f'(z), to about 1e-10 where f is smooth on one side of z at least, over a hundredth of a period
   * if it oscillates; infinity where the values themselves are infinite, NaN where they are NaN.
   */
  public static double at(DoubleUnaryOperator f, double z) {
    Stencil found = best(f, z);
    if (found.smooth) {
      return found.slope;
    }
    Stencil beside = best(f, z + BESIDE * Math.max(1, Math.abs(z)));
    return beside.smooth ? beside.slope : found.slope;
  }

  private static Stencil best(DoubleUnaryOperator f, double z) {
    double h = STEP * Math.max(1, Math.abs(z));
    Stencil best = smoothest(f, z, h);
    for (int i = 0; i < MOST_NARROWINGS && !best.smooth; i++) {
      h /= NARROWER;
      Stencil narrower = smoothest(f, z, h);
      best = narrower.betterThan(best) ? narrower : best;
    }
    return best;
  }

  private static Stencil smoothest(DoubleUnaryOperator f, double z, double h) {
    double[] y = new double[9];
    for (int i = 0; i < 9; i++) {
      y[i] = f.applyAsDouble(z + (i - 4) * h);
    }
    int smoothest = 2; // the stencil around z, unless another is smoother
    for (int first : new int[] {0, 4}) {
      smoothest = roughness(y, first) < 0.5 * roughness(y, smoothest) ? first : smoothest;
    }
    return stencil(y, smoothest, h);
  }

  /**
   * One side at least must be smooth too: around a point of symmetry the fourth difference is 0,
   * whatever the function.
   */
  private static Stencil stencil(double[] y, int first, double h) {
    double side = Math.min(roughness(y, 0), roughness(y, 4));
    double roughness = Math.max(roughness(y, first), side);
    double change = slope(y, first) / 12;
    if (!(roughness(y, first) < Double.POSITIVE_INFINITY && Double.isFinite(change))) {
      double slope = Double.isNaN(y[4]) ? y[4] : Double.POSITIVE_INFINITY;
      return new Stencil(slope, Double.POSITIVE_INFINITY, h, true);
    }
    double noise = 1e-12 * Math.max(Math.abs(y[first]), Math.abs(y[first + 4]));
    return new Stencil(change / h, roughness, h, roughness <= 1e-8 * Math.abs(change) + noise);
  }

  private static double roughness(double[] y, int first) {
    double fourth =
        y[first] - 4 * y[first + 1] + 6 * y[first + 2] - 4 * y[first + 3] + y[first + 4];
    return Double.isNaN(fourth) ? Double.POSITIVE_INFINITY : Math.abs(fourth);
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
