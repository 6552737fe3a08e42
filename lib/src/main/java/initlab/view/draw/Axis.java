package initlab.view.draw;

import initlab.base.Numbers;
import java.util.function.DoubleFunction;

/**
 * One axis of a plot.
 *
 * @param lo its first end
 * @param hi its other end, above lo; both finite
 * @param label its name; may be blank
 * @param words what a tick at a value says
 * @param spacing least distance from tick to tick, in pixels
 */
public record Axis(
    double lo, double hi, String label, DoubleFunction<String> words, double spacing) {
  /** XChart finds round ticks for lengths between these. */
  private static final double SHORT = 1e-3;

  private static final double LONG = 1e6;

  /** A horizontal axis of plain numbers. */
  public static Axis across(double lo, double hi, String label, Sizes look) {
    return new Axis(lo, hi, label, v -> Numbers.brief(v, 6), look.text() * 4.5);
  }

  /** A vertical axis of plain numbers. */
  public static Axis upward(double lo, double hi, String label, Sizes look) {
    return new Axis(lo, hi, label, v -> Numbers.brief(v, 6), look.text() * 3.2);
  }

  /** The same axis from one end to another. */
  public Axis between(double from, double to) {
    return new Axis(from, to, label, words, spacing);
  }

  /** Distance between the ends. */
  public double length() {
    return hi - lo;
  }

  /**
   * What XChart counts in: 1, or for very short and very long axes a power of ten, in which its
   * ticks are right again.
   */
  public double unit() {
    boolean ordinary = length() >= SHORT && length() <= LONG;
    return ordinary ? 1 : Math.pow(10, Math.floor(Math.log10(length())));
  }
}
