package initlab.web;

/**
 * exp, expm1 and tanh in Java, bit by bit those of StrictMath. A call of the browser's own leaves
 * WebAssembly and comes back, which costs several times as much as the function itself.
 *
 * <p>The formulas are those of fdlibm, whose notice is: Copyright (C) 1993 by Sun Microsystems,
 * Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to
 * use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 *
 * <p>x is k ln 2 + r with |r| at most (ln 2) / 2, and exp(r) comes from a polynomial. Sums and
 * products begin with the part in brackets where there is one: see the traps in the README.
 */
final class Exponentials {
  /** Rounded up, as fdlibm has it, which reads the upper half of a number's bits alone. */
  private static final double HALF_LN2 = 0x1.62e43p-2;

  private static final double CLOSE = 1e-6;
  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double ONE_BY_LN2 = 1.44269504088896338700;
  private static final double OVERFLOW = 7.09782712893383973096e+02;
  private static final double UNDERFLOW = -7.45133219101941108420e+02;

  /** From here down exp(x) - 1 is -1. */
  private static final double ALL_OF_IT = -0x1.3687ap5;

  /** 2^-k is less than the last bit of 1 for a k above it. */
  private static final int DIGITS = 56;

  private static final double P1 = 1.66666666666666019037e-01;
  private static final double P2 = -2.77777777770155933842e-03;
  private static final double P3 = 6.61375632143793436117e-05;
  private static final double P4 = -1.65339022054652515390e-06;
  private static final double P5 = 4.13813679705723846039e-08;

  private static final double Q1 = -3.33333333333331316428e-02;
  private static final double Q2 = 1.58730158725481460165e-03;
  private static final double Q3 = -7.93650757867487942473e-05;
  private static final double Q4 = 4.00821782732936239552e-06;
  private static final double Q5 = -2.01099218183624371326e-07;

  private static final int EXPONENT_OF_ONE = 1023;
  private static final int LEAST_EXPONENT = -1022;
  private static final int DIGITS_OF_FRACTION = 52;

  private Exponentials() {}

  static double exp(double x) {
    if (!(x <= OVERFLOW)) {
      return x * Double.POSITIVE_INFINITY; // NaN stays NaN
    } else if (x < UNDERFLOW) {
      return 0;
    }
    double size = Math.abs(x);
    if (size < 0x1p-28) {
      return 1 + x;
    }
    int k = wholes(x, size);
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double c = bend(r);
    double y = 1 - ((low - (r * c) / (2 - c)) - high);
    return k > LEAST_EXPONENT && k < EXPONENT_OF_ONE ? y * power(k) : scaled(y, k);
  }

  /** The k of k ln 2 + r. Which numbers are small enough for 0 is a convention: see HALF_LN2. */
  private static int wholes(double x, double size) {
    if (Math.abs(size - HALF_LN2) < CLOSE && size < HALF_LN2) {
      return 0;
    }
    return (int) (ONE_BY_LN2 * x + (x > 0 ? 0.5 : -0.5));
  }

  /** The c of exp(r) = 1 + 2 r / (2 - c) + ... */
  private static double bend(double r) {
    double t = r * r;
    return r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  }

  /** y 2^k, in two steps, for 2^k itself may be no double. */
  private static double scaled(double y, int k) {
    int half = k >> 1;
    return y * power(half) * power(k - half);
  }

  /** 2^k. A table of them would be asked at each call whether it is there yet. */
  private static double power(int k) {
    return Double.longBitsToDouble((long) (EXPONENT_OF_ONE + k) << DIGITS_OF_FRACTION);
  }

  static double expm1(double x) {
    if (!(x <= OVERFLOW)) {
      return x * Double.POSITIVE_INFINITY;
    } else if (x <= ALL_OF_IT) {
      return -1;
    }
    double size = Math.abs(x);
    if (size < 0x1p-54) {
      return x;
    }
    if (size < HALF_LN2) {
      double square = 0.5 * x * x;
      return x - (x * bend(x, square) - square);
    }
    int k = wholes(x, size);
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double lost = (high - r) - low;
    double square = 0.5 * r * r;
    double e = (bend(r, square) - lost) * r - lost - square;
    return lessOne(r, e, k);
  }

  /** The e of exp(r) - 1 = r - (r e - r^2 / 2), of |r| up to HALF_LN2. */
  private static double bend(double r, double square) {
    double r1 = 1 + square * (Q1 + square * (Q2 + square * (Q3 + square * (Q4 + square * Q5))));
    double t = 3 - r1 * (0.5 * r);
    return (r1 - t) / (6 - r * t) * square;
  }

  /** 2^k (1 + r - e) - 1, for k other than 0. */
  private static double lessOne(double r, double e, int k) {
    if (k == -1) {
      return 0.5 * (r - e) - 0.5;
    } else if (k == 1) {
      return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
    } else if (k < 0 || k > DIGITS) {
      return scaled(1 - (e - r), k) - 1;
    }
    double one = power(-k);
    double y = k < 20 ? (1 - one) - (e - r) : r - (e + one) + 1;
    return y * power(k);
  }

  static double tanh(double x) {
    double size = Math.abs(x);
    if (size < 0x1p-55) {
      return x * (1 + x);
    } else if (!(size < 22)) {
      return Double.isNaN(x) ? x : Math.signum(x);
    }
    double t = expm1(size < 1 ? -2 * size : 2 * size);
    double tanh = size < 1 ? -t / (t + 2) : 1 - 2 / (t + 2);
    return x < 0 ? -tanh : tanh;
  }
}
