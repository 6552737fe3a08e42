package initlab.view.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way a curve takes over a panel, in axis coordinates: its visible pieces as one path (so that
 * dashes run on), the points that may carry a marker, where it leaves the window, where it ends.
 */
final class CurvePath {
  /** A place where a curve stops being visible: {@code at} on the edge, {@code x} the layer. */
  record Exit(Point2D at, Region why, double x) {}

  private final Scale scale;
  private final Path2D.Double path = new Path2D.Double();
  private final List<Point2D> points = new ArrayList<>();
  private final List<Exit> exits = new ArrayList<>();

  private CurvePath(Scale scale) {
    this.scale = scale;
  }

  /** Follows values over x in the order given, which is the order in which the signal travels. */
  static CurvePath follow(double[] x, double[] values, Scale scale) {
    CurvePath trail = new CurvePath(scale);
    for (int i = 0; i < x.length; i++) {
      trail.visit(x, values, i);
    }
    return trail;
  }

  Path2D path() {
    return path;
  }

  List<Point2D> points() {
    return points;
  }

  /** The first exit of each kind. */
  List<Exit> exits() {
    return exits;
  }

  private void visit(double[] x, double[] values, int i) {
    Region here = scale.place(values[i]);
    Point2D now = new Point2D.Double(x[i], scale.level(values[i]));
    if (here == Region.INSIDE || here.isStrip()) {
      points.add(now);
    }
    Region before = i == 0 ? Region.NAN : scale.place(values[i - 1]);
    Point2D then = i == 0 ? now : new Point2D.Double(x[i - 1], scale.level(values[i - 1]));
    if (i > 0) {
      connect(then, before, now, here);
    }
    if (here.isOutside() || here == Region.NAN) {
      leave(then, before, now, here);
    }
  }

  private void connect(Point2D a, Region from, Point2D b, Region to) {
    if (from == Region.NAN || to == Region.NAN) {
      return;
    }
    if (from.isStrip() || to.isStrip()) {
      // Between a strip and a point beyond the window nothing is known to lie in the window.
      if (!from.isOutside() && !to.isOutside()) {
        join(a, b);
      }
      return;
    }
    clip(a, b);
  }

  /** Joins what of the segment lies in the window. */
  private void clip(Point2D a, Point2D b) {
    double rise = b.getY() - a.getY();
    double atBottom = rise == 0 ? 0 : (scale.windowBottom() - a.getY()) / rise;
    double atTop = rise == 0 ? 1 : (scale.windowTop() - a.getY()) / rise;
    boolean level = rise == 0;
    if (level && scale.clamp(a.getY()) != a.getY()) {
      return;
    }
    double start = Math.max(0, Math.min(atBottom, atTop));
    double end = Math.min(1, Math.max(atBottom, atTop));
    if (level || start < end) {
      join(level ? a : between(a, b, start), level ? b : between(a, b, end));
    }
  }

  private static Point2D between(Point2D a, Point2D b, double t) {
    if (t == 0 || t == 1) {
      return t == 0 ? a : b;
    }
    return new Point2D.Double(
        a.getX() + t * (b.getX() - a.getX()), a.getY() + t * (b.getY() - a.getY()));
  }

  private void join(Point2D a, Point2D b) {
    if (!a.equals(path.getCurrentPoint())) {
      path.moveTo(a.getX(), a.getY());
    }
    path.lineTo(b.getX(), b.getY());
  }

  private void leave(Point2D then, Region before, Point2D now, Region here) {
    if (exits.stream().anyMatch(e -> e.why() == here)) {
      return;
    }
    exits.add(new Exit(edge(then, before, now, here), here, now.getX()));
  }

  /** Where to mark an exit: the crossing of the edge, or the last place that was seen. */
  private Point2D edge(Point2D then, Region before, Point2D now, Region here) {
    if (here == Region.NAN) {
      boolean seen = !Double.isNaN(then.getY());
      double middle = (scale.windowBottom() + scale.windowTop()) / 2;
      return new Point2D.Double(then.getX(), seen ? scale.clamp(then.getY()) : middle);
    }
    double edge = here == Region.ABOVE ? scale.windowTop() : scale.windowBottom();
    if (before != Region.INSIDE) {
      return new Point2D.Double(now.getX(), edge);
    }
    double t = (edge - then.getY()) / (now.getY() - then.getY());
    return new Point2D.Double(then.getX() + t * (now.getX() - then.getX()), edge);
  }

  /** The curve's last point, if it can be seen there. */
  static Optional<Point2D> end(double[] x, double[] values, Scale scale) {
    int last = x.length - 1;
    Region place = scale.place(values[last]);
    return place == Region.INSIDE || place.isStrip()
        ? Optional.of(new Point2D.Double(x[last], scale.level(values[last])))
        : Optional.empty();
  }
}
