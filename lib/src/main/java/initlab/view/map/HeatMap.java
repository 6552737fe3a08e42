package initlab.view.map;

import initlab.base.Args;
import initlab.view.Displayable;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import initlab.view.figure.Curve;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A grid of numbers as colours around a middle value, as PNG, SVG and words, with a curve over it
 * where there is one: {@code HeatMap.of("Growth", x, y, values).axes("sigma_w", "sigma_b")
 * .shows("log10 growth a layer", 0)}. A cell may be infinite, which has the last colour, or NaN,
 * which is grey. Immutable.
 */
public final class HeatMap implements Displayable {
  private final Grid grid;
  private final Sizes look;

  /** What is drawn: {@code values[j][i]} stands at (x[i], y[j]). */
  record Grid(
      String title,
      double[] x,
      double[] y,
      double[][] values,
      String xLabel,
      String yLabel,
      String shown,
      double middle,
      Optional<Curve> curve) {

    /** The largest distance of a finite value from the middle. */
    double reach() {
      return Arrays.stream(values)
          .flatMapToDouble(Arrays::stream)
          .map(v -> Math.abs(v - middle))
          .filter(d -> Double.isFinite(d) && d > 0)
          .max()
          .orElse(1);
    }
  }

  private HeatMap(Grid grid, Sizes look) {
    this.grid = grid;
    this.look = look;
  }

  /**
   * A heat map for a page, 560 x 360.
   *
   * @param values one row for each y, from the lowest on, with one number for each x
   * @throws IllegalArgumentException if x or y do not increase, or a row is too long or too short
   */
  public static HeatMap of(String title, double[] x, double[] y, double[][] values) {
    Args.notBlank(title, "title");
    Args.increasing(x, "x");
    Args.increasing(y, "y");
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
              + " values but x has "
              + x.length
              + "; give one value for each x.");
    }
    double[][] rows = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    Grid grid = new Grid(title, x.clone(), y.clone(), rows, "x", "y", "value", 0, Optional.empty());
    return new HeatMap(grid, Sizes.page(1));
  }

  /** The same map with the names of its axes. */
  public HeatMap axes(String xLabel, String yLabel) {
    Grid g = grid;
    return new HeatMap(
        new Grid(g.title, g.x, g.y, g.values, xLabel, yLabel, g.shown, g.middle, g.curve), look);
  }

  /**
   * The same map with what its numbers are, and the number that has the pale colour.
   *
   * @throws IllegalArgumentException if the middle is not finite
   */
  public HeatMap shows(String what, double middle) {
    Args.that(
        Double.isFinite(middle), "middle = " + middle + " must be finite: 0 for a logarithm.");
    Grid g = grid;
    return new HeatMap(
        new Grid(g.title, g.x, g.y, g.values, g.xLabel, g.yLabel, what, middle, g.curve), look);
  }

  /**
   * The same map with a curve over it, such as theory's line where the middle value is due.
   *
   * @param name what its label says
   * @param y where it is, one value for each y of the grid or fewer, increasing
   * @param x where it is at each of them
   */
  public HeatMap curve(String name, double[] x, double[] y) {
    Grid g = grid;
    Optional<Curve> line = Optional.of(Curve.line(name, y, x));
    return new HeatMap(
        new Grid(g.title, g.x, g.y, g.values, g.xLabel, g.yLabel, g.shown, g.middle, line), look);
  }

  /** The same map, readable from the back row: 1280 x 680. */
  public HeatMap lecture() {
    return new HeatMap(grid, Sizes.lecture());
  }

  /** The picture as PNG, at twice its size in pixels. */
  public byte[] png() {
    return picture().png();
  }

  /** The picture as SVG, with the words of {@link #text()} as its title. */
  public String svg() {
    return picture().svg(text());
  }

  private Picture picture() {
    return new Picture(look.width(), look.height(), new HeatMapPainter(grid, look)::paint);
  }

  /** A few rows of the map in words: their ends, and where they pass the middle value. */
  @Override
  public String text() {
    return HeatMapWords.of(grid);
  }

  @Override
  public Map<String, String> display() {
    return picture().display(text());
  }

  @Override
  public String toString() {
    return text();
  }
}
