package initlab.theory;

import java.util.function.DoubleUnaryOperator;

/** Finds where a continuous function changes sign, by the Illinois form of false position. */
final class Root {
  private static final int MOST_STEPS = 200;

  private Root() {}

  /** A root between two points at which f has different signs, to 1e-13 of their size. */
  static double of(DoubleUnaryOperator f, double from, double to) {
    double a = from;
    double b = to;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    for (int i = 0; i < MOST_STEPS && fb != 0 && Math.abs(b - a) > 1e-13 * Math.abs(b); i++) {
      double c = fa == fb ? 0.5 * (a + b) : b - fb * (b - a) / (fb - fa);
      double fc = f.applyAsDouble(c);
      if (Math.abs(fc) < 1e-15 * Math.max(1, Math.abs(c))) {
        return c;
      }
      if (fc > 0 == fb > 0) {
        fa *= 0.5; // the end that stays counts half, so that it moves too
      } else {
        a = b;
        fa = fb;
      }
      b = c;
      fb = fc;
    }
    return b;
  }
}
