package initlab.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/** Where a function changes sign, by Brent's method (1973). */
public final class Root {
  private static final double RELATIVE = 1e-14;

  /** Far below any root that is looked for, so that the relative accuracy is what counts. */
  private static final double ABSOLUTE = 1e-300;

  private static final BrentSolver SOLVER = new BrentSolver(RELATIVE, ABSOLUTE, 0);

  private Root() {}

  /**
   * A root of f between two points, to 1e-13 of its size; where f jumps, the jump.
   *
   * @throws IllegalArgumentException if f has the same sign, and not 0, at both points
   */
  public static double of(DoubleUnaryOperator f, double from, double to) {
    return SOLVER.findRoot(f, from, to);
  }
}
