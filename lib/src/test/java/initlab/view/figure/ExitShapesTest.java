package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks and words of curves that leave the window. */
class ExitShapesTest {
  private static final Sizes LOOK = Sizes.page(1);

  private static Curve line(String name, double... values) {
    return Curve.line(name, Fake.layers(values.length - 1), values);
  }

  /** Level, and beyond the window from layer 100 of 200 on: its line is all but upright there. */
  private static Curve jump(String name, double far, boolean back) {
    return line(name, Fake.values(200, l -> (back ? l > 100 : l < 100) ? 1 : far));
  }

  private static Style style(String name, Curve... curves) {
    List<String> names = Arrays.stream(curves).map(Curve::name).toList();
    return Objects.requireNonNull(Palette.styles(names).get(name));
  }

  private static Shapes drawn(boolean back, Curve... curves) {
    List<Curve> all = List.of(curves);
    return Shapes.of(Figure.of("t", back ? Panel.backward(all) : Panel.forward(all)));
  }

  /** The arrow's tip points the way that the curve goes. */
  @Test
  void exitsPointUpAtTheTopAndDownAtTheFoot() {
    Curve[] curves = {line("too large", 1, 1e30, 1e60), line("too small", 1, 1e-30, 1e-60)};
    Shapes drawn = drawn(false, curves);
    Shapes.Shape up = largest(drawn, style("too large", curves).ink());
    Shapes.Shape down = largest(drawn, style("too small", curves).ink());
    assertThat(corners(up, up.box().getY())).isEqualTo(1);
    assertThat(corners(up, up.box().getMaxY())).isEqualTo(2);
    assertThat(corners(down, down.box().getMaxY())).isEqualTo(1);
    assertThat(corners(down, down.box().getY())).isEqualTo(2);
    assertThat(up.centre().getY()).isLessThan(down.centre().getY() - 200);
    Shapes.Shape line = drawn.lines(style("too large", curves).color(), LOOK.thick()).get(0);
    assertThat(up.centre().getX()).isCloseTo(line.box().getMaxX(), within(0.3));
    Shapes.Text words = drawn.text("too large leaves at layer 2");
    assertThat(words.y()).isCloseTo(up.centre().getY(), within(25.0));
    assertThat(words.color()).isEqualTo(style("too large", curves).ink());
    assertThat(drawn.text("too small leaves at layer 2").y())
        .isCloseTo(down.centre().getY(), within(25.0));
  }

  private static Shapes.Shape largest(Shapes drawn, Color color) {
    return drawn.areas(color).stream()
        .max(Comparator.comparingDouble(s -> s.box().getHeight()))
        .orElseThrow();
  }

  private static long corners(Shapes.Shape s, double y) {
    return s.points().stream().distinct().filter(p -> Math.abs(p.getY() - y) < 0.01).count();
  }

  /** Where both sides are free, words stand on that to which the signal goes, level with it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsStandBesideTheirMarkOnTheSideToWhichTheSignalGoes(boolean back) {
    for (double far : new double[] {1e120, 1e-120, Double.NaN}) {
      Curve leaving = jump("He", far, back);
      Shapes drawn = drawn(back, leaving);
      Rectangle2D mark = largest(drawn, style("He", leaving).ink()).box();
      Shapes.Text words =
          drawn.text(Double.isNaN(far) ? "He is NaN from layer 100" : "He leaves at layer 100");
      double end = words.x() + Sizes.widthOf(words.words(), LOOK.smallFont());
      double gap = back ? mark.getCenterX() - end : words.x() - mark.getCenterX();
      assertThat(gap).isCloseTo(LOOK.marker() + 0.4 * LOOK.gap(), within(0.1));
      double edge = Double.isNaN(far) ? 0 : far > 1 ? 0.5 : -0.5;
      Point2D at = markPlace(drawn, leaving, mark);
      assertThat(words.y()).isCloseTo(at.getY() + edge * LOOK.row(), within(0.02));
      Rectangle2D backing = drawn.areas(new Color(255, 255, 255, 215)).get(0).box();
      assertThat(backing.getX()).isCloseTo(words.x(), within(0.02));
      assertThat(backing.getMaxX()).isCloseTo(end, within(0.02));
      assertThat(backing.getCenterY()).isCloseTo(words.y(), within(0.02));
      assertThat(backing.getHeight()).isCloseTo(LOOK.row(), within(0.02));
    }
  }

  /** Where the curve was last seen: the end of its line, at the mark. */
  private static Point2D markPlace(Shapes drawn, Curve curve, Rectangle2D mark) {
    Shapes.Shape line = drawn.lines(style(curve.name(), curve).color(), LOOK.thick()).get(0);
    List<Point2D> points = line.points();
    Point2D last = points.get(points.size() - 1);
    assertThat(last.getX()).isCloseTo(mark.getCenterX(), within(0.1));
    return last;
  }

