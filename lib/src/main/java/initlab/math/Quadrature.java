package initlab.math;

import initlab.base.Args;
import initlab.base.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Adaptive Gauss-Kronrod quadrature of one function: an interval is halved until its two rules
 * agree to 1e-13 of the whole, so that a kink or a jump anywhere is found, and a function that
 * never settles is refused.
 */
final class Quadrature {
  /** A piece of the line. */
  record Span(double from, double to) {}

  private record Cell(GaussKronrod rule, double from, double to) {}

  private static final double TOLERANCE = 1e-13;
  private static final double ROUNDING = 1e-14;
  private static final int MAX_HALVINGS = 40;

  /** The share of the whole that the last 1e-12 of a jump may hold, but not a pole. */
  private static final double NEGLIGIBLE = 1e-9;

  /** A cell that holds less of the whole than this is where an integrand has died out. */
  private static final double DEAD = 1e-17;

  /** Beyond, the root of the normal density is too small for a double to hold all its digits. */
  private static final double FARTHEST = 53;

  /** An interval that had to be halved until only so few halvings were left holds a jump. */
  private static final int FEW = 18;

  /** One jump costs 80 rules: enough for several hundred of them. */
  private static final int MAX_RULES = 40_000;

  private final DoubleUnaryOperator f;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Span> rough = new ArrayList<>();
  private double scale;
  private int rules;

  private Quadrature(DoubleUnaryOperator f) {
    this.f =
        z -> {
          Progress.checkInterrupted(); // a function may be slow, and a reader impatient
          return f.applyAsDouble(z);
        };
  }

  /**
   * The integral of f from the first edge to the last.
   *
   * @param edges in rising order, where the halving begins
   * @throws IllegalArgumentException if f is too wild, or not a function at all
   */
  static double integral(DoubleUnaryOperator f, double... edges) {
    Quadrature it = new Quadrature(f);
    it.cover(edges);
    return it.sum();
  }

  /**
   * The integral over the whole line of a function that dies out: from the first edge to the last,
   * and beyond both in steps of 1 until it has; infinity if it has not by 53, or is infinite.
   *
   * @param edges in rising order, where the halving begins
   * @throws IllegalArgumentException as {@link #integral}
   */
  static double line(DoubleUnaryOperator f, double... edges) {
    Quadrature it = new Quadrature(f);
    it.cover(edges);
    boolean up = it.extendUp();
    boolean down = it.extendDown();
    return up && down && it.scale < Double.POSITIVE_INFINITY ? it.sum() : Double.POSITIVE_INFINITY;
  }

  /** Where f had to be looked at most closely: its jumps, and some of its kinks. */
  static List<Span> roughPlaces(DoubleUnaryOperator f, double... edges) {
    Quadrature it = new Quadrature(f);
    it.cover(edges);
    it.sum();
    return it.rough;
  }

  private void cover(double... edges) {
    for (int i = 1; i < edges.length; i++) {
      add(edges[i - 1], edges[i]);
    }
  }

  private Cell add(double from, double to) {
    Cell cell = new Cell(rule(from, to), from, to);
    cells.add(cell);
    scale += cell.rule().magnitude();
    return cell;
  }

  /** Goes on beyond the last cell while there is something there; whether it died out. */
  private boolean extendUp() {
    Cell last = cells.get(cells.size() - 1);
    while (goesOn(last) && last.to() < FARTHEST) {
      last = add(last.to(), last.to() + 1);
    }
    return last.rule().magnitude() <= NEGLIGIBLE * scale;
  }

  private boolean extendDown() {
    Cell first = cells.get(0);
    while (goesOn(first) && first.from() > -FARTHEST) {
      first = add(first.from() - 1, first.from());
    }
    return first.rule().magnitude() <= NEGLIGIBLE * scale;
  }

  private boolean goesOn(Cell end) {
    return end.rule().magnitude() > DEAD * scale && scale < Double.POSITIVE_INFINITY;
  }

  private double sum() {
    double sum = 0;
    for (Cell cell : cells) {
      sum += refined(cell.rule(), cell.from(), cell.to(), MAX_HALVINGS);
    }
    return sum;
  }

  private GaussKronrod rule(double from, double to) {
    return GaussKronrod.of(f, from, to);
  }

  private double refined(GaussKronrod rule, double from, double to, int halvings) {
    if (!(rule.magnitude() < Double.POSITIVE_INFINITY)) {
      return rule.magnitude();
    }
    boolean agree = rule.error() <= TOLERANCE * scale + ROUNDING * rule.magnitude();
    if (agree || (halvings == 0 && rule.magnitude() < NEGLIGIBLE * scale)) {
      if (halvings < FEW) {
        rough.add(new Span(from, to));
      }
      return rule.integral();
    }
    if (++rules > MAX_RULES || halvings == 0) {
      throw tooWild(0.5 * (from + to));
    }
    double middle = 0.5 * (from + to);
    return refined(rule(from, middle), from, middle, halvings - 1)
        + refined(rule(middle, to), middle, to, halvings - 1);
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
