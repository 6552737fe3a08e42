package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Fake;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePathTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Scale window(double lo, double hi, double... values) {
    Curve curve = Curve.line("c", Fake.layers(values.length - 1), values);
    return Scale.within(List.of(Panel.forward(List.of(curve))), lo, hi);
  }

  private static CurvePath follow(Scale scale, double... values) {
    return CurvePath.follow(Fake.layers(values.length - 1), values, scale);
  }

  @Test
  void anExitIsMarkedOnTheEdgeWithTheFirstLayerOutside() {
    double[] values = {1, 1e2, 1e4, 1e6};
    Scale scale = window(-3, 3, values);
    CurvePath trail = follow(scale, values);
    assertThat(trail.exits()).hasSize(1);
    CurvePath.Exit exit = trail.exits().get(0);
    assertThat(exit.why()).isEqualTo(Region.ABOVE);
    assertThat(exit.x()).isEqualTo(2);
    assertThat(exit.at().getY()).isEqualTo(scale.windowTop());
    assertThat(exit.at().getX()).isCloseTo(scale.windowTop() / 2, within(1e-9));
    assertThat(trail.path().getBounds2D().getMaxY()).isEqualTo(scale.windowTop());
  }

  @Test
  void zeroAndOverflowHaveStripsOnlyWhereTheyOccur() {
    assertThat(window(-3, 3, 1, 0).hasFloor()).isTrue();
    assertThat(window(-3, 3, 1, 0).hasCeiling()).isFalse();
    assertThat(window(-3, 3, 1, INFINITY).hasCeiling()).isTrue();
    assertThat(window(-3, 3, 1, 2).hasFloor()).isFalse();
  }

  @Test
  void zeroLiesInTheStripBelowAndSubnormalNumbersDoNot() {
    Scale scale = window(-330, 3, 1, 0, Double.MIN_VALUE);
    assertThat(scale.level(0)).isBetween(scale.bottom(), scale.windowBottom());
    assertThat(scale.place(Double.MIN_VALUE)).isEqualTo(Region.INSIDE);
    assertThat(scale.level(Double.MIN_VALUE)).isCloseTo(-323.3, within(0.1));
  }

  @Test
  void nothingIsDrawnBetweenAnExitAndALaterStrip() {
    double[] values = {1, 1e10, INFINITY, INFINITY};
    CurvePath trail = follow(window(-3, 3, values), values);
    assertThat(trail.exits()).extracting(CurvePath.Exit::why).containsExactly(Region.ABOVE);
    assertThat(trail.points()).hasSize(3);
    assertThat(trail.path().intersects(1.2, 3.2, 0.6, 1)).isFalse();
  }

  @Test
  void nanBreaksTheLineAndIsMarkedAtTheLastPointSeen() {
    double[] values = {1, 10, Double.NaN, 10};
    CurvePath trail = follow(window(-3, 3, values), values);
    assertThat(trail.exits()).hasSize(1);
    assertThat(trail.exits().get(0).why()).isEqualTo(Region.NAN);
    assertThat(trail.exits().get(0).at().getX()).isEqualTo(1);
    assertThat(trail.path().getBounds2D().getMaxX()).isEqualTo(1);
  }

  @Test
  void aSpanBeyondEightyDecadesIsCutToTheEightyAroundOne() {
    Scale scale = Scale.fit(List.of(Panel.forward(Fake.seven(50))));
    assertThat(scale.lo()).isEqualTo(-40);
    assertThat(scale.hi()).isEqualTo(40);
  }

  @Test
  void theWindowHoldsWholeDecadesAndAtLeastTwo() {
    Curve flat = Curve.line("He", Fake.layers(1), new double[] {0.9, 1});
    Scale scale = Scale.fit(List.of(Panel.forward(List.of(flat))));
    assertThat(scale.hi() - scale.lo()).isEqualTo(2);
  }
}
