package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Axes;
import initlab.view.draw.Sizes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A panel reaches over every part of its curves, and its words begin where a curve begins. */
class FigureRangeTest {
  private static final double[] X = {1, 2};
  private static final double[] ONE = {1, 1};

  private static double[] both(double value) {
    return new double[] {value, value};
  }

  private static Scale around(Curve curve) {
    return Scale.fit(List.of(Panel.forward(List.of(curve))));
  }

  @Test
  void everyPartOfACurveAloneWidensTheRange() {
    Curve plain = Curve.band("He", X, ONE, ONE, ONE).theory(ONE).theoryBand(ONE, ONE);
    assertThat(around(Curve.band("He", X, both(1e-5), both(1e-5), ONE)).lo()).isEqualTo(-5);
    assertThat(around(Curve.band("He", X, ONE, both(1e-5), ONE)).lo()).isEqualTo(-5);
    assertThat(around(Curve.band("He", X, ONE, ONE, both(1e5))).hi()).isEqualTo(5);
    assertThat(around(plain.theory(both(1e5))).hi()).isEqualTo(5);
    assertThat(around(plain.theoryBand(both(1e-5), ONE)).lo()).isEqualTo(-5);
    assertThat(around(plain.theoryBand(ONE, both(1e5))).hi()).isEqualTo(5);
    assertThat(around(plain).hi()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aCurveThatIsZeroOrOverflowsFromItsFirstPlaceSaysSo() {
    Panel zero = Panel.forward(List.of(Curve.line("zeros", X, both(0))));
    assertThat(Figure.of("t", zero).text()).contains("exactly 0 from layer 1");
    double infinity = Double.POSITIVE_INFINITY;
    Panel over = Panel.forward(List.of(Curve.line("large", X, both(infinity))));
    assertThat(Figure.of("t", over).text()).contains("overflows at layer 1");
  }

  /** On a linear scale as in decades, a strip above the numbers holds what has overflowed. */
  @Test
  void overflowHasItsStripInALinearPanelToo() {
    Curve loss = Curve.line("loss", X, new double[] {-1, Double.POSITIVE_INFINITY});
    Figure figure = Figure.of("t", Panel.of("p", "step", "", List.of(loss)).linear());
    assertThat(Shapes.of(figure).words()).contains("\u221E", "overflow");
    Curve whole = Curve.line("loss", X, new double[] {-1, 0});
    Figure other = Figure.of("t", Panel.of("p", "step", "", List.of(whole)).linear());
    assertThat(Shapes.of(other).words()).doesNotContain("overflow").doesNotContain("\u221E");
  }

  @Test
  void thePanelIsAsWideAsAllItsCurvesTogether() {
    Curve early = Curve.line("He", new double[] {1, 5}, ONE);
    Curve late = Curve.line("LSUV", new double[] {3, 9}, ONE);
    for (List<Curve> curves : List.of(List.of(early, late), List.of(late, early))) {
      Panel panel = Panel.forward(curves);
      Axes axes = PanelAxes.of(panel, Scale.fit(List.of(panel)), Sizes.page(1));
      assertThat(axes.x().lo()).isEqualTo(1);
      assertThat(axes.x().hi()).isEqualTo(9);
    }
  }
}
