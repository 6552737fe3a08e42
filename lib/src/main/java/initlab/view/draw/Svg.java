package initlab.view.draw;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * SVG as VectorGraphics2D writes it, made fit for a page: one element without an XML head, with a
 * title that says what it shows, and with fonts that other machines have. Its first use takes about
 * a third of a second.
 */
public final class Svg {
  private static final String FAMILIES = "DejaVu Sans,Verdana,Arial,sans-serif";

  /** Control characters and halves of letters, which neither SVG nor HTML may hold. */
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private Svg() {}

  /** The drawing as one SVG element, so many pixels wide and high. */
  static String write(VectorGraphics2D drawing, int width, int height, String title) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Processors.get("svg")
          .getDocument(drawing.getCommands(), new PageSize(width, height))
          .writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fitForAPage(out.toString(StandardCharsets.UTF_8), title);
  }

  private static String fitForAPage(String document, String title) {
    String element = document.substring(document.indexOf("<svg"));
    int inside = element.indexOf('>') + 1;
    String head =
        element.substring(0, inside - 1) + " role=\"img\" font-family=\"" + FAMILIES + "\">";
    String body =
        element.substring(inside).replaceAll("font-family:(&quot;[^&]*&quot;|[^;]*);", "");
    return head + "<title>" + escaped(title) + "</title>" + body.strip();
  }

  /** Words with a sign in place of what neither SVG nor HTML may hold. */
  static String legal(String words) {
    return ILLEGAL.matcher(words).replaceAll("\uFFFD");
  }

  /** Words as they must stand between tags, in SVG as in HTML. */
  public static String escaped(String words) {
    return legal(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
