package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.base.Numbers;
import initlab.view.Shapes;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxesTest {
  private static final Sizes SIZES = Sizes.page(400, 300);
  private static final Rectangle2D AREA = SIZES.page();

  private static Axes axes(double lo, double hi) {
    Axis x = Axis.across(lo, hi, "x", SIZES);
    return new Axes(x, Axis.upward(0.05, 0.95, "y", SIZES), Axes.Side.LEFT, true);
  }

  private static Shapes painted(Axes axes) {
    return Shapes.of(
        new Picture(400, 300, g -> axes.paint(new Pen(g, SIZES), axes.in(AREA, SIZES))));
  }

  /** Words of a tick that begin left of its place and end right of it. */
  private static void standsUnder(Shapes drawn, String words, double x) {
    Shapes.Text tick = drawn.text(words);
    assertThat(tick.x() + Sizes.widthOf(words, SIZES.font()) / 2).isCloseTo(x, within(0.01));
  }

  /** Ticks are the same for every power of ten, and at round numbers. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-20, 1e-4, 1, 1e5, 1e9, 1e200})
  void ticksAreRoundForEveryLength(double unit) {
    Axes axes = axes(-2 * unit, 4 * unit);
    assertThat(axes.x().ticks(320).stream().map(t -> Math.round(1e6 * t.at() / unit)))
        .containsExactly(-2000000L, -1000000L, 0L, 1000000L, 2000000L, 3000000L, 4000000L);
    Plot plot = axes.in(AREA, SIZES);
    assertThat(plot.pixelX(4 * unit)).isCloseTo(plot.box().getMaxX(), within(1e-6));
    assertThat(plot.pixelX(unit)).isCloseTo(plot.box().getCenterX(), within(1e-6));
  }

  @Test
  void everyTickStandsWhereItsNumberSaysWithAGridLine() {
    Axes axes = axes(0, 4);
    Plot plot = axes.in(AREA, SIZES);
    Shapes drawn = painted(axes);
    for (int k = 1; k <= 4; k++) {
      standsUnder(drawn, "" + k, plot.pixelX(k));
    }
    for (double y : new double[] {0.2, 0.4, 0.6, 0.8}) {
      Shapes.Text tick = drawn.text(Numbers.brief(y));
      assertThat(tick.y()).isCloseTo(plot.pixelY(y), within(0.01));
      assertThat(tick.x() + Sizes.widthOf(tick.words(), SIZES.font()))
          .isCloseTo(plot.box().getX() - SIZES.gap(), within(0.01));
    }
    for (int k = 0; k <= 4; k++) {
      double at = plot.pixelX(k);
      assertThat(drawn.lines(Sizes.GRID)).anyMatch(l -> stands(l.box(), at, plot.box()));
    }
    double half = plot.pixelY(0.6);
    assertThat(drawn.lines(Sizes.GRID)).anyMatch(l -> lies(l.box(), half, plot.box()));
    assertThat(drawn.lines(Sizes.GRID)).hasSize(axes.x().ticks(plot.box().getWidth()).size() + 4);
  }

  private static boolean stands(Rectangle2D line, double x, Rectangle2D box) {
    return Math.abs(line.getX() - x) < 0.01
        && line.getWidth() == 0
        && line.getY() == box.getY()
        && line.getMaxY() == box.getMaxY();
  }

  private static boolean lies(Rectangle2D line, double y, Rectangle2D box) {
    return Math.abs(line.getY() - y) < 0.01
        && line.getX() == box.getX()
        && line.getMaxX() == box.getMaxX();
  }

  @Test
  void ticksOfARightAxisStandToTheRightAndThoseOfNoneNowhere() {
    Axis x = Axis.across(0, 4, "x", SIZES);
    Axis y = Axis.upward(0, 1, "loss", SIZES);
    Axes right = new Axes(x, y, Axes.Side.RIGHT, false);
    Plot plot = right.in(AREA, SIZES);
    Shapes drawn = painted(right);
    assertThat(drawn.text("0.6").x()).isCloseTo(plot.box().getMaxX() + SIZES.gap(), within(0.01));
    assertThat(drawn.text("loss").x()).isGreaterThan(drawn.text("0.6").x() + 10);
    assertThat(drawn.lines(Sizes.GRID)).isEmpty();
    Shapes none = painted(new Axes(x, y, Axes.Side.NONE, false));
    assertThat(none.words()).contains("x", "1", "4").doesNotContain("0.6", "loss");
  }

  @Test
  void namesStandAtTheMiddleOfTheirAxesAndOutsideTheTicks() {
    Axes axes = axes(0, 4);
    Plot plot = axes.in(AREA, SIZES);
    Shapes drawn = painted(axes);
    standsUnder(drawn, "x", plot.box().getCenterX());
    assertThat(drawn.text("x").y()).isGreaterThan(drawn.text("4").y() + SIZES.row());
    double half = Sizes.widthOf("y", SIZES.font()) / 2;
    assertThat(drawn.text("y").y()).isCloseTo(plot.box().getCenterY() + half, within(0.01));
    assertThat(drawn.text("y").x()).isLessThan(drawn.text("0.6").x());
    assertThat(drawn.text("y").x()).isGreaterThan(SIZES.text() * 0.7);
  }

  @Test
  void allWordsLieInTheArea() {
    for (Axes.Side side : new Axes.Side[] {Axes.Side.LEFT, Axes.Side.RIGHT, Axes.Side.NONE}) {
      Axis x = Axis.across(0, 123456, "x", SIZES).with(Ticks::withEnds);
      Shapes drawn = painted(new Axes(x, Axis.upward(0, 250000, "y", SIZES), side, true));
      for (Shapes.Text t : drawn.texts()) {
        assertThat(t.x()).isGreaterThanOrEqualTo(0);
        assertThat(t.x() + Sizes.widthOf(t.words(), SIZES.font())).isLessThanOrEqualTo(400);
        assertThat(t.y()).isBetween(0.0, 297.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 7, 0.01, 1e-9})
  void sameScaleMakesAUnitAsLongOnBothAxes(double height) {
    Axis y = Axis.upward(-height, height, "y", SIZES);
    Axes axes = new Axes(Axis.across(-1, 2, "x", SIZES), y, Axes.Side.LEFT, true);
    Axes same = axes.sameScale(SIZES, AREA);
    Plot plot = same.in(AREA, SIZES);
    double across = plot.toPixels().getScaleX();
    assertThat(across).isCloseTo(-plot.toPixels().getScaleY(), within(0.005 * across));
    assertThat(same.x().lo()).isLessThanOrEqualTo(-1);
    assertThat(same.y().hi()).isGreaterThanOrEqualTo(height * (1 - 1e-12));
  }
}
