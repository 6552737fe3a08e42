package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One set of axes with its curves.
 *
 * @param title what is drawn, such as {@code forward: second moment of activations}
 * @param xLabel name of the x axis
 * @param yLabel name of the y axis; empty where the title says it
 * @param curves at least one, each with its own name
 * @param log whether y shows decades (log10 of the values) or the plain values
 * @param endsLeft whether the signal travels from right to left, as a gradient does; labels stand
 *     where it ends and the y axis where it begins
 * @param logX whether x shows decades too; points at 0 and below have no place there
 * @param levels thin lines straight across
 * @param ground a curve whose height is shaded behind all others, on no scale: a density
 */
public record Panel(
    String title,
    String xLabel,
    String yLabel,
    List<Curve> curves,
    boolean log,
    boolean endsLeft,
    boolean logX,
    List<Level> levels,
    Optional<Curve> ground) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no curve, or two share a name
   */
  public Panel {
    curves = List.copyOf(curves);
    levels = List.copyOf(levels);
    Args.that(!curves.isEmpty(), "panel \"" + title + "\" has no curves: give it at least one.");
    long names = curves.stream().map(Curve::name).distinct().count();
    Args.that(
        names == curves.size(),
        "panel \"" + title + "\": two curves share a name; give each its own.");
  }

  /** A panel whose x shows plain values, with nothing but its curves. */
  public Panel(
      String title,
      String xLabel,
      String yLabel,
      List<Curve> curves,
      boolean log,
      boolean endsLeft) {
    this(title, xLabel, yLabel, curves, log, endsLeft, false, List.of(), Optional.empty());
  }

  /** A panel in decades whose signal travels to the right. */
  public static Panel of(String title, String xLabel, String yLabel, List<Curve> curves) {
    return new Panel(title, xLabel, yLabel, curves, true, false);
  }

  /** The left half of the standard figure: second moment of activations over layers. */
  public static Panel forward(List<Curve> curves) {
    return of("forward: second moment of activations", "layer", "", curves);
  }

  /** The right half of the standard figure: second moment of gradients, from the loss backward. */
  public static Panel backward(List<Curve> curves) {
    return of("backward: second moment of gradients", "layer", "", curves).toTheLeft();
  }

  /** The same panel with y in plain values instead of decades. */
  public Panel linear() {
    return new Panel(title, xLabel, yLabel, curves, false, endsLeft, logX, levels, ground);
  }

  /** The same panel with the signal travelling from right to left. */
  public Panel toTheLeft() {
    return new Panel(title, xLabel, yLabel, curves, log, true, logX, levels, ground);
  }

  /** The same panel with another name of the x axis, such as {@code time step}. */
  public Panel across(String newLabel) {
    return new Panel(title, newLabel, yLabel, curves, log, endsLeft, logX, levels, ground);
  }

  /**
   * The same panel with x in decades: of steps, or of a scale. A point at 0 or below is left out.
   *
   * @throws IllegalArgumentException if a curve has no point above 0
   */
  public Panel decadesAcross() {
    List<Curve> above = curves.stream().map(Curve::above0).toList();
    return new Panel(title, xLabel, yLabel, above, log, endsLeft, true, levels, ground);
  }

  /**
   * The same panel with one more thin line straight across; y always reaches as far. One without a
   * name is not drawn: {@code level("", 0).level("", 1)} is an axis from 0 to 1.
   */
  public Panel level(String name, double value) {
    return with(new Level(name, value));
  }

  /** The same line, its name under it: for curves that run just above. */
  public Panel levelUnder(String name, double value) {
    return with(new Level(name, value, true));
  }

  private Panel with(Level level) {
    List<Level> more = new ArrayList<>(levels);
    more.add(level);
    return new Panel(title, xLabel, yLabel, curves, log, endsLeft, logX, more, ground);
  }

  /** The same panel with this height, at least 0, shaded behind the curves, on no scale. */
  public Panel ground(String name, double[] x, double[] height) {
    Optional<Curve> shaded = Optional.of(Curve.line(name, x, height));
    return new Panel(title, xLabel, yLabel, curves, log, endsLeft, logX, levels, shaded);
  }

  /** The same panel with every curve at its first point and every so many after it. */
  public Panel every(int points) {
    return with(curves.stream().map(c -> c.every(points)).toList());
  }

  /** The same panel as it is drawn: its curves by where they stand on the x axis. */
  Panel onAxis() {
    return logX ? with(curves.stream().map(Curve::decades).toList()) : this;
  }

  /** The value at a place on the x axis. */
  double valueAt(double place) {
    return logX ? Math.pow(10, place) : place;
  }

  /** The curves in the direction in which their signal travels. */
  List<Curve> travelling() {
    return curves.stream().map(c -> endsLeft ? c.reversed() : c).toList();
  }

  /**
   * Checks that the curves have a place on the axis; asked when the panel is drawn, for {@link
   * #linear} may come after the curves.
   *
   * @throws IllegalArgumentException if y is in decades and a value is negative
   */
  void requireDrawable() {
    if (log) {
      curves.forEach(Panel::requireNotNegative);
      for (Level level : levels) {
        Args.positive(level.value(), "level \"" + level.name() + "\"", "Draw it with .linear().");
      }
    }
  }

  /** The same panel with other curves. */
  Panel with(List<Curve> others) {
    return new Panel(title, xLabel, yLabel, others, log, endsLeft, logX, levels, ground);
  }

  private static void requireNotNegative(Curve c) {
    for (double[] part : List.of(c.median(), c.low(), c.theory(), c.theoryLow())) {
      double least = Arrays.stream(part).filter(v -> v < 0).min().orElse(0);
      Args.that(
          least == 0,
          String.format(
              Locale.ROOT,
              "curve \"%s\" holds %s, which has no logarithm; draw it with .linear().",
              c.name(),
              Numbers.exact(least)));
    }
  }
}
