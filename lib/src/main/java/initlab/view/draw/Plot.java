package initlab.view.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where a pair of axes came to stand.
 *
 * @param box what the axes enclose, in pixels of the picture
 * @param toPixels from values on the axes to pixels of the picture
 */
public record Plot(Rectangle2D box, AffineTransform toPixels) {

  /** A plot whose axes run from (lowX, lowY) to (highX, highY) over a box. */
  static Plot over(Rectangle2D box, Axis x, Axis y) {
    AffineTransform map = new AffineTransform();
    map.translate(box.getX(), box.getMaxY());
    map.scale(box.getWidth() / x.length(), -box.getHeight() / y.length());
    map.translate(-x.lo(), -y.lo());
    return new Plot(box, map);
  }

  /** The pixel of a point of the axes. */
  public Point2D pixel(Point2D axis) {
    return toPixels.transform(axis, null);
  }

  /** The pixel of a point of the axes. */
  public Point2D pixel(double x, double y) {
    return pixel(new Point2D.Double(x, y));
  }

  /** How far to the right a value of the x axis stands. */
  public double pixelX(double x) {
    return pixel(x, 0).getX();
  }

  /** How far down a value of the y axis stands. */
  public double pixelY(double y) {
    return pixel(0, y).getY();
  }
}
