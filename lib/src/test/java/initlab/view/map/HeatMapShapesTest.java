package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells, bar and curve stand where the ticks of a heat map say. */
class HeatMapShapesTest {
  private static final double[] X = {10, 20, 30};
  private static final double[] Y = {105, 106};

  /** No cell is another's mirror. */
  private static final double[][] ROWS = {{-2, 0.5, 1}, {-1.5, -0.5, 4}};

  private static final HeatMap MAP =
      HeatMap.of("t", X, Y, ROWS)
          .axes("across", "upward")
          .shows("growth", 1)
          .curve("theory", new double[] {12, 27}, Y);

  private static double xOf(Shapes drawn, Sizes look, double value) {
    double ten = middle(drawn.text("10"), look);
    double thirty = middle(drawn.text("30"), look);
    return ten + (value - 10) / 20 * (thirty - ten);
  }

  private static double middle(Shapes.Text t, Sizes look) {
    return t.x() + Sizes.widthOf(t.words(), look.font()) / 2;
  }

  private static double yOf(Shapes drawn, double value) {
    double low = drawn.text("105").y();
    double high = drawn.text("106").y();
    return low + (value - 105) * (high - low);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyCellHasTheColourOfItsNumberAtItsPlace(boolean lecture) {
    Shapes drawn = Shapes.of(lecture ? MAP.lecture() : MAP);
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(1);
    DivergingColours colours = new DivergingColours(1, 3);
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 3; i++) {
        Point2D at = new Point2D.Double(xOf(drawn, look, X[i]), yOf(drawn, Y[j]));
        assertThat(top(drawn, at)).isEqualTo(colours.of(ROWS[j][i]));
        for (double[] corner : new double[][] {{-4.6, 0.46}, {4.6, 0.46}, {-4.6, -0.46}}) {
          Point2D edge =
              new Point2D.Double(xOf(drawn, look, X[i] + corner[0]), yOf(drawn, Y[j] + corner[1]));
          assertThat(top(drawn, edge)).isEqualTo(colours.of(ROWS[j][i]));
        }
      }
    }
  }

  /** The colour of the last area that was painted here. */
  private static Color top(Shapes drawn, Point2D at) {
    List<Shapes.Shape> here =
        drawn.all().stream().filter(s -> s.filled() && s.box().contains(at)).toList();
    return here.get(here.size() - 1).color();
  }

  /** The bar's colour beside a tick is that of a cell with the tick's number. */
  @Test
  void theBarSaysWhatItsColoursMean() {
    Shapes drawn = Shapes.of(MAP);
    DivergingColours colours = new DivergingColours(1, 3);
    List<Shapes.Text> ticks = new ArrayList<>();
    for (String words : List.of("-2", "-1", "0", "1", "2", "3", "4")) {
      ticks.add(drawn.text(words));
    }
    Sizes look = Sizes.page(1);
    for (Shapes.Text t : ticks) {
      double value = Double.parseDouble(t.words());
      Point2D beside = new Point2D.Double(t.x() - look.gap() - look.text() / 2.0, t.y());
      assertThat(top(drawn, beside))
          .isIn(colours.of(value - 0.07), colours.of(value), colours.of(value + 0.07));
    }
    assertThat(ticks.get(6).y() - ticks.get(0).y()).isNegative();
    double tick = ticks.get(1).y() - ticks.get(0).y();
    assertThat(ticks.get(6).y() - ticks.get(5).y()).isCloseTo(tick, within(0.01));
  }

  @Test
  void theBarIsAsHighAsTheCells() {
    Shapes drawn = Shapes.of(MAP);
    List<Shapes.Shape> low = drawn.areas(new DivergingColours(1, 3).of(-2));
    List<Shapes.Shape> high = drawn.areas(new DivergingColours(1, 3).of(4));
    assertThat(low.get(1).box().getMaxY()).isCloseTo(low.get(0).box().getMaxY(), within(0.5));
    double barTop = high.get(high.size() - 1).box().getY();
    assertThat(barTop).isCloseTo(high.get(0).box().getY(), within(0.5));
    double middle = (low.get(0).box().getMaxY() + high.get(0).box().getY()) / 2;
    assertThat(drawn.text("1").y()).isCloseTo(middle, within(0.5));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theCurveRunsThroughItsPointsAndItsNameStandsOverItsEnd(boolean lecture) {
    Shapes drawn = Shapes.of(lecture ? MAP.lecture() : MAP);
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(1);
    Shapes.Shape line = drawn.lines(Sizes.THEORY).get(0);
    Point2D first = line.points().get(0);
    Point2D last = line.points().get(line.points().size() - 1);
    assertThat(first.getX()).isCloseTo(xOf(drawn, look, 12), within(0.05));
    assertThat(first.getY()).isCloseTo(yOf(drawn, 105), within(0.05));
    assertThat(last.getX()).isCloseTo(xOf(drawn, look, 27), within(0.05));
    assertThat(last.getY()).isCloseTo(yOf(drawn, 106), within(0.05));
    Shapes.Text name = drawn.text("theory");
    assertThat(middle(name, look)).isCloseTo(last.getX(), within(0.05));
    assertThat(name.y()).isLessThan(yOf(drawn, 106.5));
    Shapes.Shape rim = drawn.lines(Sizes.PAPER).get(0);
    assertThat(rim.width()).isGreaterThan(line.width());
    assertThat(rim.points()).isEqualTo(line.points());
  }

  /** Points beyond the cells are left out; a name never leaves the plot. */
  @Test
  void aCurveIsCutAtTheCells() {
    double[] tall = {1, 2, 3, 4};
    double[][] rows = new double[4][3];
    HeatMap map =
        HeatMap.of("t", X, tall, rows).curve("theory", new double[] {-50, 11, 34, 99}, tall);
    Shapes drawn = Shapes.of(map);
    Shapes.Shape line = drawn.lines(Sizes.THEORY).get(0);
    assertThat(line.points()).hasSize(2);
    assertThat(line.points().get(1).getX()).isCloseTo(xOf(drawn, Sizes.page(1), 34), within(0.05));
    double right = drawn.text("theory").x() + Sizes.widthOf("theory", Sizes.page(1).font());
    assertThat(right).isCloseTo(xOf(drawn, Sizes.page(1), 35), within(0.05));
    HeatMap gone =
        HeatMap.of("t", X, tall, rows).curve("theory", new double[] {-50, 99, -9, 70}, tall);
    assertThat(Shapes.of(gone).words()).doesNotContain("theory");
  }

  @Test
  void theHeadSaysTitleAndMeaningAndTheAxesTheirNames() {
    Shapes drawn = Shapes.of(MAP);
    assertThat(drawn.words()).contains("t", "colour: growth", "across", "upward");
    assertThat(drawn.text("across").y()).isGreaterThan(drawn.text("10").y());
    assertThat(drawn.text("upward").x()).isLessThan(drawn.text("105").x());
  }
}
