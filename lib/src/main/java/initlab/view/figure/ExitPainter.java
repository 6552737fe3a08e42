package initlab.view.figure;

import initlab.view.draw.Marker;
import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Marks where a curve leaves the window or becomes NaN, and says so beside the mark. */
final class ExitPainter {
  private static final Color BACKING = new Color(255, 255, 255, 215);

  private final Pen pen;
  private final Panel panel;
  private final Plot frame;
  private final Scale scale;
  private final Map<String, Style> styles;
  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<Path2D> lines = new ArrayList<>();

  ExitPainter(Pen pen, Panel panel, Plot frame, Scale scale, Map<String, Style> styles) {
    this.pen = pen;
    this.panel = panel;
    this.frame = frame;
    this.scale = scale;
    this.styles = styles;
  }

  void paint(List<Curve> curves) {
    for (Curve c : curves) {
      Path2D line = CurvePath.follow(c.x(), c.median(), scale).path();
      line.transform(frame.toPixels());
      lines.add(line);
    }
    for (Curve c : curves) {
      Style style = styles.get(c.name());
      for (CurvePath.Exit exit : CurvePath.follow(c.x(), c.median(), scale).exits()) {
        if (style != null) {
          mark(exit, style);
          note(FigureWords.exit(c, exit, panel), exit, style);
        }
      }
    }
  }

  private void mark(CurvePath.Exit exit, Style style) {
    Point2D at = frame.pixel(exit.at());
    Marker arrow =
        switch (exit.why()) {
          case ABOVE -> Marker.UP;
          case BELOW -> Marker.DOWN;
          default -> Marker.CROSS;
        };
    Style pointed = new Style(style.ink(), style.dash(), arrow);
    pen.marker(pointed, at.getX(), at.getY(), pen.look().marker() * 1.25);
  }

  private void note(String words, CurvePath.Exit exit, Style style) {
    Point2D at = frame.pixel(exit.at());
    Rectangle2D box =
        candidates(words, at).stream()
            .filter(b -> taken.stream().noneMatch(b::intersects))
            .min(Comparator.comparingDouble(b -> cost(b, at)))
            .orElseGet(() -> candidates(words, at).get(0));
    taken.add(box);
    pen.fill(box, BACKING);
    pen.write(words, box.getX(), box.getCenterY(), pen.look().smallFont(), style.ink());
  }

  /** Boxes around a mark, within the window, the side to which the signal goes first. */
  private List<Rectangle2D> candidates(String words, Point2D at) {
    Sizes look = pen.look();
    Rectangle2D plot = frame.box();
    double width = Sizes.widthOf(words, look.smallFont());
    double height = look.row();
    double top = frame.pixelY(scale.windowTop());
    double bottom = frame.pixelY(scale.windowBottom()) - height;
    double aside = look.marker() + look.gap() * 0.4;
    double before = at.getX() - aside - width;
    double after = at.getX() + aside;
    double[] wished =
        panel.endsLeft() ? new double[] {before, after} : new double[] {after, before};
    List<Rectangle2D> boxes = new ArrayList<>();
    for (int row = -8; row <= 8; row++) {
      double y = Math.max(top, Math.min(bottom, at.getY() - height / 2 + row * height * 0.9));
      for (double x : wished) {
        double inside = Math.max(plot.getX(), Math.min(plot.getMaxX() - width, x));
        boxes.add(new Rectangle2D.Double(inside, y, width, height));
      }
    }
    return boxes;
  }

  /**
   * Cost of a place: rows of distance, plus 2 a line crossed, 4 on the mark itself, 0.5 on the
   * wrong side.
   */
  private double cost(Rectangle2D box, Point2D at) {
    double row = pen.look().row();
    double dx = Math.max(0, Math.max(box.getX() - at.getX(), at.getX() - box.getMaxX()));
    double dy = Math.max(0, Math.max(box.getY() - at.getY(), at.getY() - box.getMaxY()));
    long crossed = lines.stream().filter(line -> crosses(line, box)).count();
    double onMark = dx < pen.look().marker() && dy < pen.look().marker() ? 4 : 0;
    double against = (box.getCenterX() < at.getX()) == panel.endsLeft() ? 0 : 0.5;
    return Math.hypot(dx, dy) / row + 2 * crossed + onMark + against;
  }

  private static boolean crosses(Path2D line, Rectangle2D box) {
    double[] to = new double[6];
    Point2D last = new Point2D.Double();
    for (PathIterator it = line.getPathIterator(null); !it.isDone(); it.next()) {
      boolean moved = it.currentSegment(to) == PathIterator.SEG_MOVETO;
      if (!moved && box.intersectsLine(last.getX(), last.getY(), to[0], to[1])) {
        return true;
      }
      last.setLocation(to[0], to[1]);
    }
    return false;
  }
}
