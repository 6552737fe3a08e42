package initlab.view.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A y axis: a window of decades (or of plain values), and a strip below or above it where some
 * value is exactly zero or has overflowed.
 */
record Scale(boolean log, double lo, double hi, boolean hasFloor, boolean hasCeiling) {
  /** More decades than this at once are unreadable; what lies outside is clipped and marked. */
  private static final double MOST_DECADES = 80;

  /** Plain values beyond this leave no room for an axis around them. */
  private static final double LARGEST = 1e300;

  /** Heights as parts of the window: a little air, and a strip. */
  private static final double AIR = 0.02;

  private static final double STRIP = 0.055;

  /** A panel whose own range is a smaller part of the shared one looks empty. */
  private static final double EMPTY = 0.3;

  /** Plain values nearer than this are one place. */
  private static final double NEAREST = 1e-300;

  /** A scale on which everything in the panels shows, or the 80 decades around 1. */
  static Scale fit(List<Panel> panels) {
    boolean log = panels.get(0).log();
    double[] range = log ? wholeDecades(levels(panels, true)) : plain(levels(panels, false));
    return within(panels, range[0], range[1]);
  }

  /**
   * A scale for each panel: the same for all, unless one panel would be nearly empty on it, or some
   * are in decades and some are not.
   */
  static List<Scale> each(List<Panel> panels) {
    List<Scale> own = panels.stream().map(p -> fit(List.of(p))).toList();
    if (panels.stream().map(Panel::log).distinct().count() > 1) {
      return own;
    }
    Scale one = fit(panels);
    boolean empty = own.stream().anyMatch(s -> s.span() < EMPTY * one.span());
    return empty ? own : panels.stream().map(p -> one).toList();
  }

  /** A scale with a window that was chosen, in decades where y is in decades. */
  static Scale within(List<Panel> panels, double lo, double hi) {
    boolean log = panels.get(0).log();
    boolean floor = log && medians(panels).anyMatch(v -> v == 0);
    boolean ceiling = medians(panels).anyMatch(v -> v == Double.POSITIVE_INFINITY);
    return new Scale(log, lo, hi, floor, ceiling);
  }

  private static double[] wholeDecades(DoubleStream levels) {
    double[] range = extremes(levels);
    double lo = Math.floor(range[0]);
    double hi = Math.ceil(range[1]);
    if (hi - lo > MOST_DECADES && lo < MOST_DECADES / 2 && hi > -MOST_DECADES / 2) {
      lo = Math.max(lo, -MOST_DECADES / 2);
      hi = Math.min(hi, MOST_DECADES / 2);
    }
    return hi - lo < 2 ? new double[] {lo - 1, lo + 1} : new double[] {lo, hi};
  }

  private static double[] plain(DoubleStream levels) {
    double[] range = extremes(levels);
    double lo = Math.max(-LARGEST, Math.min(LARGEST, range[0]));
    double hi = Math.max(-LARGEST, Math.min(LARGEST, range[1]));
    double air = hi - lo > NEAREST ? 0 : Math.max(0.5, Math.abs(lo) / 2);
    return new double[] {lo - air, hi + air};
  }

  private static double[] extremes(DoubleStream levels) {
    double[] finite = levels.filter(Double::isFinite).sorted().toArray();
    return finite.length == 0
        ? new double[] {0, 0}
        : new double[] {finite[0], finite[finite.length - 1]};
  }

  private static DoubleStream levels(List<Panel> panels, boolean log) {
    DoubleStream all =
        panels.stream()
            .flatMap(p -> p.curves().stream())
            .flatMap(
                c ->
                    Stream.of(
                        c.median(), c.low(), c.high(), c.theory(), c.theoryLow(), c.theoryHigh()))
            .flatMapToDouble(Arrays::stream);
    DoubleStream across =
        panels.stream().flatMap(p -> p.levels().stream()).mapToDouble(Level::value);
    DoubleStream both = DoubleStream.concat(all, across);
    return log ? both.map(Math::log10) : both;
  }

  private static DoubleStream medians(List<Panel> panels) {
    return panels.stream()
        .flatMap(p -> p.curves().stream())
        .flatMapToDouble(c -> Arrays.stream(c.median()));
  }

  private double span() {
    return hi - lo;
  }

  /** Lowest point of the axis, strip and air included. */
  double bottom() {
    return lo - span() * (AIR + (hasFloor ? STRIP : 0));
  }

  /** Highest point of the axis, strip and air included. */
  double top() {
    return hi + span() * (AIR + (hasCeiling ? STRIP : 0));
  }

  /** Lower edge of the window with its air. */
  double windowBottom() {
    return lo - span() * AIR;
  }

  /** Upper edge of the window with its air. */
  double windowTop() {
    return hi + span() * AIR;
  }

  Region place(double value) {
    if (Double.isNaN(value)) {
      return Region.NAN;
    }
    if (value == Double.POSITIVE_INFINITY) {
      return Region.OVERFLOW;
    }
    if (log && value == 0) {
      return Region.ZERO;
    }
    double level = log ? Math.log10(value) : value;
    return level > windowTop()
        ? Region.ABOVE
        : level < windowBottom() ? Region.BELOW : Region.INSIDE;
  }

  /** Axis coordinate of a value: its decade, or the middle of a strip; not clipped; NaN for NaN. */
  double level(double value) {
    return switch (place(value)) {
      case ZERO -> (bottom() + windowBottom()) / 2;
      case OVERFLOW -> (top() + windowTop()) / 2;
      case NAN -> Double.NaN;
      default -> log ? Math.log10(value) : value;
    };
  }

  /** Axis coordinate of a value, brought to the window's nearest edge: for the edges of bands. */
  double clamped(double value) {
    return clamp(log ? Math.log10(value) : value);
  }

  /** An axis coordinate, brought to the window's nearest edge. */
  double clamp(double level) {
    return Math.min(windowTop(), Math.max(windowBottom(), level));
  }
}
