package initlab.view.draw;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Shapes that tell curves apart without colour, all of about the same weight. */
public enum Marker {
  CIRCLE,
  SQUARE,
  DIAMOND,
  UP,
  DOWN,
  BAR,
  POST,
  CROSS,
  HOURGLASS;

  /** Corners x, y, x, y, ... in units of the radius, y downward. */
  private double[] corners() {
    return switch (this) {
      case CIRCLE -> new double[0];
      case SQUARE -> new double[] {-0.88, -0.88, 0.88, -0.88, 0.88, 0.88, -0.88, 0.88};
      case DIAMOND -> new double[] {0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0};
      case UP -> new double[] {0, -1.15, 1.1, 0.85, -1.1, 0.85};
      case DOWN -> new double[] {0, 1.15, 1.1, -0.85, -1.1, -0.85};
      case BAR -> new double[] {-1.25, -0.5, 1.25, -0.5, 1.25, 0.5, -1.25, 0.5};
      case POST -> new double[] {-0.5, -1.25, 0.5, -1.25, 0.5, 1.25, -0.5, 1.25};
      case CROSS ->
          new double[] {
            -1.2, -0.7, -0.7, -1.2, 0, -0.5, 0.7, -1.2, 1.2, -0.7, 0.5, 0,
            1.2, 0.7, 0.7, 1.2, 0, 0.5, -0.7, 1.2, -1.2, 0.7, -0.5, 0
          };
      case HOURGLASS -> new double[] {-1, -1, 1, -1, -1, 1, 1, 1};
    };
  }

  /** The shape around (x, y), about {@code size} across. */
  Shape at(double x, double y, double size) {
    double r = size / 2;
    double[] corners = corners();
    if (corners.length == 0) {
      return new Ellipse2D.Double(x - r, y - r, size, size);
    }
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x + r * corners[0], y + r * corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(x + r * corners[i], y + r * corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  Marker next() {
    List<Marker> all = List.of(values());
    return all.get((all.indexOf(this) + 1) % all.size());
  }
}
