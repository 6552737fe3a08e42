package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.view.Fake;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sentence and number of a figure's words, by data of which no two numbers are equal. */
class FigureWordsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  private static Curve line(double... values) {
    return Curve.line("He", Fake.layers(values.length - 1), values);
  }

  private static String words(Curve c, boolean backward, double lo, double hi) {
    Panel panel = backward ? Panel.backward(List.of(c)) : Panel.forward(List.of(c));
    return FigureWords.curve(c, panel, Scale.within(List.of(panel), lo, hi));
  }

  private static String words(double... values) {
    return words(line(values), false, -3, 3);
  }

  private static Curve full() {
    double[] x = {0, 7};
    return Curve.band("He", x, v(11, 12), v(1, 2), v(21, 22))
        .theory(31, 32)
        .theoryBand(v(41, 42), v(51, 52));
  }

  private static double[] v(double... values) {
    return values;
  }

  @Test
  void everyNumberIsThatOfTheLastLayerForwardAndOfTheFirstBackward() {
    assertThat(words(full(), false, -3, 3))
        .isEqualTo("He, layer 7: median 12, band 2 to 22; theory 32, its band 42 to 52");
    assertThat(words(full(), true, -3, 3))
        .isEqualTo("He, layer 0: median 11, band 1 to 21; theory 31, its band 41 to 51");
  }

  @Test
  void aBandWithoutWidthIsNotSaid() {
    Curve flat = Curve.band("He", v(0, 1), v(1, 1), v(1, 1), v(2, 1));
    assertThat(words(flat, false, -3, 3)).isEqualTo("He, layer 1: median 1");
    assertThat(words(1, 0.00012)).isEqualTo("He, layer 1: 1.2e-4; leaves the window at layer 1");
  }

  @Test
  void whereACurveLeavesAndOnWhichSideItStarts() {
    assertThat(words(1, 10, 1e5, 1e5)).endsWith("; leaves the window at layer 2");
    assertThat(words(1e5, 10, 1)).endsWith(": 1; starts above");
    assertThat(words(1e-5, 10, 1)).endsWith(": 1; starts below");
    assertThat(words(line(1, 10, 1e5), true, -3, 3)).endsWith(": 1; starts above");
    assertThat(words(line(1e-5, 10, 1), true, -3, 3)).endsWith("; leaves the window at layer 0");
  }

  @Test
  void zeroOverflowAndNanAreSaidWithTheirFirstLayer() {
    assertThat(words(1, 1, 0, 0)).isEqualTo("He, layer 3: 0; exactly 0 from layer 2");
    assertThat(words(1, INFINITY)).isEqualTo("He, layer 1: overflow; overflows at layer 1");
    assertThat(words(NAN, 1)).isEqualTo("He, layer 1: 1; is NaN from the start");
    assertThat(words(1, NAN)).isEqualTo("He, layer 1: NaN; is NaN from layer 1");
    assertThat(words(line(0, 0, 1), true, -3, 3)).endsWith("layer 0: 0; exactly 0 from layer 1");
  }

  @Test
  void minusInfinityIsNotOverflowUpward() {
    Panel panel = Panel.forward(List.of(line(1, -INFINITY))).linear();
    assertThat(Figure.of("t", panel).text())
        .contains("He, layer 1: minus overflow; leaves the window at layer 1");
    Scale scale = Scale.fit(List.of(panel));
    assertThat(scale.place(-INFINITY)).isEqualTo(Region.BELOW);
    assertThat(scale.hasCeiling()).isFalse();
  }

  @Test
  void anExitInThePictureNamesItsCurve() {
    Panel panel = Panel.of("p", "", "", List.of(line(1, 1e9)));
    Scale scale = Scale.within(List.of(panel), -3, 3);
    CurvePath.Exit exit = CurvePath.follow(v(0, 1), v(1, 1e9), scale).exits().get(0);
    assertThat(FigureWords.exit(line(1, 1e9), exit, panel)).isEqualTo("He leaves at x 1");
  }

  @Test
  void titleAndPanelsStandAboveTheirCurves() {
    Figure figure =
        Figure.of("a title", Panel.forward(List.of(full())), Panel.backward(List.of(full())));
    assertThat(figure.text().lines())
        .containsExactly(
            "a title",
            "forward: second moment of activations",
            "  He, layer 7: median 12, band 2 to 22; theory 32, its band 42 to 52",
            "backward: second moment of gradients",
            "  He, layer 0: median 11, band 1 to 21; theory 31, its band 41 to 51");
    assertThat(figure.toString()).isEqualTo(figure.text());
  }
}
