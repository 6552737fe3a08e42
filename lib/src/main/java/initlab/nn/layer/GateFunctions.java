package initlab.nn.layer;

/** The two functions of gates, over a stretch of an array. */
final class GateFunctions {
  /** Below this tanh by exponentials would lose digits to 1 - 1. */
  private static final double SMALL = 0.1;

  private GateFunctions() {}

  /**
   * Overwrites n numbers from a place on by 1 / (1 + exp(-z)): for large -z that is 1 / infinity.
   */
  static void sigmoid(double[] z, int at, int n) {
    for (int j = at; j < at + n; j++) {
      z[j] = 1 / (1 + Math.exp(-z[j]));
    }
  }

  /** Writes tanh of n numbers; the two arrays may be one. */
  static void tanh(double[] z, int at, double[] out, int to, int n) {
    for (int j = 0; j < n; j++) {
      out[to + j] = tanh(z[at + j]);
    }
  }

  /**
   * tanh(z) by one exponential, or for small z by six terms of its series, some times as fast as
   * StrictMath's and right to 3e-16 of it and 1e-15 of itself.
   */
  static double tanh(double z) {
    if (z > -SMALL && z < SMALL) {
      double s = z * z;
      double rest =
          s * (17.0 / 315 + s * (-62.0 / 2835 + s * (1382.0 / 155925 - s * 21844.0 / 6081075)));
      return z * (1 + s * (-1.0 / 3 + s * (2.0 / 15 - rest)));
    }
    double e = Math.exp(-2 * Math.abs(z));
    return Math.copySign((1 - e) / (1 + e), z);
  }
}
