package initlab.view.draw;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.commands.AffineTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawStringCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetColorCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetFontCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetStrokeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetTransformCommand;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.Locale;

/**
 * Writes recorded drawing as one SVG element. VectorGraphics2D's own writer goes through an XML
 * tree and costs a second at first use; this one takes the same record and writes text. Clips are
 * left out, for nothing is painted beyond its window; coordinates keep hundredths of a pixel.
 */
public final class Svg {
  private static final String FAMILIES = "DejaVu Sans,Verdana,Arial,sans-serif";

  private final StringBuilder out = new StringBuilder();
  private AffineTransform transform = new AffineTransform();
  private Color color = Color.BLACK;
  private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private BasicStroke stroke = new BasicStroke();

  private Svg() {}

  /** The drawing as SVG, with a title that says what it shows. */
  static String write(VectorGraphics2D drawing, int width, int height, String title) {
    Svg svg = new Svg();
    svg.out
        .append(
            String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"",
                width,
                height))
        .append(
            String.format(
                Locale.ROOT,
                " viewBox=\"0 0 %d %d\" font-family=\"%s\" role=\"img\">",
                width,
                height,
                FAMILIES))
        .append("<title>")
        .append(escaped(title))
        .append("</title>");
    for (Command<?> c : drawing.getCommands()) {
      svg.take(c);
    }
    return svg.out.append("</svg>").toString();
  }

  private void take(Command<?> c) {
    if (c instanceof SetColorCommand set) {
      color = set.getValue();
    } else if (c instanceof SetFontCommand set) {
      font = set.getValue();
    } else if (c instanceof SetStrokeCommand set && set.getValue() instanceof BasicStroke basic) {
      stroke = basic;
    } else if (c instanceof SetTransformCommand set) {
      transform = new AffineTransform(set.getValue());
    } else if (c instanceof AffineTransformCommand more) {
      transform.concatenate(more.getValue());
    } else {
      mark(c);
    }
  }

  private void mark(Command<?> c) {
    if (c instanceof FillShapeCommand fill) {
      path(fill.getValue(), paint("fill"));
    } else if (c instanceof DrawShapeCommand draw) {
      path(draw.getValue(), " fill=\"none\"" + paint("stroke") + strokeStyle());
    } else if (c instanceof DrawStringCommand text) {
      words(text);
    }
  }

  private void path(Shape shape, String style) {
    StringBuilder d = new StringBuilder();
    double[] p = new double[6];
    for (PathIterator it = shape.getPathIterator(transform); !it.isDone(); it.next()) {
      int kind = it.currentSegment(p);
      d.append("MLQCZ".charAt(kind));
      int numbers = kind == PathIterator.SEG_CLOSE ? 0 : Math.max(2, 2 * kind);
      for (int i = 0; i < numbers; i++) {
        d.append(i == 0 ? "" : " ").append(hundredths(p[i]));
      }
    }
    if (!d.isEmpty()) {
      out.append("<path d=\"").append(d).append("\"").append(style).append("/>");
    }
  }

  private void words(DrawStringCommand text) {
    Point2D at = transform.transform(new Point2D.Double(text.getX(), text.getY()), null);
    out.append("<text x=\"").append(hundredths(at.getX()));
    out.append("\" y=\"").append(hundredths(at.getY()));
    out.append("\" font-size=\"").append(font.getSize()).append("\"");
    out.append(font.isBold() ? " font-weight=\"bold\"" : "").append(paint("fill")).append(">");
    out.append(escaped(text.getValue())).append("</text>");
  }

  private String paint(String property) {
    String hue = String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    String solid = " " + property + "=\"" + hue + "\"";
    return color.getAlpha() == 255
        ? solid
        : solid + " " + property + "-opacity=\"" + hundredths(color.getAlpha() / 255.0) + "\"";
  }

  private String strokeStyle() {
    StringBuilder s =
        new StringBuilder(" stroke-width=\"" + hundredths(stroke.getLineWidth()) + "\"");
    s.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
    s.append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
    float[] dashes = stroke.getDashArray();
    if (dashes != null) {
      s.append(" stroke-dasharray=\"");
      for (float dash : dashes) {
        s.append(hundredths(dash)).append(" ");
      }
      s.setCharAt(s.length() - 1, '"');
    }
    return s.toString();
  }

  /** A number with at most two decimals and no idle zeros. */
  static String hundredths(double v) {
    long scaled = Math.round(v * 100);
    if (scaled % 100 == 0) {
      return Long.toString(scaled / 100);
    }
    String s = (scaled < 0 ? "-" : "") + Math.abs(scaled) / 100 + "." + Math.abs(scaled) % 100 / 10;
    return scaled % 10 == 0 ? s : s + Math.abs(scaled) % 10;
  }

  /** Words as they must stand between tags, in SVG as in HTML. */
  public static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
