package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Axes use the area that they are given: no room is lost beside ticks and names, none overrun. */
class AxesPlacesTest {
  private static final Sizes SIZES = Sizes.page(400, 300);
  private static final Rectangle2D AREA = new Rectangle2D.Double(41, 23, 310, 240);

  private static Axes axes(Axes.Side side, String x, String y) {
    return new Axes(
        Axis.across(0, 4, x, SIZES), Axis.upward(-4, 2, y, SIZES).with(Ticks::decades), side, true);
  }

  private static Shapes painted(Axes axes) {
    return Shapes.of(
        new Picture(400, 300, g -> axes.paint(new Pen(g, SIZES), axes.in(AREA, SIZES))));
  }

  private static double width(String words) {
    return Sizes.widthOf(words, SIZES.font());
  }

  /** The vertical name's middle is a little more than half a row within the area. */
  @ParameterizedTest
  @EnumSource(names = {"LEFT", "RIGHT"})
  void theVerticalNameStandsAtTheEdgeOfTheArea(Axes.Side side) {
    Shapes drawn = painted(axes(side, "x", "loss"));
    double middle = drawn.text("loss").x() - 0.36 * SIZES.text();
    double within = side == Axes.Side.LEFT ? middle - AREA.getX() : AREA.getMaxX() - middle;
    double due = SIZES.padding() / 2.0 + 0.55 * SIZES.row();
    assertThat(within).isBetween(due - 0.01, due + 1.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void thePlotFillsTheAreaButForTicksAndNames(String name) {
    Rectangle2D box = axes(Axes.Side.NONE, name, "").in(AREA, SIZES).box();
    double pad = SIZES.padding();
    assertThat(box.getY()).isEqualTo(AREA.getY() + pad);
    assertThat(box.getX()).isEqualTo(AREA.getX() + pad);
    assertThat(box.getMaxX()).isEqualTo(AREA.getMaxX() - pad);
    double foot = AREA.getMaxY() - box.getMaxY();
    double due = pad / 2 + SIZES.row() * (name.isEmpty() ? 1.2 : 2.7);
    assertThat(foot).isBetween(due - 0.01, due + 1);
    Rectangle2D left = axes(Axes.Side.LEFT, name, "").in(AREA, SIZES).box();
    Rectangle2D named = axes(Axes.Side.LEFT, name, "loss").in(AREA, SIZES).box();
    assertThat(named.getX() - left.getX()).isCloseTo(1.3 * SIZES.row(), within(1.0));
    assertThat(left.getMaxX()).isEqualTo(AREA.getMaxX() - pad);
  }

  /** Half of the last number must have room beyond the axis. */
  @Test
  void aWideNumberAtTheEndKeepsWithinTheArea() {
    Axis far = Axis.across(0, 123456789, "", SIZES).with(Ticks::withEnds);
    Axes axes = new Axes(far, Axis.upward(0, 1, "", SIZES), Axes.Side.LEFT, false);
    Shapes drawn = painted(axes);
    Shapes.Text last =
        drawn.texts().stream()
            .filter(t -> t.words().startsWith("1.2345"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(drawn.words()));
    assertThat(last.x() + width(last.words())).isBetween(AREA.getMaxX() - 3.01, AREA.getMaxX() - 2);
  }

  @Test
  void numbersAndTheHorizontalNameStandBelowThePlot() {
    Axes axes = axes(Axes.Side.LEFT, "layer", "loss");
    Rectangle2D box = axes.in(AREA, SIZES).box();
    Shapes drawn = painted(axes);
    assertThat(drawn.text("4").y() - box.getMaxY()).isCloseTo(0.75 * SIZES.row(), within(0.01));
    assertThat(drawn.text("layer").y() - box.getMaxY()).isCloseTo(2.1 * SIZES.row(), within(0.01));
  }

  /** 10 to the power of -3: the exponent is smaller and stands at the upper right of the 10. */
  @ParameterizedTest
  @EnumSource(names = {"LEFT", "RIGHT"})
  void anExponentStandsAboveTheEndOfItsTen(Axes.Side side) {
    Axes axes = axes(side, "x", "loss");
    Plot plot = axes.in(AREA, SIZES);
    Shapes drawn = painted(axes);
    Shapes.Text raised = drawn.text("\u22123");
    Shapes.Text ten =
        drawn.texts().stream()
            .filter(t -> t.words().equals("10") && Math.abs(t.y() - plot.pixelY(-3)) < 0.01)
            .findFirst()
            .orElseThrow();
    assertThat(raised.x()).isCloseTo(ten.x() + width("10"), within(0.01));
    assertThat(ten.y() - raised.y()).isCloseTo(0.38 * SIZES.text(), within(0.01));
    assertThat(raised.size()).isCloseTo(0.82 * SIZES.text(), within(0.02));
    double end =
        raised.x()
            + Sizes.widthOf("\u22123", SIZES.font().deriveFont((float) (0.82 * SIZES.text())));
    double beside =
        side == Axes.Side.LEFT ? plot.box().getX() - end : ten.x() - plot.box().getMaxX();
    assertThat(beside).isCloseTo(SIZES.gap(), within(0.02));
  }

  /** Names longer than their axis lose their ends. */
  @Test
  void longNamesAreCutToTheirAxes() {
    String name = "a name of many words ".repeat(8);
    Axes axes = axes(Axes.Side.LEFT, name, name);
    Rectangle2D box = axes.in(AREA, SIZES).box();
    double[] widths =
        painted(axes).texts().stream()
            .filter(t -> t.words().startsWith("a name"))
            .mapToDouble(t -> width(t.words()))
            .toArray();
    assertThat(widths).hasSize(2);
    assertThat(widths[0]).isBetween(box.getWidth() - 30, box.getWidth());
    assertThat(widths[1]).isBetween(box.getHeight() - 30, box.getHeight());
  }

  @Test
  void anAreaWithoutRoomStillHasAPlotOfOnePixel() {
    Rectangle2D tiny = new Rectangle2D.Double(5, 6, 8, 9);
    Rectangle2D box = axes(Axes.Side.LEFT, "x", "y").in(tiny, SIZES).box();
    assertThat(box.getWidth()).isEqualTo(1);
    assertThat(box.getHeight()).isEqualTo(1);
  }
}
