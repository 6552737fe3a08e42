package initlab.view.figure;

import initlab.view.draw.Pen;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of curves in one column beside a panel, or between two panels that end there: each once, in
 * its colour, with a leader to the end of its curve in each panel, none on another.
 */
final class LabelColumn {
  /** Where a name's curve ends in the panel to the left, and in that to the right. */
  private record Ends(@Nullable Point2D left, @Nullable Point2D right) {
    double middle() {
      if (left == null || right == null) {
        return left == null ? (right == null ? 0 : right.getY()) : left.getY();
      }
      return (left.getY() + right.getY()) / 2;
    }
  }

  private final Map<String, Ends> ends = new LinkedHashMap<>();

  /** Adds the end of a curve in the panel to the left of this column. */
  void endsLeft(String name, Point2D end) {
    ends.merge(name, new Ends(end, null), (a, b) -> new Ends(end, a.right));
  }

  /** Adds the end of a curve in the panel to the right of this column. */
  void endsRight(String name, Point2D end) {
    ends.merge(name, new Ends(null, end), (a, b) -> new Ends(a.left, end));
  }

  /** Writes the names; {@code area} reaches from one panel's plot to the other's. */
  void paint(Pen pen, Rectangle2D area, Map<String, Style> styles) {
    Sizes look = pen.look();
    double row = look.row();
    double[] wished = ends.values().stream().mapToDouble(Ends::middle).toArray();
    double[] centres =
        LabelSpacing.place(wished, row, area.getY() - row / 2, area.getMaxY() + row / 2);
    boolean mirrored = ends.values().stream().allMatch(e -> e.left == null);
    int i = 0;
    for (Map.Entry<String, Ends> e : ends.entrySet()) {
      double y = centres[i++];
      Style style = styles.get(e.getKey());
      if (style != null && mirrored) {
        mirrored(pen, e.getKey(), style, e.getValue(), y, area.getMaxX());
      } else if (style != null) {
        label(pen, e.getKey(), style, e.getValue(), y, area);
      }
    }
  }

  /** From left to right: a leader, a piece of the line with its marker, the name, a leader. */
  private static void label(
      Pen pen, String name, Style style, Ends ends, double y, Rectangle2D area) {
    Sizes look = pen.look();
    double x = area.getX() + look.gap() * 1.4;
    leader(pen, style, ends.left, x, x, y);
    pen.swatch(style, x, y);
    double words = x + look.swatch() + look.gap() * 0.7;
    pen.write(name, words, y, look.font(), style.ink());
    double after = words + Sizes.widthOf(name, look.font()) + look.gap() * 0.5;
    leader(pen, style, ends.right, after, area.getMaxX() - look.gap() * 1.4, y);
  }

  /** Where there is no panel to the left, the names end beside the panel to the right. */
  private static void mirrored(
      Pen pen, String name, Style style, Ends ends, double y, double right) {
    Sizes look = pen.look();
    double x = right - look.gap() * 1.4;
    leader(pen, style, ends.right, x, x, y);
    pen.swatch(style, x - look.swatch(), y);
    double words = x - look.swatch() - look.gap() * 0.7;
    pen.writeTo(name, words, y, look.font(), style.ink());
  }

  /** Level from one place to another, and on to the curve's end. */
  private static void leader(
      Pen pen, Style style, @Nullable Point2D end, double from, double to, double y) {
    if (end != null) {
      Path2D.Double path = new Path2D.Double();
      path.moveTo(from, y);
      if (to > from) {
        path.lineTo(to, y);
      }
      path.lineTo(end.getX(), end.getY());
      pen.stroke(path, style.color(), Style.Dash.SOLID, pen.look().thin());
    }
  }

  /** Width of the column that these names need, between panels that end on these sides. */
  static double width(List<String> names, boolean left, boolean right, Sizes look) {
    if (names.isEmpty()) {
      return 0;
    }
    double widest = names.stream().mapToDouble(n -> Sizes.widthOf(n, look.font())).max().orElse(0);
    double leaders = look.gap() * (left && right ? 3.4 : 2.2);
    return leaders + look.gap() * 0.7 + look.swatch() + widest;
  }
}
