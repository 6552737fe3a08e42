package initlab.view.map;

import initlab.base.Numbers;
import initlab.view.draw.Axes;
import initlab.view.draw.Axis;
import initlab.view.draw.Cells;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Heading;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Ticks;
import initlab.view.figure.Curve;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Paints a heat map: axes, cells, the curve over them, the colour bar. */
record HeatMapPainter(HeatMap.Grid grid, Sizes look) {
  private static final int BAR_PARTS = 41;

  void paint(Graphics2D g) {
    Pen pen = new Pen(g, look);
    Heading heading = new Heading(grid.title(), "colour: " + grid.shown());
    heading.paint(pen);
    double top = heading.height(look) + (grid.curve().isPresent() ? look.row() * 0.5 : 0);
    double bar = look.text() * 7;
    Rectangle2D area = new Rectangle2D.Double(0, top, look.width() - bar, look.height() - top);
    Plot plot = axes().in(area, look);
    axes().paint(pen, plot);
    DivergingColours colours = colours();
    grid.cells().paint(pen, plot, colours::of);
    grid.curve().ifPresent(c -> curve(pen, c, plot));
    bar(pen, plot.box(), colours);
  }

  private DivergingColours colours() {
    return new DivergingColours(grid.middle(), grid.cells().reach(grid.middle()));
  }

  private Axes axes() {
    Cells c = grid.cells();
    Axis x = Axis.across(c.edgeX(0), c.edgeX(c.x().size()), grid.xLabel(), look);
    Axis y = Axis.upward(c.edgeY(0), c.edgeY(c.y().size()), grid.yLabel(), look);
    return new Axes(x, y, Axes.Side.LEFT, false);
  }

  private void curve(Pen pen, Curve c, Plot plot) {
    Rectangle2D box = plot.box();
    double[] across = c.median();
    double[] upward = c.x();
    Path2D path = new Path2D.Double();
    double end = 0;
    for (int i = 0; i < upward.length; i++) {
      Point2D at = plot.pixel(across[i], upward[i]);
      if (at.getX() >= box.getX() && at.getX() <= box.getMaxX()) {
        end = at.getX();
        if (path.getCurrentPoint() == null) {
          path.moveTo(at.getX(), at.getY());
        } else {
          path.lineTo(at.getX(), at.getY());
        }
      }
    }
    if (path.getCurrentPoint() != null) {
      pen.stroke(path, Sizes.PAPER, Style.Dash.SOLID, look.thick() * 1.8f);
      pen.stroke(path, Sizes.THEORY, Style.Dash.SOLID, look.thick() * 0.8f);
      named(pen, c.name(), end, box);
    }
  }

  /** Writes a curve's name above the place where the curve ends. */
  private void named(Pen pen, String name, double end, Rectangle2D box) {
    String words = Sizes.shortened(name, look.font(), box.getWidth());
    double width = Sizes.widthOf(words, look.font());
    double left = Math.max(box.getX(), Math.min(box.getMaxX() - width, end - width / 2));
    pen.write(words, left, box.getY() - look.row() * 0.6, look.font(), Sizes.THEORY);
  }

  private void bar(Pen pen, Rectangle2D box, DivergingColours colours) {
    double left = box.getMaxX() + look.text() * 2;
    double width = look.text() * 1.3;
    double height = box.getHeight() / BAR_PARTS;
    double bottom = grid.middle() - colours.reach();
    double span = 2 * colours.reach();
    for (int k = 0; k < BAR_PARTS; k++) {
      double value = bottom + span * k / (BAR_PARTS - 1);
      double top = box.getMaxY() - (k + 1) * height;
      pen.fill(new Rectangle2D.Double(left, top, width, height + 0.3), colours.of(value));
    }
    for (double t : Ticks.between(bottom, bottom + span, 6)) {
      double at = (t - bottom) / span * (box.getHeight() - height);
      double y = box.getMaxY() - height / 2 - at;
      pen.write(Numbers.brief(t, 3), left + width + look.gap(), y, look.font(), Sizes.TICKS);
    }
  }
}
