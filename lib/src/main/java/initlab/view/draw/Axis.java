package initlab.view.draw;

import java.util.List;

/**
 * One axis of a plot.
 *
 * @param lo its first end
 * @param hi its other end, above lo; both finite
 * @param label its name; may be blank
 * @param spacing least distance from tick to tick, in pixels
 * @param chooser where its ticks stand
 */
public record Axis(double lo, double hi, String label, double spacing, Ticks.Chooser chooser) {
  /** A horizontal axis of plain numbers. */
  public static Axis across(double lo, double hi, String label, Sizes look) {
    return new Axis(lo, hi, label, look.text() * 4.5, Ticks::round);
  }

  /** A vertical axis of plain numbers. */
  public static Axis upward(double lo, double hi, String label, Sizes look) {
    return new Axis(lo, hi, label, look.text() * 2.6, Ticks::round);
  }

  /** The same axis from one end to another. */
  public Axis between(double from, double to) {
    return new Axis(from, to, label, spacing, chooser);
  }

  /** The same axis with its ticks elsewhere. */
  public Axis with(Ticks.Chooser other) {
    return new Axis(lo, hi, label, spacing, other);
  }

  /** Distance between the ends. */
  public double length() {
    return hi - lo;
  }

  /** Its ticks where it is so many pixels long. */
  List<Tick> ticks(double pixels) {
    return chooser.between(lo, hi, (int) Math.max(1, pixels / spacing));
  }
}
