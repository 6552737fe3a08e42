package initlab.init;

import initlab.base.Numbers;
import initlab.math.Root;
import java.util.function.DoubleUnaryOperator;

/** Solves moment(s) = 1 for the least s. */
final class GainSolver {
  private static final double FROM = 1e-3;
  private static final double TO = 1e2;
  private static final double STEP = Math.sqrt(2);

  private GainSolver() {}

  /**
   * The least s from 0.001 to 100 where moment(s) crosses 1.
   *
   * @throws NoGainException if there is none
   */
  static double solve(DoubleUnaryOperator moment, String name) {
    double s = FROM;
    double excess = moment.applyAsDouble(s) - 1;
    double most = excess;
    double least = excess;
    while (s < TO) {
      double next = s * STEP;
      double nextExcess = moment.applyAsDouble(next) - 1;
      if (excess * nextExcess <= 0) {
        return Root.of(x -> moment.applyAsDouble(x) - 1, s, next);
      }
      s = next;
      excess = nextExcess;
      most = Math.max(most, excess);
      least = Math.min(least, excess);
    }
    String never =
        most < 0
            ? "below 1; it reaches " + Numbers.brief(1 + most)
            : "above 1; it falls to " + Numbers.brief(1 + least);
    throw new NoGainException(
        name + " has no fixed point: its second moment E f(s z)^2 stays " + never + ".");
  }
}
