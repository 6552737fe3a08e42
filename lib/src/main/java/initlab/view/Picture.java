package initlab.view;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Turns something that paints itself into PNG and SVG; the same input gives the same bytes. */
record Picture(int width, int height, Consumer<Graphics2D> painter) {
  private static final int ZOOM = 2;
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern LONG_FRACTION = Pattern.compile("(\\d\\.\\d\\d)\\d+");
  private static final Pattern FAMILY =
      Pattern.compile("font-family:[^;]*?(&quot;)?[^;&]*(&quot;)?;");
  private static final String FAMILIES = "font-family:DejaVu Sans,Verdana,Arial,sans-serif;";

  /** The picture at twice its size in pixels. */
  byte[] png() {
    BufferedImage image =
        new BufferedImage(ZOOM * width, ZOOM * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.scale(ZOOM, ZOOM);
    painter.accept(g);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The picture as one SVG element, with what it shows as its title. */
  String svg(String alt) {
    VectorGraphics2D g = new VectorGraphics2D();
    painter.accept(g);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(g.getCommands(), new PageSize(0, 0, width, height))
          .writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String svg = out.toString(StandardCharsets.UTF_8);
    return small(svg.substring(svg.indexOf("<svg")), alt);
  }

  /** Hundredths of a pixel are enough, and make the text a third as long. */
  private static String small(String svg, String alt) {
    String rounded =
        TAG.matcher(svg)
            .replaceAll(
                tag ->
                    Matcher.quoteReplacement(LONG_FRACTION.matcher(tag.group()).replaceAll("$1")));
    String lean = FAMILY.matcher(rounded).replaceAll(FAMILIES).replaceAll(">\\s+<", "><");
    int end = lean.indexOf('>') + 1;
    return lean.substring(0, end) + "<title>" + escaped(alt) + "</title>" + lean.substring(end);
  }

  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
