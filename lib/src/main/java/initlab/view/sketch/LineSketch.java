package initlab.view.sketch;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.view.Drawing;
import initlab.view.draw.Pen;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import initlab.view.draw.Values;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/**
 * The shape of a function, as small as a word in a table: a line, and the two axes through 0. It
 * holds no letters, so it is the same on every machine.
 */
public final class LineSketch implements Drawing {
  private static final Color LINE = new Color(0x0072B2);
  private static final Color AXES = new Color(0xBBBBBB);

  private final String name;
  private final Values x;
  private final Values y;
  private final double low;
  private final double high;
  private final int zoom;

  private LineSketch(String name, Values x, Values y, double low, double high, int zoom) {
    this.name = name;
    this.x = x;
    this.y = y;
    this.low = low;
    this.high = high;
    this.zoom = zoom;
  }

  /**
   * The line through these points; what leaves the window from low to high is cut off.
   *
   * @throws IllegalArgumentException if the name is blank, there are fewer than two points or not
   *     as many y as x, unless x increases, or unless low &lt; 0 &lt; high
   */
  public static LineSketch of(String name, double[] x, double[] y, double low, double high) {
    Args.notBlank(name, "name");
    Args.atLeast(2, x.length, "the number of points", "A line has two ends.");
    Args.increasing(x, "x");
    if (x.length != y.length) {
      throw Args.bad("the number of y", y.length, "" + x.length, "Give one for each x.");
    }
    if (!(low < 0 && high > 0)) {
      throw Args.bad("the window", low + " to " + high, "one that holds 0", "Such as -1 to 3.");
    }
    return new LineSketch(name, Values.of(x), Values.of(y), low, high, 1);
  }

  @Override
  public LineSketch lecture() {
    return new LineSketch(name, x, y, low, high, 4);
  }

  @Override
  public Picture picture() {
    return new Picture(110 * zoom, 74 * zoom, this::paint);
  }

  private void paint(Graphics2D g) {
    Sizes look = new Sizes(110 * zoom, 74 * zoom, 11, 2f * zoom, 6.5);
    Pen pen = new Pen(g, look);
    pen.fill(look.page(), Sizes.PAPER);
    pen.line(0, pixelY(0), look.width(), pixelY(0), AXES, zoom);
    pen.line(pixelX(0), 0, pixelX(0), look.height(), AXES, zoom);
    Path2D path = new Path2D.Double();
    for (int i = 0; i < x.size(); i++) {
      if (i == 0) {
        path.moveTo(pixelX(x.at(i)), pixelY(y.at(i)));
      } else {
        path.lineTo(pixelX(x.at(i)), pixelY(y.at(i)));
      }
    }
    pen.stroke(path, LINE, Style.Dash.SOLID, look.thick());
  }

  private double pixelX(double at) {
    return hundredths(110 * zoom * (at - x.first()) / (x.last() - x.first()));
  }

  private double pixelY(double at) {
    return hundredths(74 * zoom * (high - Math.min(high, Math.max(low, at))) / (high - low));
  }

  /** So that the last bit of a function, which differs between machines, is not seen. */
  private static double hundredths(double pixels) {
    return Math.round(100 * pixels) / 100.0;
  }

  /** The name, where the line begins and ends, and its smallest value. */
  @Override
  public String text() {
    return name
        + ": "
        + Numbers.brief(y.first(), 3)
        + " at "
        + Numbers.brief(x.first(), 3)
        + ", "
        + Numbers.brief(y.last(), 3)
        + " at "
        + Numbers.brief(x.last(), 3)
        + ", at least "
        + Numbers.brief(y.stream().min().orElseThrow(), 3);
  }

  @Override
  public String toString() {
    return text();
  }
}
