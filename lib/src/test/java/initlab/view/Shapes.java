package initlab.view;

import initlab.view.draw.Picture;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What stands where in a picture: its SVG read back, in the order in which it was painted. */
public final class Shapes {
  /** A line or an area: its corners, in pixels of the picture, piece after piece. */
  public record Shape(boolean filled, Color color, double width, List<List<Point2D>> pieces) {
    public List<Point2D> points() {
      return pieces.stream().flatMap(List::stream).toList();
    }

    public Rectangle2D box() {
      Rectangle2D box = new Rectangle2D.Double();
      box.setFrameFromDiagonal(points().get(0), points().get(0));
      points().forEach(box::add);
      return box;
    }

    public Point2D centre() {
      return new Point2D.Double(box().getCenterX(), box().getCenterY());
    }

    /** How far a point is from the line. */
    public double distance(Point2D p) {
      double least = Double.POSITIVE_INFINITY;
      for (List<Point2D> piece : pieces) {
        for (int i = 1; i < piece.size(); i++) {
          Line2D part = new Line2D.Double(piece.get(i - 1), piece.get(i));
          least = Math.min(least, part.ptSegDist(p));
        }
      }
      return least;
    }
  }

  /** Words, where they begin: x, and the middle of their height. */
  public record Text(String words, double x, double y, Color color, double size) {}

  private final List<Shape> shapes = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();

  private Shapes() {}

  public static Shapes of(Drawing drawing) {
    return of(drawing.picture());
  }

  public static Shapes of(Picture picture) {
    Shapes out = new Shapes();
    try {
      var xml = new InputSource(new StringReader(picture.svg("t")));
      var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
      out.read(svg.getDocumentElement(), new AffineTransform());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return out;
  }

  public List<Text> texts() {
    return texts;
  }

  public List<String> words() {
    return texts.stream().map(Text::words).toList();
  }

  /** The one text that says this. */
  public Text text(String words) {
    List<Text> all = texts.stream().filter(t -> t.words().equals(words)).toList();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " texts say \"" + words + "\" among " + words());
    }
    return all.get(0);
  }

  public List<Shape> all() {
    return shapes;
  }

  /** Lines of this colour, in the order of painting. */
  public List<Shape> lines(Color color) {
    return shapes.stream().filter(s -> !s.filled() && s.color().equals(color)).toList();
  }

  /** Lines of this colour and about this width. */
  public List<Shape> lines(Color color, double width) {
    return lines(color).stream().filter(s -> Math.abs(s.width() - width) < 0.01).toList();
  }

  /** Areas of this colour, see-through ones with their opacity. */
  public List<Shape> areas(Color color) {
    return shapes.stream().filter(s -> s.filled() && s.color().equals(color)).toList();
  }

  private void read(Element e, AffineTransform outer) {
    AffineTransform here = new AffineTransform(outer);
    here.concatenate(transform(e.getAttribute("transform")));
    switch (e.getTagName()) {
      case "defs", "title" -> {
        return;
      }
      case "text" -> text(e, here);
      case "path", "line", "rect", "ellipse", "circle", "polygon", "polyline" -> shape(e, here);
      default -> {}
    }
    for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        read(child, here);
      }
    }
  }

  private static AffineTransform transform(String words) {
    AffineTransform out = new AffineTransform();
    for (String part : words.split("\\)\\s*", -1)) {
      String[] call = part.split("\\(", -1);
      if (call.length == 2) {
        double[] n = numbers(call[1]);
        switch (call[0].strip()) {
          case "translate" -> out.translate(n[0], n[1]);
          case "scale" -> out.scale(n[0], n.length > 1 ? n[1] : n[0]);
          case "rotate" -> out.rotate(Math.toRadians(n[0]));
          case "matrix" -> out.concatenate(new AffineTransform(n));
          default -> throw new IllegalStateException(part);
        }
      }
    }
    return out;
  }

  private static double[] numbers(String words) {
    return Arrays.stream(words.strip().split("[ ,]+", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private void text(Element e, AffineTransform to) {
    double size = Double.parseDouble(style(e, "font-size").replace("px", ""));
    Point2D at = to.transform(new Point2D.Double(number(e, "x"), number(e, "y")), null);
    double middle = at.getY() - (to.isIdentity() ? 0.36 * size : 0);
    texts.add(new Text(e.getTextContent(), at.getX(), middle, color(e, "fill"), size));
  }

  private void shape(Element e, AffineTransform to) {
    boolean filled = style(e, "stroke").equals("none");
    double width = filled ? 0 : Double.parseDouble(style(e, "stroke-width"));
    List<List<Point2D>> pieces = new SvgOutline(e).pieces(to);
    if (!pieces.isEmpty()) {
      shapes.add(new Shape(filled, color(e, filled ? "fill" : "stroke"), width, pieces));
    }
  }

  private static Color color(Element e, String what) {
    double[] rgb = numbers(style(e, what).replaceAll("rgb\\(|\\)", ""));
    String opacity = style(e, what + "-opacity");
    int alpha = opacity.isEmpty() ? 255 : (int) Math.round(255 * Double.parseDouble(opacity));
    return new Color((int) rgb[0], (int) rgb[1], (int) rgb[2], alpha);
  }

  private static String style(Element e, String what) {
    for (String part : e.getAttribute("style").split(";", -1)) {
      if (part.startsWith(what + ":")) {
        return part.substring(what.length() + 1);
      }
    }
    return "";
  }

  static double number(Element e, String attribute) {
    return Double.parseDouble(e.getAttribute(attribute));
  }
}
