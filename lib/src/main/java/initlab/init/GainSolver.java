package initlab.init;

import initlab.base.Numbers;
import initlab.math.Crossing;
import java.util.DoubleSummaryStatistics;
import java.util.function.DoubleUnaryOperator;

/** Solves size(s) = 1 for the least s, where size is a root mean square. */
final class GainSolver {
  private static final double FROM = 1e-3;
  private static final double TO = 1e2;
  private static final double STEP = Math.sqrt(2);

  /** What counts as 1: a hundred times the error of the quadrature. */
  private static final double SAME = 1e-11;

  private GainSolver() {}

  /**
   * The least s from 0.001 to 100 where size(s) crosses 1.
   *
   * @throws NoGainException if there is none, or every s is one
   */
  static double solve(DoubleUnaryOperator size, String name) {
    var seen = new DoubleSummaryStatistics();
    DoubleUnaryOperator excess =
        s -> {
          double here = size.applyAsDouble(s);
          seen.accept(here);
          return here - 1;
        };
    if (is0(excess.applyAsDouble(FROM)) && is0(excess.applyAsDouble(TO))) {
      throw new NoGainException(
          name + " has no one fixed point: its second moment E f(s z)^2 is 1 for every s.");
    }
    return Crossing.first(excess, FROM, TO, STEP)
        .orElseThrow(() -> none(name, seen.getMin(), seen.getMax()));
  }

  private static boolean is0(double excess) {
    return Math.abs(excess) < SAME;
  }

  private static NoGainException none(String name, double least, double most) {
    String never =
        most < 1
            ? "below 1; it reaches " + Numbers.brief(most * most)
            : "above 1; it falls to " + Numbers.brief(least * least);
    return new NoGainException(
        name + " has no fixed point: its second moment E f(s z)^2 stays " + never + ".");
  }
}
