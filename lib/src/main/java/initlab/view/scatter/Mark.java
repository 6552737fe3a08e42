package initlab.view.scatter;

import initlab.base.Args;
import initlab.view.draw.Values;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One family of points in a panel.
 *
 * @param name what the legend says; a known initializer's name fixes its colour
 * @param x how far to the right each point lies
 * @param y how far up each point lies, as many as x
 * @param kind how the points are drawn
 */
record Mark(String name, Values x, Values y, Kind kind) {
  /** Numbers beyond this leave no room for an axis around them. */
  static final double LARGEST = 1e300;

  /** How a family is drawn. */
  enum Kind {
    /** A marker for each point. */
    POINTS,
    /** An arrow from the origin to each point. */
    ARROWS,
    /** A line from the first point to the last. */
    LINE
  }

  /** A copy of these points; throws as {@link Scatter#points}. */
  static Mark of(String name, double[] x, double[] y, Kind kind) {
    if (name.isBlank()) {
      throw Args.bad("name", "blank", "a word", "Give what the legend should say.");
    }
    if (x.length == 0 || x.length != y.length) {
      throw Args.bad(
          "\"" + name + "\": the number of y values",
          y.length,
          "as large as that of x, which is " + x.length + ", and 1 or more",
          "Give one x and one y for each point.");
    }
    return new Mark(name, Values.of(x), Values.of(y), kind);
  }

  /** Whether there is a point of two finite numbers that lies too far out to be drawn. */
  boolean hasFarPoints() {
    return IntStream.range(0, x.size())
            .filter(i -> Double.isFinite(x.at(i)) && Double.isFinite(y.at(i)))
            .count()
        > seen().size();
  }

  /** The points that can be drawn: those of two numbers within -1e300 and 1e300; -0 is 0. */
  List<Point2D> seen() {
    return IntStream.range(0, x.size())
        .filter(i -> Math.abs(x.at(i)) <= LARGEST && Math.abs(y.at(i)) <= LARGEST)
        .<Point2D>mapToObj(i -> new Point2D.Double(x.at(i) + 0.0, y.at(i) + 0.0))
        .toList();
  }
}
