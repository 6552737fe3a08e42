package initlab.view.draw;

import initlab.base.Args;
import initlab.base.Numbers;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A grid of numbers over a plane: {@code rows.get(j).at(i)} stands at (x[i], y[j]), in the middle
 * of its cell.
 *
 * @param x positions across, increasing
 * @param y positions upward, increasing
 * @param rows one row for each y, from the lowest on, with one number for each x
 */
public record Cells(Values x, Values y, List<Values> rows) {
  /** A larger reach leaves no room for a colour bar around it. */
  private static final double LARGEST = 1e300;

  /** So far a cell reaches under its neighbours, in pixels: else the paper would shine through. */
  private static final double OVERLAP = 0.5;

  /**
   * A copy of such a grid.
   *
   * @throws IllegalArgumentException if x or y do not increase, or a row is too long or too short
   */
  public static Cells of(double[] x, double[] y, double[][] values) {
    Args.increasing(x, "x");
    Args.increasing(y, "y");
    spread(x, "x");
    spread(y, "y");
    Args.that(
        values.length == y.length,
        String.format(
            Locale.ROOT,
            "the grid has %d rows for %d values of y; give one for each.",
            values.length,
            y.length));
    for (double[] row : values) {
      Args.that(
          row.length == x.length,
          "a row of the grid has "
              + row.length
              + " values; it must have "
              + x.length
              + ", one for each x.");
    }
    return new Cells(Values.of(x), Values.of(y), Arrays.stream(values).map(Values::of).toList());
  }

  /** Such positions leave room for an axis around them. */
  private static void spread(double[] places, String name) {
    double far = Math.max(Math.abs(places[0]), Math.abs(places[places.length - 1]));
    double span = places[places.length - 1] - places[0];
    Args.that(
        far <= LARGEST && (places.length == 1 || span >= 1 / LARGEST),
        name
            + " runs from "
            + Numbers.exact(places[0])
            + " to "
            + Numbers.exact(places[places.length - 1])
            + "; it must lie within -1e300 and 1e300 and span 1e-300 or more. Change its unit.");
  }

  /** All numbers of the grid. */
  public DoubleStream stream() {
    return rows.stream().flatMapToDouble(Values::stream);
  }

  /** The largest distance of a finite number from the middle; 1 where all lie on it. */
  public double reach(double middle) {
    return stream()
        .map(v -> Math.abs(v - middle))
        .filter(d -> Double.isFinite(d) && d > 0)
        .map(d -> Math.min(d, LARGEST))
        .max()
        .orElse(1);
  }

  /** The left edge of column i, or for as many as there are columns the right edge of the last. */
  public double edgeX(int i) {
    return edge(x, i);
  }

  /** The lower edge of row j, or for as many as there are rows the upper edge of the last. */
  public double edgeY(int j) {
    return edge(y, j);
  }

  private static double edge(Values places, int k) {
    int n = places.size();
    if (n == 1) {
      return places.at(0) + k - 0.5;
    }
    if (k == 0) {
      return 1.5 * places.at(0) - 0.5 * places.at(1);
    }
    return k == n
        ? 1.5 * places.at(n - 1) - 0.5 * places.at(n - 2)
        : (places.at(k - 1) + places.at(k)) / 2;
  }

  /** Fills the cells with the colours of their numbers. */
  public void paint(Pen pen, Plot plot, DoubleFunction<Color> colour) {
    for (int j = 0; j < rows.size(); j++) {
      row(pen, plot, j, colour);
    }
  }

  /** Neighbours of one colour are painted as one cell. */
  private void row(Pen pen, Plot plot, int j, DoubleFunction<Color> colour) {
    Values v = rows.get(j);
    boolean top = j == rows.size() - 1;
    double low = plot.pixelY(edgeY(j));
    double high = plot.pixelY(edgeY(j + 1)) - (top ? 0 : OVERLAP);
    int from = 0;
    for (int i = 1; i <= v.size(); i++) {
      if (i == v.size() || !colour.apply(v.at(i)).equals(colour.apply(v.at(from)))) {
        double left = plot.pixelX(edgeX(from));
        double right = plot.pixelX(edgeX(i)) + (i == v.size() ? 0 : OVERLAP);
        Rectangle2D cell = new Rectangle2D.Double(left, high, right - left, low - high);
        pen.fill(cell, colour.apply(v.at(from)));
        from = i;
      }
    }
  }
}
