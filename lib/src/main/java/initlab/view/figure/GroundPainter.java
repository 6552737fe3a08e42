package initlab.view.figure;

import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Simplify;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** Paints what lies behind a panel's curves: a shaded height, and lines straight across. */
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
    for (Level level : panel.levels()) {
      if (!level.name().isBlank()) {
        across(level, panel.endsLeft());
      }
    }
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

  private void across(Level level, boolean endsLeft) {
    Sizes look = pen.look();
    double y = frame.pixelY(scale.level(level.value()));
    double left = frame.box().getX();
    double right = frame.box().getMaxX();
    Path2D line = new Path2D.Double();
    line.moveTo(left, y);
    line.lineTo(right, y);
    pen.stroke(line, Sizes.LEVEL, Style.Dash.SOLID, look.thin() * 1.3f);
    double words = y + look.row() * (level.under() ? 0.6 : -0.55);
    if (endsLeft) {
      pen.write(level.name(), left + look.gap(), words, look.smallFont(), Sizes.QUIET);
    } else {
      pen.writeTo(level.name(), right - look.gap(), words, look.smallFont(), Sizes.QUIET);
    }
  }
}
