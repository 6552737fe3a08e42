package initlab.view.scatter;

import initlab.base.Numbers;
import initlab.view.draw.Cells;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Says in words and numbers what a {@link Scatter} shows, computed from its data. */
record ScatterWords(String xLabel, String yLabel) {
  /** A point this near to a circle, in parts of its radius, is on it. */
  private static final double ON = 1e-6;

  String of(String title, List<Plane> planes) {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add("across: " + xLabel + ", upward: " + yLabel);
    for (Plane p : planes) {
      if (!p.title().isBlank()) {
        lines.add(p.title());
      }
      p.marks().forEach(m -> lines.add("  " + mark(m, p.circles())));
      p.region().ifPresent(c -> lines.add("  " + shading(c)));
    }
    return String.join("\n", lines);
  }

  private String mark(Mark m, List<Double> circles) {
    List<Point2D> seen = m.seen();
    StringBuilder s = new StringBuilder(m.name()).append(": ");
    s.append(count(m.x().size(), noun(m.kind())));
    int lost = m.x().size() - seen.size();
    s.append(
        lost == 0
            ? ""
            : ", " + lost + " not finite" + (m.hasFarPoints() ? " or beyond 1e300" : ""));
    if (!seen.isEmpty()) {
      where(s, m, seen);
      if (m.kind() != Mark.Kind.LINE) {
        circles.forEach(r -> s.append("; ").append(sides(seen, r)));
      }
    }
    return s.toString();
  }

  private static String noun(Mark.Kind kind) {
    return switch (kind) {
      case POINTS -> "point";
      case ARROWS -> "arrow";
      case LINE -> "line of 1 point";
    };
  }

  /** Such as {@code 1 point, 16 points, line of 3 points}. */
  private static String count(int n, String noun) {
    if (noun.startsWith("line")) {
      return "line of " + n + (n == 1 ? " point" : " points");
    }
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private void where(StringBuilder s, Mark m, List<Point2D> seen) {
    if (m.kind() == Mark.Kind.LINE) {
      s.append(" from ").append(place(seen.get(0)));
      s.append(" to ").append(place(seen.get(seen.size() - 1)));
      return;
    }
    long places = seen.stream().distinct().count();
    if (places == 1) {
      s.append(seen.size() == 1 ? " at " : ", all at ").append(place(seen.get(0)));
      return;
    }
    s.append(places < seen.size() ? " in " + places + " places" : "");
    s.append(", ").append(xLabel).append(' ').append(range(seen, Point2D::getX));
    s.append(", ").append(yLabel).append(' ').append(range(seen, Point2D::getY));
    s.append(", distance from the origin ").append(range(seen, ScatterWords::distance));
  }

  /** From the origin, also where its square overflows. */
  private static double distance(Point2D p) {
    return Math.hypot(p.getX(), p.getY());
  }

  private static String place(Point2D p) {
    return "(" + Numbers.brief(p.getX(), 3) + ", " + Numbers.brief(p.getY(), 3) + ")";
  }

  private static String range(List<Point2D> seen, ToDoubleFunction<Point2D> of) {
    double lo = seen.stream().mapToDouble(of).min().orElseThrow();
    double hi = seen.stream().mapToDouble(of).max().orElseThrow();
    return Numbers.brief(lo, 3) + " to " + Numbers.brief(hi, 3);
  }

  private static String sides(List<Point2D> seen, double radius) {
    long inside = seen.stream().filter(p -> distance(p) < radius * (1 - ON)).count();
    long outside = seen.stream().filter(p -> distance(p) > radius * (1 + ON)).count();
    long on = seen.size() - inside - outside;
    return String.format(
        Locale.ROOT,
        "%s inside, %s on, %s outside the circle of radius %s",
        "" + inside,
        "" + on,
        "" + outside,
        Numbers.brief(radius, 3));
  }

  private static String shading(Cells c) {
    long cells = (long) c.x().size() * c.y().size();
    long above = c.stream().filter(v -> v > 0).count();
    long below = c.stream().filter(v -> v < 0).count();
    return "shaded: above 0 in "
        + percent(above, cells)
        + ", below 0 in "
        + percent(below, cells)
        + " of the plane";
  }

  private static String percent(long part, long all) {
    return Math.round(100.0 * part / all) + " %";
  }
}