  @Test
  void anArrowIsAQuarterLargerThanAMarker() {
    Curve leaving = jump("He", 1e120, false);
    Shapes.Shape arrow = largest(drawn(false, leaving), style("He", leaving).ink());
    assertThat(arrow.box().getWidth()).isCloseTo(1.1 * 1.25 * LOOK.marker(), within(0.02));
  }

  /** Another curve runs where the words would stand: they move off it, but not far. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsMoveOffOtherLines(boolean back) {
    Curve leaving = jump("He", 1e120, back);
    Curve across = line("LSUV", Fake.values(200, l -> 1e39));
    Shapes drawn = drawn(back, leaving, across);
    Rectangle2D words = box(drawn.text("He leaves at layer 100"));
    Shapes.Shape line = drawn.lines(style("LSUV", leaving, across).color(), LOOK.thick()).get(0);
    double y = line.box().getCenterY();
    assertThat(words.getY() > y || words.getMaxY() < y).isTrue();
    double top = line.box().getY();
    assertThat(words.getCenterY() - top).isBetween(-2 * LOOK.row(), 2.5 * LOOK.row());
  }

  /** A curve that becomes NaN has its cross on the last point that was seen. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCrossStandsOnTheLastPointSeen(boolean back) {
    Curve gone = jump("He", Double.NaN, back);
    Shapes drawn = drawn(back, gone);
    Shapes.Shape cross = largest(drawn, style("He", gone).ink());
    Rectangle2D line = drawn.lines(style("He", gone).color(), LOOK.thick()).get(0).box();
    assertThat(cross.points().stream().distinct()).hasSize(12);
    assertThat(cross.centre().getX()).isCloseTo(back ? line.getX() : line.getMaxX(), within(0.05));
    assertThat(cross.centre().getY()).isCloseTo(line.getCenterY(), within(0.05));
  }

  /** Five curves that leave at one place: no words on others, on a line, or beyond the axes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsOfOnePlaceLieBesideEachOther(boolean back) {
    Curve[] curves =
        Stream.of("He", "Xavier", "LSUV", "orthogonal", "zeros")
            .map(n -> jump(n, 1e120, back))
            .toArray(Curve[]::new);
    Shapes drawn = drawn(back, curves);
    List<Rectangle2D> boxes =
        drawn.texts().stream()
            .filter(t -> t.words().endsWith("leaves at layer 100"))
            .map(ExitShapesTest::box)
            .toList();
    assertThat(boxes).hasSize(5);
    Rectangle2D plot = drawn.lines(Sizes.GRID).get(0).box();
    drawn.lines(Sizes.GRID).forEach(l -> plot.add(l.box()));
    Shapes.Shape line = drawn.lines(style("He", curves).color(), LOOK.thick()).get(0);
    for (Rectangle2D b : boxes) {
      assertThat(boxes.stream().filter(b::intersects)).hasSize(1);
      assertThat(b.getX()).isGreaterThan(plot.getX() - 0.1);
      assertThat(b.getMaxX()).isLessThan(plot.getMaxX() + 0.1);
      assertThat(b.getY()).isGreaterThan(plot.getY() - 0.1);
      assertThat(line.distance(new Point2D.Double(b.getCenterX(), b.getCenterY())))
          .isGreaterThan(LOOK.row() / 2);
    }
    double first = boxes.get(0).getY();
    double[] rows = boxes.stream().mapToDouble(b -> (b.getY() - first) / LOOK.row()).toArray();
    assertThat(rows[1]).isCloseTo(0, within(0.01));
    assertThat(rows[2]).isCloseTo(1.3, within(0.01));
    assertThat(rows[3]).isCloseTo(1.3, within(0.01));
    assertThat(rows[4]).isCloseTo(3.1, within(0.01));
    assertThat(boxes.get(1).getX() < boxes.get(0).getX()).isNotEqualTo(back);
  }

  /** The box that words take. */
  private static Rectangle2D box(Shapes.Text t) {
    double width = Sizes.widthOf(t.words(), LOOK.smallFont());
    return new Rectangle2D.Double(t.x(), t.y() - LOOK.row() / 2, width, LOOK.row() - 0.01);
  }

  /** At the end of the axes there is room on one side alone: words stay within. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsAtTheEndOfTheAxesStayWithin(boolean back) {
    Curve late = line("He", Fake.values(200, l -> (back ? l > 0 : l < 200) ? 1 : 1e120));
    Shapes drawn = drawn(back, late);
    Rectangle2D plot = drawn.lines(Sizes.GRID).get(0).box();
    drawn.lines(Sizes.GRID).forEach(l -> plot.add(l.box()));
    Rectangle2D words = box(drawn.text("He leaves at layer " + (back ? 0 : 200)));
    assertThat(words.getX()).isGreaterThan(plot.getX() - 0.1);
    assertThat(words.getMaxX()).isLessThan(plot.getMaxX() + 0.1);
    double markX = back ? plot.getX() : plot.getMaxX();
    double beside = back ? words.getX() - markX : markX - words.getMaxX();
    assertThat(beside).isBetween(5.0, 12.0);
  }
}
