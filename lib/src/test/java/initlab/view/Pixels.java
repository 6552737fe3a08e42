package initlab.view;

import initlab.view.draw.Picture;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** The PNG of a picture, asked in the picture's own units, of which each is two pixels long. */
public final class Pixels {
  private final BufferedImage image;

  private Pixels(BufferedImage image) {
    this.image = image;
  }

  public static Pixels of(Drawing drawing) {
    return of(drawing.picture());
  }

  public static Pixels of(Picture picture) {
    try {
      return new Pixels(ImageIO.read(new ByteArrayInputStream(picture.png())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public double width() {
    return image.getWidth() / 2.0;
  }

  public double height() {
    return image.getHeight() / 2.0;
  }

  public Color at(double x, double y) {
    return new Color(image.getRGB((int) Math.round(2 * x), (int) Math.round(2 * y)));
  }

  /** How many pixels of an area are of such a colour. */
  public long count(Rectangle2D area, Predicate<Color> wanted) {
    long n = 0;
    for (int y = top(area); y < bottom(area); y++) {
      for (int x = left(area); x < right(area); x++) {
        n += wanted.test(new Color(image.getRGB(x, y))) ? 1 : 0;
      }
    }
    return n;
  }

  /** The smallest box around all pixels of such a colour in an area; empty where there is none. */
  public Rectangle2D bounds(Rectangle2D area, Predicate<Color> wanted) {
    Rectangle2D box = new Rectangle2D.Double();
    for (int y = top(area); y < bottom(area); y++) {
      for (int x = left(area); x < right(area); x++) {
        if (wanted.test(new Color(image.getRGB(x, y)))) {
          Rectangle2D pixel = new Rectangle2D.Double(x / 2.0, y / 2.0, 0.5, 0.5);
          box = box.isEmpty() ? pixel : box.createUnion(pixel);
        }
      }
    }
    return box;
  }

  public Rectangle2D bounds(Predicate<Color> wanted) {
    return bounds(all(), wanted);
  }

  public Rectangle2D all() {
    return new Rectangle2D.Double(0, 0, width(), height());
  }

  /** Whether a colour is this one, but for the blending at an edge. */
  public static Predicate<Color> near(Color due) {
    return c ->
        Math.abs(c.getRed() - due.getRed()) < 12
            && Math.abs(c.getGreen() - due.getGreen()) < 12
            && Math.abs(c.getBlue() - due.getBlue()) < 12;
  }

  private int left(Rectangle2D a) {
    return Math.max(0, (int) Math.round(2 * a.getX()));
  }

  private int right(Rectangle2D a) {
    return Math.min(image.getWidth(), (int) Math.round(2 * a.getMaxX()));
  }

  private int top(Rectangle2D a) {
    return Math.max(0, (int) Math.round(2 * a.getY()));
  }

  private int bottom(Rectangle2D a) {
    return Math.min(image.getHeight(), (int) Math.round(2 * a.getMaxY()));
  }
}
