package initlab.math;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Finds where a function is not continuous: its slope has no second moment there. */
public final class Jumps {
  /** A change of this share of the function's size between two neighbouring places is a jump. */
  private static final double CHANGE = 1e-6;

  /** Enough to come down from a cell to two neighbouring doubles, or to 1e-30 beside 0. */
  private static final int HALVINGS = 80;

  /** So far around a place the change must last: a value of one point alone is no jump. */
  private static final double BESIDE = 1e-12;

  /** What is found so near to 0 is at 0. */
  private static final double ZERO = 1e-25;

  /** Up to this std a normal variable sees what a function does at z of about 1. */
  private static final double NEAR = 4;

  private static final double CLOSER = 100;

  private Jumps() {}

  /**
   * The first jump of f(std z) that is found, as a place in f; empty if f is continuous wherever a
   * normal z goes, or infinite somewhere. It must be of 1e-4 of the function's size at least, where
   * the normal density is not small.
   *
   * @param std 0 or more, and finite
   * @throws IllegalArgumentException if f gives NaN, or is too rough to integrate
   */
  public static OptionalDouble first(DoubleUnaryOperator f, double std) {
    for (double s = std; s > NEAR; s /= CLOSER) {
      OptionalDouble wide = at(f, s);
      if (wide.isPresent()) {
        return wide;
      }
    }
    return at(f, Math.min(std, NEAR));
  }

  /** The same for this one std, to which jumps at much smaller z are too near to each other. */
  private static OptionalDouble at(DoubleUnaryOperator f, double std) {
    double size = Gaussian.rootMeanSquare(f, std);
    if (std == 0 || !(size > 0 && size < Double.POSITIVE_INFINITY)) {
      return OptionalDouble.empty();
    }
    DoubleUnaryOperator scaled = z -> f.applyAsDouble(std * z) / size;
    DoubleUnaryOperator weighted = z -> scaled.applyAsDouble(z) * Gaussian.density(z);
    for (Quadrature.Span span : Quadrature.roughPlaces(weighted, Edges.of(0, std))) {
      double z = steepest(scaled, span.from(), span.to());
      if (!Double.isNaN(z)) {
        return OptionalDouble.of(Math.abs(z) < ZERO ? 0 : std * z);
      }
    }
    return OptionalDouble.empty();
  }

  /** Follows the larger change down to two neighbours; NaN where it fades on the way. */
  private static double steepest(DoubleUnaryOperator f, double from, double to) {
    double left = from;
    double right = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (left + right);
      double at = f.applyAsDouble(middle);
      boolean below = change(f.applyAsDouble(left), at) >= change(at, f.applyAsDouble(right));
      right = below ? middle : right;
      left = below ? left : middle;
    }
    double gap = BESIDE * Math.max(1, Math.abs(left));
    boolean jump = jumps(f, left, right) && jumps(f, left - gap, right + gap);
    return jump ? 0.5 * (left + right) : Double.NaN;
  }

  private static boolean jumps(DoubleUnaryOperator f, double left, double right) {
    return change(f.applyAsDouble(left), f.applyAsDouble(right)) > CHANGE;
  }

  private static double change(double a, double b) {
    return Math.abs(a - b);
  }
}
