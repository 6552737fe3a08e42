package initlab.view.scatter;

import initlab.base.Args;
import initlab.view.Drawing;
import initlab.view.draw.Cells;
import initlab.view.draw.Picture;
import initlab.view.draw.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Points in a plane whose two axes have one scale, so that a circle is round: neurons by their
 * weights, a matrix's eigenvalues, samples by class. {@code Scatter.of("Eigenvalues").axes("real",
 * "imaginary").panel("He").points("He", re, im).circle(1)}. Panels stand side by side in one
 * window; what is added goes into the last one. Points that are not finite, or beyond 1e300, are
 * not drawn but counted in the words. Immutable.
 */
public final class Scatter implements Drawing {
  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final List<Plane> planes;
  private final boolean lecture;

  private Scatter(String title, String xLabel, String yLabel, List<Plane> planes, boolean lecture) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.planes = List.copyOf(planes);
    this.lecture = lecture;
  }

  /**
   * An empty picture: add points, or panels and points to each.
   *
   * @throws IllegalArgumentException if the title is blank
   */
  public static Scatter of(String title) {
    if (title.isBlank()) {
      throw Args.bad("title", "blank", "a few words", "Give what the picture shows.");
    }
    return new Scatter(title, "x", "y", List.of(), false);
  }

  /** The same with the names of its axes. */
  public Scatter axes(String x, String y) {
    return new Scatter(title, x, y, planes, lecture);
  }

  /** The same with one more panel, to the right. */
  public Scatter panel(String name) {
    List<Plane> more = new ArrayList<>(planes);
    more.add(Plane.of(name));
    return new Scatter(title, xLabel, yLabel, more, lecture);
  }

  /**
   * The same with a family of points; a known initializer's name fixes their colour. One place that
   * holds several points says how many.
   *
   * @param name what the legend says; the same name in several panels has one colour
   * @throws IllegalArgumentException if the name is blank, there is no point, or the lengths of x
   *     and y differ
   */
  public Scatter points(String name, double[] x, double[] y) {
    return last(p -> p.with(Mark.of(name, x, y, Mark.Kind.POINTS)));
  }

  /** The same with an arrow from the origin to each of these points; throws as {@link #points}. */
  public Scatter arrows(String name, double[] x, double[] y) {
    return last(p -> p.with(Mark.of(name, x, y, Mark.Kind.ARROWS)));
  }

  /**
   * The same with a line through these points in their order, such as a path over steps or a
   * boundary; throws as {@link #points}.
   */
  public Scatter line(String name, double[] x, double[] y) {
    return last(p -> p.with(Mark.of(name, x, y, Mark.Kind.LINE)));
  }

  /**
   * The same with a circle around the origin. The words then count the points inside, on (within a
   * millionth of the radius) and outside it.
   *
   * @throws IllegalArgumentException unless 0 &lt; radius &lt;= 1e300
   */
  public Scatter circle(double radius) {
    Args.positive(radius, "radius", "1 gives the unit circle.");
    if (!(radius <= Mark.LARGEST)) {
      throw Args.bad("radius", radius, "at most 1e300", "Change the unit of the axes.");
    }
    return last(p -> p.circle(radius));
  }

  /**
   * The same with shading under the points, such as what a net answers at each place: blue where a
   * value is below 0, orange above, pale at 0.
   *
   * @param values one row for each y, from the lowest on, with one number for each x
   * @throws IllegalArgumentException if x or y do not increase, or a row is too long or too short
   */
  public Scatter region(double[] x, double[] y, double[][] values) {
    Cells cells = Cells.of(x, y, values);
    return last(p -> p.over(cells));
  }

  private Scatter last(UnaryOperator<Plane> change) {
    List<Plane> more = new ArrayList<>(planes);
    Plane last = more.isEmpty() ? Plane.of("") : more.remove(more.size() - 1);
    more.add(change.apply(last));
    return new Scatter(title, xLabel, yLabel, more, lecture);
  }

  /** The same picture, readable from the back row: 1280 x 680. */
  @Override
  public Scatter lecture() {
    return new Scatter(title, xLabel, yLabel, planes, true);
  }

  /**
   * The picture: 420 x 400 for one panel, 800 x 400 and less for more.
   *
   * @throws IllegalArgumentException if it has no panel and no points yet
   */
  @Override
  public Picture picture() {
    Args.atLeast(1, planes.size(), "the number of panels", "Add points(...) first.");
    Sizes look = lecture ? Sizes.lecture() : page();
    ScatterPainter painter = new ScatterPainter(title, xLabel, yLabel, planes, look);
    return new Picture(look.width(), look.height(), painter::paint);
  }

  private Sizes page() {
    return switch (planes.size()) {
      case 1 -> Sizes.page(420, 400);
      case 2 -> Sizes.page(800, 400);
      case 3 -> Sizes.page(800, 330);
      default -> Sizes.page(800, 280);
    };
  }

  /** Family by family: how many points in how many places, where they lie, and how far out. */
  @Override
  public String text() {
    return new ScatterWords(xLabel, yLabel).of(title, planes);
  }

  @Override
  public String toString() {
    return text();
  }
}
