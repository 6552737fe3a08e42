package initlab.view.figure;

import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Simplify;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/**
 * Paints what lies behind a panel's curves, a shaded height and lines straight across, and then,
 * over the curves, what those lines are called.
 */
final class GroundPainter {
  /** The highest shading reaches up to this part of the panel. */
  private static final double REACH = 0.62;

  private final Pen pen;
  private final Plot frame;
  private final Scale scale;

  GroundPainter(Pen pen, Plot frame, Scale scale) {
    this.pen = pen;
    this.frame = frame;
    this.scale = scale;
  }

  void paint(Panel panel) {
    panel.ground().ifPresent(this::shade);
    named(panel).forEach(this::across);
  }

  void names(Panel panel) {
    named(panel).forEach(level -> name(level, panel.endsLeft()));
  }

  private static List<Level> named(Panel panel) {
    return panel.levels().stream().filter(level -> !level.name().isBlank()).toList();
  }

  private void shade(Curve height) {
    double[] x = height.x();
    double[] y = height.median();
    double most = Arrays.stream(y).max().orElse(0);
    double unit = most > 0 ? REACH * frame.box().getHeight() / most : 0;
    Path2D area = new Path2D.Double();
    area.moveTo(frame.pixelX(x[0]), frame.box().getMaxY());
    for (int i = 0; i < x.length; i++) {
      area.lineTo(frame.pixelX(x[i]), frame.box().getMaxY() - unit * y[i]);
    }
    area.lineTo(frame.pixelX(x[x.length - 1]), frame.box().getMaxY());
    pen.g().setColor(Sizes.GROUND);
    pen.g().fill(Simplify.path(area));
  }

  private void across(Level level) {
    Path2D line = new Path2D.Double();
    line.moveTo(frame.box().getX(), height(level));
    line.lineTo(frame.box().getMaxX(), height(level));
    pen.stroke(line, Sizes.LEVEL, Style.Dash.SOLID, pen.look().thin() * 1.3f);
  }

  private double height(Level level) {
    return frame.pixelY(scale.level(level.value()));
  }

  /** On a pale plate, so that it can be read where curves pass. */
  private void name(Level level, boolean endsLeft) {
    Sizes look = pen.look();
    Font font = look.smallFont();
    double y = height(level) + look.row() * (level.under() ? 0.6 : -0.55);
    double width = Sizes.widthOf(level.name(), font);
    double x =
        endsLeft ? frame.box().getX() + look.gap() : frame.box().getMaxX() - look.gap() - width;
    double letters = font.getSize2D();
    pen.fill(new Rectangle2D.Double(x, y - 0.5 * letters, width, letters), Sizes.PLATE);
    pen.write(level.name(), x, y, font, Sizes.QUIET);
  }
}
