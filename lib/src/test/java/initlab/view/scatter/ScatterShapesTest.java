package initlab.view.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, arrows, lines, circles and shading stand where the ticks of a scatter say. */
class ScatterShapesTest {
  private static final double[] X = {13, 17, 11};
  private static final double[] Y = {104, 101, 107};

  private static Scatter one() {
    return Scatter.of("t")
        .axes("across", "upward")
        .points("He", X, Y)
        .line("Xavier", Y, X)
        .points("LSUV", new double[] {50}, new double[] {50});
  }

  private static Style style(String name) {
    return Objects.requireNonNull(Palette.styles(List.of("He", "Xavier", "LSUV")).get(name));
  }

  /**
   * By the ticks at the left, 20 and 80, and those below: the same, or large letters' 0 and 100.
   */
  private static Point2D at(Shapes drawn, Sizes look, double x, double y) {
    boolean fine = drawn.words().stream().filter("80"::equals).count() == 2;
    double first = fine ? 20 : 0;
    double last = fine ? 80 : 100;
    double low = tick(drawn, look, fine ? "20" : "0", true);
    double high = tick(drawn, look, fine ? "80" : "100", true);
    double foot = tick(drawn, look, "20", false);
    double head = tick(drawn, look, "80", false);
    return new Point2D.Double(
        low + (x - first) / (last - first) * (high - low), foot + (y - 20) / 60 * (head - foot));
  }

