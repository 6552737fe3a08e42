package initlab.view.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A pair of axes with ticks, names and a grid: the same for every picture. What lies on the axes is
 * painted over them.
 *
 * @param x the horizontal axis, below
 * @param y the vertical axis
 * @param side where y's ticks and name stand
 * @param grid whether thin lines mark the ticks
 */
public record Axes(Axis x, Axis y, Side side, boolean grid) {
  /** Where the ticks of the vertical axis stand. */
  public enum Side {
    LEFT,
    RIGHT,
    /** Nowhere: y means nothing but height. */
    NONE
  }

  /** Where the axes come to stand in an area, in whole pixels. */
  public Plot in(Rectangle2D area, Sizes look) {
    double pad = look.padding();
    double below = look.row() * 1.2 + (x.label().isBlank() ? 0 : look.row() * 1.5);
    double top = Math.ceil(area.getY() + pad);
    double height = Math.max(1, Math.floor(area.getMaxY() - below - pad / 2 - top));
    double beside = side == Side.NONE ? 0 : besides(y.ticks(height), look);
    double half = halfOfLastWords(area.getWidth(), look);
    double left = Math.ceil(area.getX() + (side == Side.LEFT ? beside : Math.max(pad, half)));
    double right = Math.floor(area.getMaxX() - (side == Side.RIGHT ? beside : Math.max(pad, half)));
    return Plot.over(new Rectangle2D.Double(left, top, Math.max(1, right - left), height), x, y);
  }

  /** Room for ticks and name of the vertical axis. */
  private double besides(List<Tick> ticks, Sizes look) {
    double name = y.label().isBlank() ? 0 : look.row() * 1.3;
    return look.padding() / 2.0 + name + widest(ticks, look) + look.gap();
  }

  private static double widest(List<Tick> ticks, Sizes look) {
    return ticks.stream().mapToDouble(t -> t.width(look)).max().orElse(0);
  }

  /** Half of the words at an end of the horizontal axis must have room beyond it. */
  private double halfOfLastWords(double width, Sizes look) {
    List<Tick> ticks = x.ticks(width);
    return ticks.isEmpty() ? 0 : ticks.get(ticks.size() - 1).width(look) / 2 + 2;
  }

  /** Paints the axes where they stand. */
  public void paint(Pen pen, Plot plot) {
    Rectangle2D box = plot.box();
    Sizes look = pen.look();
    for (Tick t : x.ticks(box.getWidth())) {
      double at = plot.pixelX(t.at());
      gridLine(pen, at, box.getY(), at, box.getMaxY());
      t.write(pen, at - t.width(look) / 2, box.getMaxY() + look.row() * 0.75);
    }
    String name = Sizes.shortened(x.label(), look.font(), box.getWidth());
    double left = box.getCenterX() - Sizes.widthOf(name, look.font()) / 2;
    pen.write(name, left, box.getMaxY() + look.row() * 2.1, look.font(), Sizes.QUIET);
    if (side != Side.NONE) {
      paintUpward(pen, plot);
    }
  }

  private void paintUpward(Pen pen, Plot plot) {
    Rectangle2D box = plot.box();
    Sizes look = pen.look();
    List<Tick> ticks = y.ticks(box.getHeight());
    boolean left = side == Side.LEFT;
    for (Tick t : ticks) {
      double at = plot.pixelY(t.at());
      gridLine(pen, box.getX(), at, box.getMaxX(), at);
      double beside = left ? box.getX() - look.gap() - t.width(look) : box.getMaxX() + look.gap();
      t.write(pen, beside, at);
    }
    double away = look.gap() + widest(ticks, look) + look.row() * 0.75;
    turned(pen, left ? box.getX() - away : box.getMaxX() + away, box);
  }

  private void gridLine(Pen pen, double x1, double y1, double x2, double y2) {
    if (grid) {
      pen.g().setColor(Sizes.GRID);
      pen.g().setStroke(pen.look().hairline());
      pen.g().draw(new Line2D.Double(x1, y1, x2, y2));
    }
  }

  /** The name of the vertical axis, read from below. */
  private void turned(Pen pen, double at, Rectangle2D box) {
    if (!y.label().isBlank()) {
      AffineTransform before = pen.g().getTransform();
      pen.g().translate(at, box.getCenterY());
      pen.g().rotate(-Math.PI / 2);
      String name = Sizes.shortened(y.label(), pen.look().font(), box.getHeight());
      double half = Sizes.widthOf(name, pen.look().font()) / 2;
      pen.write(name, -half, 0, pen.look().font(), Sizes.QUIET);
      pen.g().setTransform(before);
    }
  }

  /**
   * The same axes with one of them lengthened around its middle, so that a unit is as long on both
   * when they are painted into such an area.
   */
  public Axes sameScale(Sizes look, Rectangle2D area) {
    Axes out = this;
    // A longer y axis may have wider ticks, which leave less room for x: a few rounds settle it.
    for (int round = 0; round < 4; round++) {
      Rectangle2D box = out.in(area, look).box();
      double unit = Math.max(out.x.length() / box.getWidth(), out.y.length() / box.getHeight());
      Axis wide = lengthened(out.x, unit * box.getWidth());
      out = new Axes(wide, lengthened(out.y, unit * box.getHeight()), side, grid);
    }
    return out;
  }

  private static Axis lengthened(Axis a, double length) {
    double middle = a.lo() / 2 + a.hi() / 2;
    return a.between(middle - length / 2, middle + length / 2);
  }
}
