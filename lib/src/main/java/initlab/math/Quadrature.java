package initlab.math;

import initlab.base.Args;
import java.util.function.DoubleUnaryOperator;

/**
 * Adaptive Gauss-Kronrod quadrature of one function: an interval is halved until its two rules
 * agree to 1e-13 of the whole, so that a kink or a jump anywhere is found, and a function that
 * never settles is refused.
 */
final class Quadrature {
  private static final double TOLERANCE = 1e-13;
  private static final double ROUNDING = 1e-14;
  private static final int MAX_HALVINGS = 40;

  /** The share of the whole that the last 1e-12 of a jump may hold, but not a pole. */
  private static final double NEGLIGIBLE = 1e-9;

  /** One jump costs 80 rules: enough for several hundred of them. */
  private static final int MAX_RULES = 40_000;

  private final DoubleUnaryOperator f;
  private double scale;
  private int rules;

  private Quadrature(DoubleUnaryOperator f) {
    this.f = f;
  }

  /**
   * The integral of f from the first edge to the last.
   *
   * @param edges in rising order, where the halving begins
   * @throws IllegalArgumentException if f is too wild, or not a function at all
   */
  static double integral(DoubleUnaryOperator f, double... edges) {
    return new Quadrature(f).between(edges);
  }

  private double between(double[] edges) {
    GaussKronrod[] coarse = new GaussKronrod[edges.length - 1];
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = GaussKronrod.of(f, edges[i], edges[i + 1]);
      scale += coarse[i].magnitude();
    }
    double sum = 0;
    for (int i = 0; i < coarse.length; i++) {
      sum += refined(coarse[i], edges[i], edges[i + 1], MAX_HALVINGS);
    }
    return sum;
  }

  private double refined(GaussKronrod rule, double from, double to, int halvings) {
    boolean agree = rule.error() <= TOLERANCE * scale + ROUNDING * rule.magnitude();
    if (agree || (halvings == 0 && rule.magnitude() < NEGLIGIBLE * scale)) {
      return rule.integral();
    }
    if (++rules > MAX_RULES || halvings == 0) {
      throw tooWild(0.5 * (from + to));
    }
    double middle = 0.5 * (from + to);
    return refined(GaussKronrod.of(f, from, middle), from, middle, halvings - 1)
        + refined(GaussKronrod.of(f, middle, to), middle, to, halvings - 1);
  }

  private IllegalArgumentException tooWild(double z) {
    double once = f.applyAsDouble(z);
    boolean repeats = true;
    for (int i = 0; i < 8; i++) {
      repeats &= f.applyAsDouble(z) == once;
    }
    return Args.bad(
        "the function",
        repeats ? "too rough to integrate" : "another one at every call: f(z) differs from f(z)",
        "a function with a finite mean and at most some hundred jumps",
        repeats ? "Look for noise in it, or smooth it." : "Take chance and state out of it.");
  }
}
