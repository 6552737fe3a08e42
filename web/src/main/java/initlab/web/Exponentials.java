package initlab.web;

/**
 * exp, expm1 and tanh in Java. A call of the browser's own leaves WebAssembly and comes back, which
 * costs several times as much as the function itself.
 *
 * <p>x is k ln 2 + r with |r| at most (ln 2) / 2, where the series of exp needs 13 terms for the
 * last bit of a double. Beside StrictMath's, exp is within one unit in the last place, expm1 and
 * tanh within four.
 */
final class Exponentials {
  private static final double LN2 = 0x1.62e42fefa39efp-1;

  /** The first 32 bits of ln 2, so that k times it is exact, and the rest. */
  private static final double LN2_HIGH = 0x1.62e42feep-1;

  private static final double LN2_REST = 0x1.a39ef35793c76p-33;

  /** Beyond it exp(x) is infinite. */
  private static final double LARGEST = 709.782712893384;

  /** Below it exp(x) is 0. */
  private static final double SMALLEST = -745.2;

  /** From here down exp(x) is less than half of the last bit of 1. */
  private static final double NOTHING_BESIDE_ONE = -38;

  /** From here on tanh(x) is 1. */
  private static final double FLAT = 20;

  private static final int EXPONENT_OF_ONE = 1023;
  private static final int DIGITS_OF_FRACTION = 52;

  private Exponentials() {}

  static double exp(double x) {
    if (!(x <= LARGEST)) {
      return x * Double.POSITIVE_INFINITY; // NaN stays NaN
    } else if (x < SMALLEST) {
      return 0;
    }
    int k = wholes(x);
    int half = k >> 1; // 2^k itself may be no double
    return (1 + series(rest(x, k))) * power(half) * power(k - half);
  }

  static double expm1(double x) {
    if (!(x <= LARGEST)) {
      return x * Double.POSITIVE_INFINITY;
    } else if (x < NOTHING_BESIDE_ONE) {
      return -1;
    } else if (x == 0) {
      return x; // with its sign
    }
    int k = wholes(x);
    double s = series(rest(x, k));
    if (k > DIGITS_OF_FRACTION) {
      return (1 + s) * power(k - 1) * 2 - 1;
    }
    double scale = power(k);
    return (scale - 1) + scale * s;
  }

  static double tanh(double x) {
    double size = Math.abs(x);
    if (!(size < FLAT)) {
      return Double.isNaN(x) ? x : Math.copySign(1, x);
    }
    double e = expm1(-2 * size);
    return Math.copySign(-e / (e + 2), x);
  }

  private static int wholes(double x) {
    return (int) (x / LN2 + (x > 0 ? 0.5 : -0.5));
  }

  private static double rest(double x, int k) {
    return (x - k * LN2_HIGH) - k * LN2_REST;
  }

  /** r + r^2 / 2! + ... + r^13 / 13!, even and odd powers side by side, to be computed at once. */
  private static double series(double r) {
    double t = r * r;
    double even = 1.0 / 40_320 + t * (1.0 / 3_628_800 + t * (1.0 / 479_001_600));
    double odd = 1.0 / 362_880 + t * (1.0 / 39_916_800 + t * (1.0 / 6_227_020_800.0));
    even = 0.5 + t * (1.0 / 24 + t * (1.0 / 720 + t * even));
    odd = 1.0 / 6 + t * (1.0 / 120 + t * (1.0 / 5_040 + t * odd));
    return t * (r * odd + even) + r;
  }

  /** 2^k. A table of them would be asked at each call whether it is there yet. */
  private static double power(int k) {
    return Double.longBitsToDouble((long) (EXPONENT_OF_ONE + k) << DIGITS_OF_FRACTION);
  }
}
