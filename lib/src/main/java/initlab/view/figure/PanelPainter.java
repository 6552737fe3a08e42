package initlab.view.figure;

import initlab.view.draw.Axes;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Simplify;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Paints one panel: frame, bands, strips, theory, medians, marks. */
final class PanelPainter {
  private final Pen pen;
  private final Panel panel;
  private final Scale scale;
  private final Map<String, Style> styles;
  private final Sizes look;

  /** The curves in the direction in which their signal travels. */
  private final List<Curve> curves;

  PanelPainter(Pen pen, Panel panel, Scale scale, Map<String, Style> styles) {
    this.pen = pen;
    this.panel = panel;
    this.scale = scale;
    this.styles = styles;
    this.look = pen.look();
    this.curves = panel.travelling();
  }

  /**
   * Paints into an area; says where the axes came to stand.
   *
   * @param titleEnd how far to the right the title may reach, at least to the area's own end
   */
  Plot paint(Axes axes, Rectangle2D area, double titleEnd) {
    double head = look.row() * 1.25;
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(), area.getY() + head, area.getWidth(), area.getHeight() - head);
    Plot frame = axes.in(below, look);
    double y = area.getY() + head / 2 + look.gap() / 2;
    double x = frame.box().getX();
    pen.writeWithin(panel.title(), x, y, titleEnd - x, look.font(), Sizes.TITLE);
    axes.paint(pen, frame);
    GroundPainter ground = new GroundPainter(pen, frame, scale);
    ground.paint(panel);
    BandPolygons.paint(pen, frame, panel, scale, styles);
    strips(frame);
    curves.forEach(c -> theory(c, frame));
    solidFirst().forEach(c -> median(c, frame));
    curves.forEach(c -> theoryBand(c, frame));
    for (int i = 0; i < curves.size(); i++) {
      markers(curves.get(i), i, frame);
    }
    ground.names(panel);
    new ExitPainter(pen, panel, frame, scale, styles).paint(curves);
    return frame;
  }

  /** Adds the ends of the curves to the column on whose side this panel ends. */
  void ends(LabelColumn left, LabelColumn right, Plot frame) {
    for (Curve c : curves) {
      CurvePath.end(c.x(), c.median(), scale)
          .map(frame::pixel)
          .ifPresent(
              end -> {
                if (panel.endsLeft()) {
                  left.endsRight(c.name(), end);
                } else {
                  right.endsLeft(c.name(), end);
                }
              });
    }
  }

  /** Dashed lines go over solid ones, whose colour then shows through the gaps. */
  private List<Curve> solidFirst() {
    List<Curve> order = new ArrayList<>(curves);
    order.sort(Comparator.comparing(c -> style(c).dash()));
    return order;
  }

  private Style style(Curve c) {
    Style style = styles.get(c.name());
    if (style == null) {
      throw new IllegalStateException("no style for curve \"" + c.name() + "\"");
    }
    return style;
  }

  private void median(Curve c, Plot frame) {
    Style style = style(c);
    pen.stroke(pixels(c.x(), c.median(), frame), style.color(), style.dash(), look.thick());
  }

  /** Wide and pale under the median: where both agree it stays as a rim, else it is seen alone. */
  private void theory(Curve c, Plot frame) {
    if (c.hasTheory()) {
      Path2D line = pixels(c.x(), c.theory(), frame);
      pen.g().setColor(Sizes.THEORY_UNDER);
      pen.g().setStroke(look.underlay());
      pen.g().draw(line);
    }
  }

  private void theoryBand(Curve c, Plot frame) {
    if (c.hasTheoryBand()) {
      edge(pixels(c.x(), c.theoryLow(), frame));
      edge(pixels(c.x(), c.theoryHigh(), frame));
    }
  }

  private void edge(Path2D line) {
    pen.stroke(line, Sizes.THEORY, Style.Dash.DOTTED, look.thin());
  }

  private Path2D pixels(double[] x, double[] values, Plot frame) {
    Path2D path = CurvePath.follow(x, values, scale).path();
    path.transform(frame.toPixels());
    return Simplify.path(path);
  }

  /** Every curve has its markers elsewhere, so that curves on one another show both. */
  private void markers(Curve c, int index, Plot frame) {
    List<Point2D> points = CurvePath.follow(c.x(), c.median(), scale).points();
    int every = Math.max(1, (c.x().length - 1) / 5);
    int first = index * every / curves.size();
    for (int i = first + (every > 1 ? 1 : 0); i < points.size(); i += every) {
      Point2D at = frame.pixel(points.get(i));
      pen.marker(style(c), at.getX(), at.getY());
    }
  }

  private void strips(Plot frame) {
    Rectangle2D plot = frame.box();
    double tickX = panel.endsLeft() ? plot.getMaxX() + look.gap() : plot.getX() - look.gap();
    if (scale.hasFloor()) {
      double y = frame.pixelY(scale.windowBottom());
      strip(plot, y, plot.getMaxY());
      tick("0", tickX, (y + plot.getMaxY()) / 2);
    }
    if (scale.hasCeiling()) {
      double y = frame.pixelY(scale.windowTop());
      strip(plot, plot.getY(), y);
      double middle = (y + plot.getY()) / 2;
      tick("\u221E", tickX, middle);
      inside("overflow", plot, middle);
    }
  }

  private void strip(Rectangle2D plot, double top, double bottom) {
    pen.fill(new Rectangle2D.Double(plot.getX(), top, plot.getWidth(), bottom - top), Sizes.STRIP);
  }

  /** Written where signals start: that end of the strip is free, for a signal overflows later. */
  private void inside(String words, Rectangle2D plot, double y) {
    if (panel.endsLeft()) {
      pen.writeTo(words, plot.getMaxX() - look.gap(), y, look.smallFont(), Sizes.QUIET);
    } else {
      pen.write(words, plot.getX() + look.gap(), y, look.smallFont(), Sizes.QUIET);
    }
  }

  private void tick(String words, double x, double y) {
    if (panel.endsLeft()) {
      pen.write(words, x, y, look.font(), Sizes.TICKS);
    } else {
      pen.writeTo(words, x, y, look.font(), Sizes.TICKS);
    }
  }
}
