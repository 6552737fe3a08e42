package initlab.view;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The corners of one element of an SVG. */
final class SvgOutline {
  private final Element e;
  private final List<List<Point2D>> pieces = new ArrayList<>();

  SvgOutline(Element e) {
    this.e = e;
  }

  List<List<Point2D>> pieces(AffineTransform to) {
    switch (e.getTagName()) {
      case "line" -> ends(at("x1"), at("y1"), at("x2"), at("y2"));
      case "rect" -> box(at("x"), at("y"), at("width"), at("height"));
      case "ellipse" -> box(at("cx") - at("rx"), at("cy") - at("ry"), 2 * at("rx"), 2 * at("ry"));
      case "circle" -> box(at("cx") - at("r"), at("cy") - at("r"), 2 * at("r"), 2 * at("r"));
      case "path" -> path(e.getAttribute("d"));
      default -> corners(e.getAttribute("points"));
    }
    pieces.forEach(piece -> piece.forEach(p -> to.transform(p, p)));
    return pieces;
  }

  private double at(String attribute) {
    return Shapes.number(e, attribute);
  }

  private void ends(double... xy) {
    List<Point2D> piece = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      piece.add(new Point2D.Double(xy[i], xy[i + 1]));
    }
    pieces.add(piece);
  }

  private void box(double x, double y, double width, double height) {
    ends(x, y, x + width, y, x + width, y + height, x, y + height, x, y);
  }

  private void corners(String points) {
    List<Point2D> piece = new ArrayList<>();
    for (String pair : points.strip().split("\\s+", -1)) {
      piece.add(point(pair));
    }
    pieces.add(piece);
  }

  private static Point2D point(String pair) {
    String[] xy = pair.split(",", -1);
    return new Point2D.Double(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
  }

  /** Of curved pieces the ends alone. */
  private void path(String d) {
    for (String part : d.isBlank() ? new String[0] : d.strip().split("(?=[MLQCZ])", -1)) {
      String[] pairs = part.substring(1).strip().split("\\s+", -1);
      if (part.startsWith("M")) {
        pieces.add(new ArrayList<>());
      }
      List<Point2D> piece = pieces.get(pieces.size() - 1);
      if (part.startsWith("Z")) {
        piece.add((Point2D) piece.get(0).clone());
      } else {
        piece.add(point(pairs[pairs.length - 1]));
      }
    }
  }
}
