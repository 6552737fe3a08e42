package initlab.view.draw;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Turns something that paints itself into PNG and SVG; the same input gives the same bytes. */
public record Picture(int width, int height, Consumer<Graphics2D> painter) {
  private static final int ZOOM = 2;

  private static final Map<RenderingHints.Key, Object> FINE =
      Map.of(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);

  /** The picture at twice its size in pixels. */
  public byte[] png() {
    BufferedImage image =
        new BufferedImage(ZOOM * width, ZOOM * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.addRenderingHints(FINE);
    g.scale(ZOOM, ZOOM);
    painter.accept(g);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      // The cache would be a file on disk.
      ImageIO.setUseCache(false);
      ImageIO.write(PalettePng.of(image), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The picture as one SVG element, with what it shows as its title. */
  public String svg(String title) {
    VectorGraphics2D g = new VectorGraphics2D();
    painter.accept(g);
    return Svg.write(g, width, height, title);
  }
}
