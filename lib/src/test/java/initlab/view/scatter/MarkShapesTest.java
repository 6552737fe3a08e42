package initlab.view.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large, how many and how marked the points of a family are. */
class MarkShapesTest {
  private static final Sizes LOOK = Sizes.page(420, 400);

  private static final Style HE = Objects.requireNonNull(Palette.styles(List.of("He")).get("He"));

  /** 0, 1, 2, ... */
  private static double[] count(int n) {
    return IntStream.range(0, n).asDoubleStream().toArray();
  }

  private static List<Shapes.Shape> marks(double[] x, double[] y) {
    return Shapes.of(Scatter.of("t").points("He", x, y)).areas(HE.color());
  }

  @Test
  void moreThanSixtyPointsAreSmaller() {
    double few = marks(count(60), count(60)).get(0).box().getWidth();
    double many = marks(count(61), count(61)).get(0).box().getWidth();
    assertThat(few).isCloseTo(1.1 * LOOK.marker(), within(0.02));
    assertThat(many).isCloseTo(0.75 * LOOK.marker(), within(0.02));
  }

  /** Beyond 3000 points those that would stand on another are left out, and no place is. */
  @Test
  void ofVeryManyPointsOneStandsInEachPlace() {
    double[] x = new double[3001];
    double[] y = new double[3001];
    Arrays.setAll(x, i -> i % 2);
    Arrays.setAll(y, i -> i % 3);
    assertThat(marks(x, y)).hasSize(6);
    double[] less = Arrays.copyOf(x, 3000);
    assertThat(marks(less, Arrays.copyOf(y, 3000))).hasSize(3000);
    double[] line = count(3001);
    List<Shapes.Shape> apart = marks(line, new double[3001]);
    assertThat(apart).hasSizeBetween(100, 250);
    // The first place may begin anywhere.
    for (int i = 2; i < apart.size(); i++) {
      double step = apart.get(i).centre().getX() - apart.get(i - 1).centre().getX();
      assertThat(step).isBetween(1.8, 2.3);
    }
  }

  @Test
  void placesAreCountedWhereThereAreTwelveAtMost() {
    double[] twelve = IntStream.range(0, 24).mapToDouble(i -> i % 12).toArray();
    double[] thirteen = IntStream.range(0, 26).mapToDouble(i -> i % 13).toArray();
    Shapes few = Shapes.of(Scatter.of("t").points("He", twelve, twelve));
    Shapes many = Shapes.of(Scatter.of("t").points("He", thirteen, thirteen));
    assertThat(few.words().stream().filter("\u00D72"::equals)).hasSize(12);
    assertThat(many.words()).doesNotContain("\u00D72");
    Shapes.Text first =
        few.texts().stream().filter(t -> t.words().equals("\u00D72")).findFirst().orElseThrow();
    Point2D mark = few.areas(HE.color()).get(0).centre();
    assertThat(first.x() - mark.getX()).isCloseTo(LOOK.marker(), within(0.05));
    assertThat(mark.getY() - first.y()).isCloseTo(0.55 * LOOK.row(), within(0.05));
    assertThat(first.color()).isEqualTo(HE.ink());
    Shapes line = Shapes.of(Scatter.of("t").line("He", twelve, twelve));
    assertThat(line.words()).doesNotContain("\u00D72");
  }

  /** The middle of the words lies across the arrow from its tip, on the right of it. */
  @Test
  void aCountStandsBesideItsArrow() {
    double[][] tips = {{1, 1}, {-1, -1}, {-1, 1}, {0, 1}, {1, 0}};
    for (double[] tip : tips) {
      double[] x = {tip[0], tip[0]};
      double[] y = {tip[1], tip[1]};
      Shapes drawn = Shapes.of(Scatter.of("t").arrows("He", x, y));
      Shapes.Text count = drawn.text("\u00D72");
      Point2D head = drawn.areas(HE.color()).get(0).points().get(0);
      double width = Sizes.widthOf(count.words(), LOOK.smallFont());
      double length = Math.hypot(tip[0], tip[1]);
      double right = Math.abs(tip[1]) / length;
      double down = tip[1] == 0 ? -1 : tip[0] * Math.signum(tip[1]) / length;
      assertThat(count.x() + width / 2 - head.getX())
          .isCloseTo(right * (LOOK.marker() + width / 2), within(0.1));
      assertThat(count.y() - head.getY()).isCloseTo(down * 0.55 * LOOK.row(), within(0.1));
    }
  }

  /** An arrow to the origin is a marker; one shorter than its head is all head. */
  @Test
  void veryShortArrowsAreStillSeen() {
    double[] x = {0, 1, 100};
    Shapes drawn = Shapes.of(Scatter.of("t").arrows("He", x, new double[3]));
    List<Shapes.Shape> heads = drawn.areas(HE.color());
    assertThat(heads).hasSize(3);
    assertThat(drawn.lines(HE.color())).hasSize(2);
    assertThat(heads.get(0).box().getWidth()).isCloseTo(LOOK.marker(), within(0.02));
    double unit = heads.get(2).points().get(0).getX() - heads.get(0).centre().getX();
    Shapes.Shape brief = heads.get(1);
    assertThat(brief.points().get(0).getX() - heads.get(0).centre().getX())
        .isCloseTo(unit / 100, within(0.05));
    assertThat(brief.box().getWidth()).isCloseTo(unit / 100, within(0.05));
    assertThat(brief.box().getHeight()).isCloseTo(0.9 * unit / 100, within(0.05));
    assertThat(drawn.lines(HE.color()).get(1).width()).isCloseTo(0.6 * LOOK.thick(), within(0.01));
  }

  /** One legend below, one title above, and what is left of the width on both sides. */
  @Test
  void aPictureWiderThanItsPanelsKeepsThemInTheMiddle() {
    Shapes drawn = Shapes.of(Scatter.of("t").axes("x", "upward").circle(1).lecture());
    Sizes look = Sizes.lecture();
    Shapes.Text name = drawn.text("upward");
    double left = name.x() - 0.36 * look.text() - (look.padding() / 2.0 + 0.55 * look.row());
    double plotEnd =
        drawn.lines(Sizes.GRID).stream().mapToDouble(l -> l.box().getMaxX()).max().orElseThrow();
    double right = look.width() - plotEnd - look.padding();
    assertThat(left).isGreaterThan(200).isCloseTo(right, within(8.0));
  }

  @Test
  void titlesStandAboveTheirPlotsAndPushThemDown() {
    double[] one = {1, 2};
    Shapes plain = Shapes.of(Scatter.of("t").points("He", one, one));
    Shapes titled = Shapes.of(Scatter.of("t").panel("step 0").points("He", one, one));
    double top = top(titled);
    assertThat(top - top(plain)).isCloseTo(0.8 * LOOK.row(), within(1.0));
    assertThat(top - titled.text("step 0").y()).isCloseTo(0.6 * LOOK.row(), within(0.02));
  }

  private static double top(Shapes drawn) {
    return drawn.lines(Sizes.GRID).stream().mapToDouble(l -> l.box().getY()).min().orElseThrow();
  }
}
