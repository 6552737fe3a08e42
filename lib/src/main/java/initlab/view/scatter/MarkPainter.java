package initlab.view.scatter;

import initlab.view.draw.Pen;
import initlab.view.draw.Plot;
import initlab.view.draw.Simplify;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paints one family of points into a plot. */
record MarkPainter(Pen pen, Plot plot) {
  /** More places than this in one panel have no numbers beside them. */
  private static final int MOST_COUNTED = 12;

  /** More points than this are drawn smaller. */
  private static final int MANY = 60;

  /** Of more points than this, one is drawn for each place of so many pixels. */
  private static final int VERY_MANY = 3000;

  private static final double PLACE = 2;

  /** Where a count stands beside a point: to its right and above it. */
  private static final Point2D UPWARD = new Point2D.Double(1, -1);

  void paint(Mark mark, Style style) {
    List<Point2D> all = mark.seen().stream().map(plot::pixel).toList();
    List<Point2D> pixels = mark.kind() == Mark.Kind.LINE ? all : apart(all);
    switch (mark.kind()) {
      case POINTS -> points(pixels, style);
      case ARROWS -> pixels.forEach(p -> arrow(p, style));
      case LINE -> line(pixels, style);
    }
    if (mark.kind() != Mark.Kind.LINE) {
      counts(mark, style);
    }
  }

  /** Of very many points those that would stand on another are left out. */
  private static List<Point2D> apart(List<Point2D> pixels) {
    if (pixels.size() <= VERY_MANY) {
      return pixels;
    }
    Map<Point2D, Point2D> places = new LinkedHashMap<>();
    for (Point2D p : pixels) {
      places.putIfAbsent(
          new Point2D.Double(Math.rint(p.getX() / PLACE), Math.rint(p.getY() / PLACE)), p);
    }
    return List.copyOf(places.values());
  }

  private void points(List<Point2D> pixels, Style style) {
    double size = pen.look().marker() * (pixels.size() > MANY ? 0.75 : 1.1);
    pixels.forEach(p -> pen.marker(style, p.getX(), p.getY(), size));
  }

  private void arrow(Point2D tip, Style style) {
    Sizes look = pen.look();
    Point2D from = plot.pixel(0, 0);
    double length = from.distance(tip);
    if (length == 0) {
      pen.marker(style, tip.getX(), tip.getY());
      return;
    }
    double head = Math.min(length, look.marker() * 1.3);
    double dx = (tip.getX() - from.getX()) / length;
    double dy = (tip.getY() - from.getY()) / length;
    double neckX = tip.getX() - head * dx;
    double neckY = tip.getY() - head * dy;
    pen.line(from.getX(), from.getY(), neckX, neckY, style.color(), look.thick() * 0.6f);
    Path2D.Double shape = new Path2D.Double();
    shape.moveTo(tip.getX(), tip.getY());
    shape.lineTo(neckX - 0.45 * head * dy, neckY + 0.45 * head * dx);
    shape.lineTo(neckX + 0.45 * head * dy, neckY - 0.45 * head * dx);
    shape.closePath();
    pen.g().setColor(style.color());
    pen.g().fill(shape);
  }

  private void line(List<Point2D> pixels, Style style) {
    Path2D.Double path = new Path2D.Double();
    for (Point2D p : pixels) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(p.getX(), p.getY());
      } else {
        path.lineTo(p.getX(), p.getY());
      }
    }
    pen.stroke(Simplify.path(path), style.color(), style.dash(), pen.look().thick() * 0.7f);
  }

  /** Writes how many points share a place, beside it; nothing where each has a place of its own. */
  private void counts(Mark mark, Style style) {
    Map<Point2D, Integer> places = new LinkedHashMap<>();
    mark.seen().forEach(p -> places.merge(p, 1, Integer::sum));
    if (places.size() > MOST_COUNTED) {
      return;
    }
    places.forEach(
        (place, n) -> {
          if (n > 1) {
            Point2D at = plot.pixel(place);
            count("\u00D7" + n, at, mark.kind() == Mark.Kind.ARROWS ? beside(at) : UPWARD, style);
          }
        });
  }

  /** Writes words whose middle lies in a direction from a point, clear of it. */
  private void count(String words, Point2D at, Point2D direction, Style style) {
    Sizes look = pen.look();
    double width = Sizes.widthOf(words, look.smallFont());
    double x = at.getX() + direction.getX() * (look.marker() + width / 2);
    double y = at.getY() + direction.getY() * look.row() * 0.55;
    pen.write(words, x - width / 2, y, look.smallFont(), style.ink());
  }

  /** The direction across an arrow to its right; up where it lies level, or has no length. */
  private Point2D beside(Point2D tip) {
    Point2D from = plot.pixel(0, 0);
    double length = from.distance(tip);
    if (length == 0) {
      return UPWARD;
    }
    double x = (tip.getY() - from.getY()) / length;
    double y = (from.getX() - tip.getX()) / length;
    return x > 0 || (x == 0 && y < 0) ? new Point2D.Double(x, y) : new Point2D.Double(-x, -y);
  }
}
