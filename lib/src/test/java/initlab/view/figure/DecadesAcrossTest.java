package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** x in decades, lines across, shading behind, and names in another's look. */
class DecadesAcrossTest {
  private static final double[] X = {0, 1, 10, 400};
  private static final double[] Y = {4, 3, 2, 1};
  private static final Panel PANEL =
      Panel.of("p", "step", "", List.of(Curve.line("He, rate 1", X, Y).looksLike("He"))).linear();

  private static double tick(Shapes drawn, String words) {
    return drawn.text(words).x() + Sizes.widthOf(words, Sizes.page(1).font()) / 2;
  }

  @Test
  void pointsStandAtTheirDecadeAndTheLastOneIsLabelled() {
    Shapes drawn = Shapes.of(Figure.of("t", PANEL.decadesAcross().level("", 0.5).level("", 4.5)));
    double decade = tick(drawn, "10") - drawn.text("p").x();
    Style he = Objects.requireNonNull(Palette.styles(List.of("He")).get("He"));
    List<Point2D> line = drawn.lines(he.color(), Sizes.page(1).thick()).get(0).points();
    double one = line.get(0).getX();
    assertThat(one).isCloseTo(drawn.text("p").x(), within(1.0));
    assertThat(line.get(line.size() - 1).getX())
        .isCloseTo(one + decade * Math.log10(400), within(1.0));
    assertThat(tick(drawn, "400")).isCloseTo(line.get(line.size() - 1).getX(), within(1.0));
    assertThat(drawn.words()).contains("100", "He, rate 1");
  }

  @Test
  void theWordsKeepPlainNumbers() {
    assertThat(Figure.of("t", PANEL.decadesAcross().level("chance", 2)).text())
        .isEqualTo("t\np; line across: chance 2\n  He, rate 1, step 400: 1");
    assertThat(Figure.of("t", PANEL).saying("other words").lecture().text())
        .isEqualTo("other words");
  }

  @Test
  void aLineAcrossLiesAtItsValueAndTheAxisReachesIt() {
    Shapes drawn = Shapes.of(Figure.of("t", PANEL.level("chance", 9).level("", 0)));
    Shapes.Shape across = drawn.lines(Sizes.LEVEL).get(0);
    assertThat(drawn.lines(Sizes.LEVEL)).hasSize(1);
    double unit = (drawn.text("2").y() - drawn.text("8").y()) / 6;
    assertThat(across.box().getY()).isCloseTo(drawn.text("8").y() - unit, within(0.5));
  }

  @Test
  void shadingIsHighestWhereItsHeightIs() {
    double[] height = {0, 1, 4, 0};
    Shapes drawn = Shapes.of(Figure.of("t", PANEL.ground("density", X, height)));
    List<Point2D> area = drawn.areas(Sizes.GROUND).get(0).points();
    Point2D top = area.stream().min((a, b) -> Double.compare(a.getY(), b.getY())).orElseThrow();
    double left = area.stream().mapToDouble(Point2D::getX).min().orElseThrow();
    double right = area.stream().mapToDouble(Point2D::getX).max().orElseThrow();
    assertThat((top.getX() - left) / (right - left)).isCloseTo(10 / 400.0, within(0.01));
  }

  @Test
  void mistakesAreNamed() {
    Panel none =
        Panel.of("p", "x", "", List.of(Curve.line("He", new double[] {0}, new double[] {1})));
    assertThatThrownBy(none::decadesAcross).hasMessageContaining("has no x above 0");
    assertThatThrownBy(() -> PANEL.level("a", Double.NaN)).hasMessageContaining("must be finite");
    Panel decades = Panel.of("p", "x", "", List.of(Curve.line("He", X, Y))).level("a", 0);
    assertThatThrownBy(() -> Figure.of("t", decades)).hasMessageContaining("level \"a\"");
  }
}
