package initlab.math;

import initlab.base.Args;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Looks for the first place where a function crosses 0, in steps of a factor. Where three steps
 * show the function coming nearer to 0 and leaving again, the nearest place between them is looked
 * up, so that two crossings within one step are found too.
 *
 * <pre>{@code
 * Crossing.first(x -> x * x - 2, 0.1, 100, 1.5)   // 1.414...
 * }</pre>
 */
public final class Crossing {
  private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);
  private static final int MOST_SECTIONS = 60;

  /** Values beyond this, and infinite ones, count as this: only their sign matters. */
  private static final double HUGE = 1e150;

  private final DoubleUnaryOperator f;

  private Crossing(DoubleUnaryOperator f) {
    this.f = x -> Math.max(-HUGE, Math.min(HUGE, f.applyAsDouble(x)));
  }

  /**
   * The crossing nearest to {@code from}, to 1e-13 of its size; empty if there is none.
   *
   * @param f its value may be infinite; a NaN ends the search
   * @param from where the search begins, positive
   * @param to where it ends, positive, on the side that the factor leads to
   * @param factor of a step: above 1 upward, below 1 downward
   * @throws IllegalArgumentException unless all three are positive
   */
  public static OptionalDouble first(DoubleUnaryOperator f, double from, double to, double factor) {
    Args.positive(from, "where the search begins", "It goes in factors.");
    Args.positive(to, "where the search ends", "It goes in factors.");
    Args.positive(factor, "the factor of a step", "1.5 is a fair step.");
    return new Crossing(f).search(from, to, factor);
  }

  private OptionalDouble search(double from, double to, double factor) {
    double before = from;
    double here = from;
    double atBefore = f.applyAsDouble(from);
    double atHere = atBefore;
    while (factor > 1 ? here < to : here > to) {
      double next = factor > 1 ? Math.min(here * factor, to) : Math.max(here * factor, to);
      double atNext = f.applyAsDouble(next);
      if (Double.isNaN(atNext)) {
        return OptionalDouble.empty();
      }
      if (!(atHere * atNext > 0)) {
        return OptionalDouble.of(between(here, next));
      }
      if (dips(Math.abs(atBefore), Math.abs(atHere), Math.abs(atNext))) {
        double nearest = nearest(before, next, Math.signum(atHere));
        if (f.applyAsDouble(nearest) * atHere <= 0) {
          return OptionalDouble.of(between(before, nearest));
        }
      }
      before = here;
      atBefore = atHere;
      here = next;
      atHere = atNext;
    }
    return OptionalDouble.empty();
  }

  /** A dip shallower than this is rounding: one that hides two crossings is far deeper. */
  private static boolean dips(double before, double here, double next) {
    return here <= before && here <= next && here < 0.9 * Math.max(before, next);
  }

  private double between(double a, double b) {
    return Root.of(f, Math.min(a, b), Math.max(a, b));
  }

  /** Where sign times f is least between two places, by golden section; ends at a crossing. */
  private double nearest(double a, double b, double sign) {
    double low = Math.log(a);
    double high = Math.log(b);
    for (int i = 0; i < MOST_SECTIONS; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      double atLeft = sign * f.applyAsDouble(Math.exp(left));
      double atRight = sign * f.applyAsDouble(Math.exp(right));
      if (Math.min(atLeft, atRight) <= 0) {
        return Math.exp(atLeft <= 0 ? left : right);
      }
      low = atLeft < atRight ? low : left;
      high = atLeft < atRight ? right : high;
    }
    return Math.exp(0.5 * (low + high));
  }
}
