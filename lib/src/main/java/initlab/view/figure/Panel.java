package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
 */
public record Panel(
    String title, String xLabel, String yLabel, List<Curve> curves, boolean log, boolean endsLeft) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no curve, or two share a name
   */
  public Panel {
    curves = List.copyOf(curves);
    Args.that(!curves.isEmpty(), "panel \"" + title + "\" has no curves: give it at least one.");
    long names = curves.stream().map(Curve::name).distinct().count();
    Args.that(
        names == curves.size(),
        "panel \"" + title + "\": two curves share a name; give each its own.");
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
    return new Panel(title, xLabel, yLabel, curves, false, endsLeft);
  }

  /** The same panel with the signal travelling from right to left. */
  public Panel toTheLeft() {
    return new Panel(title, xLabel, yLabel, curves, log, true);
  }

  /** The same panel with another name of the x axis, such as {@code time step}. */
  public Panel across(String newLabel) {
    return new Panel(title, newLabel, yLabel, curves, log, endsLeft);
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
    }
  }

  /** The same panel with other curves. */
  Panel with(List<Curve> others) {
    return new Panel(title, xLabel, yLabel, others, log, endsLeft);
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
