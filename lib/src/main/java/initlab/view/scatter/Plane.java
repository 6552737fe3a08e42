package initlab.view.scatter;

import initlab.view.draw.Cells;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One panel of a {@link Scatter}.
 *
 * @param title what it shows, such as {@code step 0}; may be empty
 * @param marks its points, arrows and lines, in the order in which they are drawn
 * @param circles radii of circles around the origin
 * @param region numbers under the points, blue below 0 and orange above
 */
record Plane(String title, List<Mark> marks, List<Double> circles, Optional<Cells> region) {

  /** Points nearer to each other than this are one place. */
  private static final double NEAREST = 1e-300;

  static Plane of(String title) {
    return new Plane(title, List.of(), List.of(), Optional.empty());
  }

  Plane with(Mark mark) {
    return new Plane(title, added(marks, mark), circles, region);
  }

  Plane circle(double radius) {
    return new Plane(title, marks, added(circles, radius), region);
  }

  Plane over(Cells cells) {
    return new Plane(title, marks, circles, Optional.of(cells));
  }

  private static <T> List<T> added(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return List.copyOf(more);
  }

  /** Corners of all that has to be seen. */
  Stream<Point2D> corners() {
    Stream<Point2D> points = marks.stream().flatMap(m -> m.seen().stream());
    Stream<Point2D> origin =
        marks.stream().filter(m -> m.kind() == Mark.Kind.ARROWS).map(m -> new Point2D.Double(0, 0));
    Stream<Point2D> round =
        circles.stream()
            .flatMap(r -> Stream.of(new Point2D.Double(-r, -r), new Point2D.Double(r, r)));
    Stream<Point2D> under =
        region.stream()
            .flatMap(
                c ->
                    Stream.of(
                        new Point2D.Double(c.edgeX(0), c.edgeY(0)),
                        new Point2D.Double(c.edgeX(c.x().size()), c.edgeY(c.y().size()))));
    return Stream.of(points, origin, round, under).flatMap(s -> s);
  }

  /** The smallest window on all panels; from -1 to 1 where there is nothing to be seen. */
  static Rectangle2D window(List<Plane> planes) {
    List<Point2D> corners = planes.stream().flatMap(Plane::corners).toList();
    if (corners.isEmpty()) {
      return new Rectangle2D.Double(-1, -1, 2, 2);
    }
    Rectangle2D box = new Rectangle2D.Double();
    box.setFrameFromDiagonal(corners.get(0), corners.get(0));
    corners.forEach(box::add);
    double most = Math.max(box.getWidth(), box.getHeight());
    boolean point = most < NEAREST;
    double far = Math.max(Math.abs(box.getX()), Math.abs(box.getY()));
    double air = point ? (far < NEAREST ? 1 : far / 2) : 0.06 * most;
    return new Rectangle2D.Double(
        box.getX() - air, box.getY() - air, box.getWidth() + 2 * air, box.getHeight() + 2 * air);
  }
}