  private static double tick(Shapes drawn, Sizes look, String words, boolean across) {
    List<Shapes.Text> both = drawn.texts().stream().filter(t -> t.words().equals(words)).toList();
    Shapes.Text t = both.get(across ? 0 : both.size() - 1);
    return across ? t.x() + Sizes.widthOf(words, look.font()) / 2 : t.y();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void markersStandAtTheirPointsAndALineRunsThroughItsOwn(boolean lecture) {
    Shapes drawn = Shapes.of(lecture ? one().lecture() : one());
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(420, 400);
    for (int i = 0; i < X.length; i++) {
      Point2D due = at(drawn, look, X[i], Y[i]);
      assertThat(drawn.areas(style("He").color()))
          .anyMatch(s -> s.centre().distance(due) < 0.05 && s.box().getWidth() > 5);
    }
    List<Shapes.Shape> lines = drawn.lines(style("Xavier").color());
    Shapes.Shape path = lines.get(0);
    for (int i = 0; i < X.length; i++) {
      assertThat(path.points().get(i).distance(at(drawn, look, Y[i], X[i]))).isLessThan(0.05);
    }
    Point2D alone = at(drawn, look, 50, 50);
    assertThat(drawn.areas(style("LSUV").color())).anyMatch(s -> s.centre().distance(alone) < 0.4);
  }

  @Test
  void aUnitIsAsLongAcrossAsUpward() {
    Shapes drawn = Shapes.of(one());
    Sizes look = Sizes.page(420, 400);
    double across = at(drawn, look, 80, 20).getX() - at(drawn, look, 20, 20).getX();
    double upward = at(drawn, look, 20, 20).getY() - at(drawn, look, 20, 80).getY();
    assertThat(across).isCloseTo(upward, within(0.005 * upward));
  }

  @Test
  void anArrowPointsFromTheOriginToItsPoint() {
    double[] x = {90, -30};
    double[] y = {30, 60};
    Shapes drawn = Shapes.of(Scatter.of("t").arrows("He", x, y).points("LSUV", Y, Y));
    Sizes look = Sizes.page(420, 400);
    Point2D origin = at0(drawn, look, 0, 0);
    List<Shapes.Shape> shafts = drawn.lines(style("He").color());
    List<Shapes.Shape> heads = drawn.areas(style("He").color());
    for (int i = 0; i < 2; i++) {
      Point2D tip = at0(drawn, look, x[i], y[i]);
      assertThat(shafts.get(i).points().get(0).distance(origin)).isLessThan(0.05);
      Point2D neck = shafts.get(i).points().get(1);
      assertThat(neck.distance(tip)).isCloseTo(look.marker() * 1.3, within(0.05));
      Shapes.Shape head = heads.get(i);
      assertThat(head.points().get(0).distance(tip)).isLessThan(0.05);
      Point2D a = head.points().get(1);
      Point2D b = head.points().get(2);
      assertThat(a.distance(tip)).isCloseTo(b.distance(tip), within(0.01));
      assertThat(a.distance(b)).isCloseTo(0.9 * look.marker() * 1.3, within(0.05));
      double middle = (a.getX() + b.getX()) / 2;
      assertThat(middle).isCloseTo(neck.getX(), within(0.05));
    }
  }

  /** By the ticks 0 and 100. */
  private static Point2D at0(Shapes drawn, Sizes look, double x, double y) {
    double low = tick(drawn, look, "0", true);
    double high = tick(drawn, look, "100", true);
    double foot = tick(drawn, look, "0", false);
    double head = tick(drawn, look, "100", false);
    return new Point2D.Double(low + x / 100 * (high - low), foot + y / 100 * (head - foot));
  }

  @Test
  void theLinesThroughTheOriginAreThereWhereItIsInTheWindow() {
    double[] away = {5, 6};
    double[] around = {-1, 1};
    assertThat(Shapes.of(Scatter.of("t").points("He", away, away)).lines(Sizes.QUIET)).isEmpty();
    Shapes both = Shapes.of(Scatter.of("t").points("He", around, around));
    assertThat(both.lines(Sizes.QUIET)).hasSize(2);
    Shapes.Shape upright = both.lines(Sizes.QUIET).get(0);
    Shapes.Shape level = both.lines(Sizes.QUIET).get(1);
    assertThat(upright.box().getWidth()).isZero();
    assertThat(level.box().getHeight()).isZero();
    Sizes look = Sizes.page(420, 400);
    assertThat(upright.box().getX()).isCloseTo(tick(both, look, "0", true), within(0.05));
    assertThat(level.box().getY()).isCloseTo(tick(both, look, "0", false), within(0.05));
    Shapes right = Shapes.of(Scatter.of("t").points("He", away, around));
    assertThat(right.lines(Sizes.QUIET)).hasSize(1);
    assertThat(right.lines(Sizes.QUIET).get(0).box().getHeight()).isZero();
  }

  @Test
  void aCircleHasItsRadiusAndTheKeySaysIt() {
    Shapes drawn = Shapes.of(Scatter.of("t").circle(100).circle(25));
    List<Shapes.Shape> circles = drawn.lines(Sizes.THEORY);
    Sizes look = Sizes.page(420, 400);
    Rectangle2D large = circles.get(0).box();
    assertThat(large.getMaxX()).isCloseTo(at0(drawn, look, 100, 0).getX(), within(0.1));
    assertThat(large.getY())
        .isCloseTo(at0(drawn, look, 0, 100).getY(), within(0.1 + large.getHeight() * 0.005));
    assertThat(circles.get(1).box().getWidth()).isCloseTo(large.getWidth() / 4, within(0.01));
    assertThat(drawn.words()).contains("circle: radius 100 · circle: radius 25");
  }

  @Test
  void everyPanelHasItsTitleItsPointsAndTheWindowOfAll() {
    Scatter two =
        Scatter.of("t")
            .panel("step 0")
            .points("He", new double[] {-60, 60}, new double[] {-60, 60})
            .panel("step 9")
            .points("Xavier", new double[] {20}, new double[] {40});
    Shapes drawn = Shapes.of(two);
    assertThat(drawn.text("step 0").x()).isLessThan(drawn.text("step 9").x() - 300);
    assertThat(drawn.areas(style("He").color()))
        .filteredOn(s -> s.box().getY() < 360)
        .allMatch(s -> s.centre().getX() < 400);
    Shapes.Shape point =
        drawn.areas(style("Xavier").color()).stream()
            .filter(s -> s.box().getY() < 360)
            .findFirst()
            .orElseThrow();
    List<Shapes.Text> sixty = drawn.texts().stream().filter(t -> t.words().equals("60")).toList();
    double half = Sizes.widthOf("60", Sizes.page(2).font()) / 2;
    List<Double> right =
        sixty.stream().map(t -> t.x() + half).filter(x -> x > 400).sorted().toList();
    List<Shapes.Text> zero = drawn.texts().stream().filter(t -> t.words().equals("0")).toList();
    double origin = zero.stream().mapToDouble(Shapes.Text::x).max().orElseThrow() + half / 2;
    double sixtyX = right.get(right.size() - 1);
    assertThat(point.centre().getX()).isCloseTo(origin + (sixtyX - origin) / 3, within(0.1));
    assertThat(drawn.words()).contains("He", "Xavier");
  }

  @Test
  void aLegendShowsEachNameOnceWithItsMark() {
    Shapes drawn = Shapes.of(one());
    for (String name : List.of("He", "Xavier", "LSUV")) {
      Shapes.Text words = drawn.text(name);
      assertThat(words.color()).isEqualTo(style(name).ink());
      boolean line = name.equals("Xavier");
      List<Shapes.Shape> marks =
          line ? drawn.lines(style(name).color()) : drawn.areas(style(name).color());
      assertThat(marks)
          .anyMatch(
              m ->
                  Math.abs(m.centre().getY() - words.y()) < 0.3
                      && m.box().getMaxX() < words.x()
                      && m.box().getMaxX() > words.x() - 20);
    }
    Shapes alone = Shapes.of(Scatter.of("t").points("He", X, Y));
    assertThat(alone.words()).doesNotContain("He");
  }

  @Test
  void aRegionIsShadedCellByCell() {
    double[] at = {10, 20, 30};
    double[][] rows = {{-3, 1, 2}, {0.5, -1, 3}, {-2, 2, -0.5}};
    Shapes drawn = Shapes.of(Scatter.of("t").region(at, at, rows));
    Sizes look = Sizes.page(420, 400);
    DivergingColours colours = new DivergingColours(0, 3);
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        double x =
            tick(drawn, look, "10", true)
                + i * (tick(drawn, look, "20", true) - tick(drawn, look, "10", true));
        double y =
            tick(drawn, look, "10", false)
                + j * (tick(drawn, look, "20", false) - tick(drawn, look, "10", false));
        Color due = colours.paleOf(rows[j][i]);
        assertThat(drawn.areas(due)).anyMatch(s -> s.box().contains(x, y));
      }
    }
    assertThat(drawn.words()).contains("orange: above 0 · blue: below 0");
  }

  @Test
  void manyPointsInOnePlaceSayHowMany() {
    double[] x = {1, 1, 1, 2, 3, 3};
    Shapes drawn = Shapes.of(Scatter.of("t").points("He", x, x));
    List<Shapes.Shape> marks = drawn.areas(style("He").color());
    Shapes.Text three = drawn.text("×3");
    Shapes.Text two = drawn.text("×2");
    assertThat(three.x()).isGreaterThan(marks.get(0).centre().getX());
    assertThat(three.y()).isLessThan(marks.get(0).centre().getY());
    assertThat(three.x() - marks.get(0).centre().getX())
        .isCloseTo(two.x() - marks.get(5).centre().getX(), within(0.01));
    assertThat(drawn.words()).doesNotContain("×1");
  }
}
