package initlab.view.map;

import initlab.base.Numbers;
import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Ticks;
import initlab.view.figure.Curve;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints a heat map: cells, axes, the curve over them, the colour bar. */
final class HeatMapPainter {
  private final HeatMap.Grid grid;
  private final Sizes look;
  private final DivergingColours colours;

  /** Where the cells are. */
  private final Rectangle2D plot;

  HeatMapPainter(HeatMap.Grid grid, Sizes look) {
    this.grid = grid;
    this.look = look;
    this.colours = new DivergingColours(grid.middle(), grid.reach());
    double left = look.text() * 4.2;
    double top = look.row() * 3.6;
    double bar = look.text() * 8;
    this.plot =
        new Rectangle2D.Double(
            left, top, look.width() - left - bar, look.height() - top - look.row() * 3);
  }

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    pen.fill(new Rectangle2D.Double(0, 0, look.width(), look.height()), Sizes.PAPER);
    double margin = look.gap() * 1.5;
    pen.write(grid.title(), margin, look.row() * 0.95, look.titleFont(), Sizes.TITLE);
    pen.write("colour: " + grid.shown(), margin, look.row() * 2, look.smallFont(), Sizes.QUIET);
    pen.write(grid.yLabel(), margin, look.row() * 3.05, look.font(), Sizes.QUIET);
    for (int j = 0; j < grid.y().length; j++) {
      row(pen, j);
    }
    axes(pen);
    grid.curve().ifPresent(c -> curve(pen, c));
    bar(pen);
  }

  /** Neighbours of one colour are painted as one cell. */
  private void row(Pen pen, int j) {
    double[] v = grid.values()[j];
    double low = y(edge(grid.y(), j));
    double high = y(edge(grid.y(), j + 1));
    int from = 0;
    for (int i = 1; i <= v.length; i++) {
      if (i == v.length || !colours.of(v[i]).equals(colours.of(v[from]))) {
        double left = x(edge(grid.x(), from));
        double right = x(edge(grid.x(), i));
        pen.fill(new Rectangle2D.Double(left, high, right - left, low - high), colours.of(v[from]));
        from = i;
      }
    }
  }

  /** Edge k lies half-way between the places k - 1 and k. */
  private static double edge(double[] places, int k) {
    int n = places.length;
    if (n == 1) {
      return places[0] + k - 0.5;
    }
    if (k == 0) {
      return 1.5 * places[0] - 0.5 * places[1];
    }
    return k == n ? 1.5 * places[n - 1] - 0.5 * places[n - 2] : (places[k - 1] + places[k]) / 2;
  }

  private double x(double value) {
    double lo = edge(grid.x(), 0);
    double hi = edge(grid.x(), grid.x().length);
    return plot.getX() + plot.getWidth() * (value - lo) / (hi - lo);
  }

  private double y(double value) {
    double lo = edge(grid.y(), 0);
    double hi = edge(grid.y(), grid.y().length);
    return plot.getMaxY() - plot.getHeight() * (value - lo) / (hi - lo);
  }

  private void axes(Pen pen) {
    double[] x = grid.x();
    double[] y = grid.y();
    int most = (int) (plot.getWidth() / (look.text() * 5));
    for (double t : Ticks.between(x[0], x[x.length - 1], most)) {
      tick(pen, t, x(t), plot.getMaxY() + look.row() * 0.8, 0.5);
    }
    for (double t : Ticks.between(y[0], y[y.length - 1], 6)) {
      tick(pen, t, plot.getX() - look.gap(), y(t), 1);
    }
    double middle = plot.getCenterX() - Sizes.widthOf(grid.xLabel(), look.font()) / 2;
    pen.write(grid.xLabel(), middle, plot.getMaxY() + look.row() * 2, look.font(), Sizes.QUIET);
  }

  /** A number of which so much stands to the left of x. */
  private void tick(Pen pen, double value, double x, double y, double part) {
    String words = Numbers.brief(value, 3);
    double left = x - part * Sizes.widthOf(words, look.font());
    pen.write(words, left, y, look.font(), Sizes.QUIET);
  }

  private void curve(Pen pen, Curve c) {
    Path2D path = new Path2D.Double();
    double[] last = new double[2];
    for (int i = 0; i < c.x().length; i++) {
      double at = x(c.median()[i]);
      if (at >= plot.getX() && at <= plot.getMaxX()) {
        last = new double[] {at, y(c.x()[i])};
        if (path.getCurrentPoint() == null) {
          path.moveTo(last[0], last[1]);
        } else {
          path.lineTo(last[0], last[1]);
        }
      }
    }
    if (path.getCurrentPoint() != null) {
      stroke(pen, path, Sizes.PAPER, look.thick() * 1.8f);
      stroke(pen, path, Sizes.THEORY, look.thick() * 0.8f);
      double width = Sizes.widthOf(c.name(), look.font());
      double left = Math.max(plot.getX(), Math.min(plot.getMaxX() - width, last[0] - width / 2));
      pen.write(c.name(), left, plot.getY() - look.row() * 0.6, look.font(), Sizes.THEORY);
    }
  }

  private static void stroke(Pen pen, Path2D path, Color color, float width) {
    pen.g().setColor(color);
    pen.g().setStroke(Style.Dash.SOLID.stroke(width));
    pen.g().draw(path);
  }

  private void bar(Pen pen) {
    double left = plot.getMaxX() + look.text() * 2;
    double width = look.text() * 1.3;
    int parts = 41;
    double height = plot.getHeight() / parts;
    double bottom = grid.middle() - colours.reach();
    for (int k = 0; k < parts; k++) {
      double value = bottom + 2 * colours.reach() * k / (parts - 1);
      double top = plot.getMaxY() - (k + 1) * height;
      pen.fill(new Rectangle2D.Double(left, top, width, height + 0.3), colours.of(value));
    }
    for (double t : Ticks.between(bottom, grid.middle() + colours.reach(), 6)) {
      double at = (t - bottom) / (2 * colours.reach()) * (plot.getHeight() - height);
      double y = plot.getMaxY() - height / 2 - at;
      pen.write(Numbers.brief(t, 3), left + width + look.gap(), y, look.font(), Sizes.QUIET);
    }
  }
}
