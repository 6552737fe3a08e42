package initlab.view.map;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Drawing;
import initlab.view.draw.Cells;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import initlab.view.figure.Curve;
import java.util.Optional;

/**
 * A grid of numbers as colours around a middle value, with a curve over it where there is one:
 * {@code HeatMap.of("Growth", x, y, values).axes("sigma_w", "sigma_b") .shows("log10 growth a
 * layer", 0)}. A cell may be infinite, which has the last colour, or NaN, which is grey. Immutable.
 */
public final class HeatMap implements Drawing {
  private final Grid grid;
  private final Sizes look;

  /** What is drawn. */
  record Grid(
      String title,
      Cells cells,
      String xLabel,
      String yLabel,
      String shown,
      double middle,
      Optional<Curve> curve) {

    Grid axes(String across, String upward) {
      return new Grid(title, cells, across, upward, shown, middle, curve);
    }

    Grid shows(String what, double pale) {
      return new Grid(title, cells, xLabel, yLabel, what, pale, curve);
    }

    Grid with(Curve line) {
      return new Grid(title, cells, xLabel, yLabel, shown, middle, Optional.of(line));
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
    Cells cells = Cells.of(x, y, values);
    return new HeatMap(
        new Grid(title, cells, "x", "y", "value", 0, Optional.empty()), Sizes.page(1));
  }

  /** The same map with the names of its axes. */
  public HeatMap axes(String xLabel, String yLabel) {
    return new HeatMap(grid.axes(xLabel, yLabel), look);
  }

  /**
   * The same map with what its numbers are, and the number that has the pale colour.
   *
   * @throws IllegalArgumentException if the middle is not finite
   */
  public HeatMap shows(String what, double middle) {
    Args.that(
        Double.isFinite(middle),
        "middle = " + Numbers.exact(middle) + " must be finite: 0 for a logarithm.");
    return new HeatMap(grid.shows(what, middle), look);
  }

  /**
   * The same map with a curve over it, such as theory's line where the middle value is due.
   *
   * @param name what its label says
   * @param y where it is, one value for each y of the grid or fewer, increasing
   * @param x where it is at each of them
   */
  public HeatMap curve(String name, double[] x, double[] y) {
    return new HeatMap(grid.with(Curve.line(name, y, x)), look);
  }

  /** The same map, readable from the back row: 1280 x 680. */
  @Override
  public HeatMap lecture() {
    return new HeatMap(grid, Sizes.lecture());
  }

  /** Half a page, beside another map: 400 x 330. */
  HeatMap half() {
    return new HeatMap(grid, Sizes.page(400, 330));
  }

  /** Half a picture for the back row, beside another map: 640 x 560. */
  HeatMap halfOfLecture() {
    return new HeatMap(grid, new Sizes(640, 560, 20, 4.6f, 10));
  }

  @Override
  public Picture picture() {
    return new Picture(look.width(), look.height(), new HeatMapPainter(grid, look)::paint);
  }

  /** A few rows of the map in words: their ends, and where they pass the middle value. */
  @Override
  public String text() {
    return HeatMapWords.of(grid);
  }

  @Override
  public String toString() {
    return text();
  }
}
