package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Labels, exits, strips and ranges of a whole figure. */
class FigureMarksTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Curve line(String name, double... values) {
    return Curve.line(name, Fake.layers(values.length - 1), values);
  }

  private static Figure figure(Curve... curves) {
    return Figure.of("t", Panel.forward(List.of(curves)));
  }

  private static Style style(String name, Curve... curves) {
    List<String> names = Arrays.stream(curves).map(Curve::name).toList();
    return Objects.requireNonNull(Palette.styles(names).get(name));
  }

  /** Two names swapped, or moved up where a curve has left, stand at a wrong height. */
  @Test
  void everyNameStandsAtItsOwnCurvesEndAlsoWhereOneHasLeft() {
    Curve[] curves = {
      line("He", 1, 1, 1),
      line("too large", 1, 1e60, 1e120),
      line("Xavier", 1, 1e-20, 1e-30),
      line("LSUV", 1, 1e10, 1e20),
      line("orthogonal", 1, 1e-40, Double.NaN)
    };
    Shapes drawn = Shapes.of(figure(curves));
    assertThat(drawn.words()).doesNotContain("too large", "orthogonal");
    for (String name : List.of("He", "Xavier", "LSUV")) {
      Style style = style(name, curves);
      Shapes.Shape median = drawn.lines(style.color(), Sizes.page(1).thick()).get(0);
      double end = median.points().get(median.points().size() - 1).getY();
      assertThat(drawn.text(name).y()).isCloseTo(end, within(0.5));
      assertThat(drawn.text(name).color()).isEqualTo(style.ink());
    }
  }

  @Test
  void namesOfABackwardPanelAloneStandAtItsLeft() {
    Curve he = line("He", 1, 10, 100);
    Shapes drawn = Shapes.of(Figure.of("t", Panel.backward(List.of(he))));
    Shapes.Shape median = drawn.lines(style("He", he).color(), Sizes.page(1).thick()).get(0);
    Shapes.Text name = drawn.text("He");
    double last = median.points().get(median.points().size() - 1).getY();
    assertThat(name.y()).isCloseTo(last, within(0.5));
    assertThat(name.x()).isLessThan(median.box().getX() - 20);
    Shapes.Shape swatch = drawn.lines(style("He", he).color(), Sizes.page(1).thick()).get(1);
    assertThat(swatch.box().getX()).isGreaterThan(name.x());
    assertThat(swatch.box().getMaxX()).isLessThan(median.box().getX());
    Shapes.Shape leader = drawn.lines(style("He", he).color(), Sizes.page(1).thin()).get(0);
    assertThat(leader.points().get(1).getX()).isCloseTo(median.box().getX(), within(0.1));
  }

  @Test
  void zeroHasItsStripBelowAndOverflowItsStripAbove() {
    Curve[] curves = {line("zeros", 1, 0, 0), line("too large", 1, 1e5, INFINITY)};
    Shapes drawn = Shapes.of(figure(curves));
    List<Shapes.Shape> strips = drawn.areas(Sizes.STRIP);
    assertThat(strips).hasSize(2);
    Rectangle2D floor = strips.get(0).box();
    Rectangle2D ceiling = strips.get(1).box();
    assertThat(floor.getY()).isGreaterThan(ceiling.getMaxY() + 100);
    Shapes.Text zero =
        drawn.texts().stream()
            .filter(t -> t.words().equals("0") && t.x() < floor.getX() - 10 && t.size() == 11)
            .findFirst()
            .orElseThrow();
    assertThat(zero.y()).isCloseTo(floor.getCenterY(), within(0.5));
    assertThat(zero.color()).isEqualTo(Sizes.TICKS);
    assertThat(drawn.text("∞").y()).isCloseTo(ceiling.getCenterY(), within(0.5));
    assertThat(drawn.text("∞").x()).isLessThan(ceiling.getX());
    assertThat(drawn.text("overflow").y()).isCloseTo(ceiling.getCenterY(), within(0.5));
    Shapes.Shape none = drawn.lines(style("zeros", curves).color(), Sizes.page(1).thick()).get(0);
    assertThat(none.box().getMaxY()).isCloseTo(floor.getCenterY(), within(0.5));
    assertThat(Shapes.of(figure(line("He", 1, 1))).areas(Sizes.STRIP)).isEmpty();
  }

  @Test
  void stripsOfABackwardPanelAreNamedAtTheRight() {
    Panel panel = Panel.backward(List.of(line("zeros", 0, 1, INFINITY)));
    Shapes drawn = Shapes.of(Figure.of("t", panel));
    Rectangle2D floor = drawn.areas(Sizes.STRIP).get(0).box();
    assertThat(drawn.text("∞").x()).isGreaterThan(floor.getMaxX());
    Shapes.Text words = drawn.text("overflow");
    double right = words.x() + Sizes.widthOf("overflow", Sizes.page(1).smallFont());
    assertThat(right).isBetween(floor.getMaxX() - 10, floor.getMaxX());
  }

  /** Forward in two decades, backward in forty: on one range forward would be a line. */
  @Test
  void panelsOfVeryDifferentRangesHaveTheirOwn() {
    Curve level = line("He", 1, 2, 0.5);
    Curve steep = line("He", 1, 1e-20, 1e-40);
    Figure own = Figure.of("t", Panel.forward(List.of(level)), Panel.backward(List.of(steep)));
    Shapes chosen = Shapes.of(own);
    Shapes same = Shapes.of(own.sameScale());
    assertThat(height(chosen)).isGreaterThan(3 * height(same));
    assertThat(own.ownScales().svg()).isEqualTo(own.svg());
    assertThat(chosen.words()).contains("each panel its own range");
    assertThat(same.words()).doesNotContain("each panel its own range");
    Curve half = line("He", 1, 1e-10, 1e-16);
    Figure one = Figure.of("t", Panel.forward(List.of(half)), Panel.backward(List.of(steep)));
    assertThat(one.svg()).isEqualTo(one.sameScale().svg());
    assertThat(height(Shapes.of(one))).isLessThan(height(Shapes.of(one.ownScales())));
  }

  /** How high the first panel's median is. */
  private static double height(Shapes drawn) {
    Color green = Objects.requireNonNull(Palette.styles(List.of("He")).get("He")).color();
    return drawn.lines(green, Sizes.page(2).thick()).get(0).box().getHeight();
  }

  @Test
  void decadesAndPlainValuesStandSideBySideEachOnItsOwnRange() {
    Curve he = line("He", 1, 10, 100);
    Figure mixed = Figure.of("t", Panel.forward(List.of(he)), Panel.forward(List.of(he)).linear());
    Color green = style("He", he).color();
    List<Shapes.Shape> medians = Shapes.of(mixed).lines(green, Sizes.page(2).thick());
    assertThat(medians.get(0).points()).hasSize(2);
    assertThat(medians.get(2).points().size()).isGreaterThanOrEqualTo(2);
    assertThat(mixed.text()).contains("He, layer 2: 100");
  }

  @Test
  void theLastLayerAndStepHaveTheirTick() {
    double[] steps = new double[36];
    Arrays.setAll(steps, i -> 10 * i);
    Curve c = Curve.line("He", steps, Fake.values(35, i -> 1 + i));
    Shapes drawn = Shapes.of(Figure.of("t", Panel.of("p", "step", "loss", List.of(c))));
    assertThat(drawn.words()).contains("0", "350", "step", "loss", "p");
    Shapes.Text last = drawn.text("350");
    double middle = last.x() + Sizes.widthOf("350", Sizes.page(1).font()) / 2;
    Shapes.Shape median = drawn.lines(style("He", c).color(), Sizes.page(1).thick()).get(0);
    assertThat(middle).isCloseTo(median.box().getMaxX(), within(0.1));
  }

  @Test
  void panelsMayCountOtherThingsThanLayers() {
    Panel steps = Panel.forward(List.of(line("He", 1, 2))).across("time step");
    assertThat(Figure.of("t", steps).text()).contains("He, time step 1: 2");
    assertThat(Shapes.of(Figure.of("t", steps)).words())
        .contains("time step")
        .doesNotContain("layer");
    assertThat(Panel.backward(List.of(line("He", 1, 2))).across("x").endsLeft()).isTrue();
    assertThat(Panel.forward(List.of(line("He", 1, 2))).linear().across("x").log()).isFalse();
  }

  @Test
  void anArrowInATitleIsDrawnAsOne() {
    Figure figure = Figure.of("ReLU net, 64 -> 32", Panel.forward(List.of(line("He", 1, 2))));
    assertThat(Shapes.of(figure).words()).contains("ReLU net, 64 → 32");
    assertThat(figure.text()).startsWith("ReLU net, 64 -> 32\n");
  }

  /** A setting that was made is not lost by the next one, whichever comes first. */
  @Test
  void panelsKeepEverySettingThroughTheNext() {
    Panel all = Panel.of("p", "step", "loss", List.of(line("He", 1, 2))).linear().toTheLeft();
    assertThat(all).isEqualTo(new Panel("p", "step", "loss", all.curves(), false, true));
    assertThat(all.linear()).isEqualTo(all);
    assertThat(all.toTheLeft()).isEqualTo(all);
    assertThat(all.across("step")).isEqualTo(all);
    assertThat(all.with(all.curves())).isEqualTo(all);
    assertThat(Panel.backward(all.curves()).linear().endsLeft()).isTrue();
    assertThat(Panel.backward(all.curves()).log()).isTrue();
    assertThat(Panel.forward(all.curves()).endsLeft()).isFalse();
  }

  @Test
  void aRangeOnceChosenIsKeptInALecture() {
    Curve level = line("He", 1, 2, 0.5);
    Curve steep = line("He", 1, 1e-20, 1e-40);
    Figure own = Figure.of("t", Panel.forward(List.of(level)), Panel.backward(List.of(steep)));
    assertThat(Shapes.of(own.sameScale().lecture()).words())
        .doesNotContain("each panel its own range");
    Figure half = Figure.of("t", Panel.forward(List.of(steep)), Panel.backward(List.of(steep)));
    assertThat(Shapes.of(half.lecture()).words()).doesNotContain("each panel its own range");
  }

  /** The second panel's curve fills its own range: from its head to its foot. */
  @Test
  void everyPanelIsPaintedOnItsOwnRange() {
    Curve steep = line("He", 1, 1e-20, 1e-40);
    Curve level = line("He", 1e30, 2e30, 5e29);
    Panel second = Panel.forward(List.of(level));
    Figure figure = Figure.of("t", Panel.forward(List.of(steep)), second);
    List<Shapes.Shape> medians =
        Shapes.of(figure).lines(style("He", level).color(), Sizes.page(2).thick()).stream()
            .filter(l -> l.box().getWidth() > 100)
            .toList();
    assertThat(medians).hasSize(2);
    assertThat(medians.get(0).box().getHeight()).isGreaterThan(250);
    assertThat(medians.get(1).box().getHeight()).isBetween(60.0, 150.0);
  }

  /** The axis stands where the signal begins. */
  @Test
  void aBackwardPanelHasItsTicksAtTheRight() {
    Curve he = line("He", 1, 1e-5, 1e-10, 1e-10);
    for (boolean back : new boolean[] {false, true}) {
      Panel panel = back ? Panel.backward(List.of(he)) : Panel.forward(List.of(he));
      Shapes drawn = Shapes.of(Figure.of("t", panel));
      Shapes.Shape median = drawn.lines(style("He", he).color(), Sizes.page(1).thick()).get(0);
      List<Shapes.Text> ticks = drawn.texts().stream().filter(t -> t.words().equals("10")).toList();
      assertThat(ticks).isNotEmpty();
      assertThat(ticks).allMatch(t -> t.x() > median.box().getMaxX() == back);
    }
  }
}
