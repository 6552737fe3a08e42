package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final double[] X = {0, 1, 2};
  private static final double[] Y = {1, 2, 3};

  @Test
  void valuesAreCopiedInAndOut() {
    double[] y = Y.clone();
    Curve curve = Curve.line("He", X, y);
    y[0] = 7;
    curve.median()[1] = 7;
    assertThat(curve.median()).containsExactly(1, 2, 3);
  }

  @Test
  void reversedTurnsEveryPart() {
    Curve turned = Curve.band("He", X, Y, X, Y).theory(4, 5, 6).reversed();
    assertThat(turned.x()).containsExactly(2, 1, 0);
    assertThat(turned.theory()).containsExactly(6, 5, 4);
    assertThat(turned.low()).containsExactly(2, 1, 0);
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> Curve.line("He", X, new double[2]))
        .hasMessage("curve \"He\": y has 2 values but x has 3; give one value for each x.");
    assertThatThrownBy(() -> Curve.line("He", new double[] {1, 1}, new double[2]))
        .hasMessageContaining("x of curve \"He\", entry 1 (from 0), is 1")
        .hasMessageContaining("Sort");
    assertThatThrownBy(() -> Curve.line("He", new double[] {Double.NaN}, new double[1]))
        .hasMessageContaining("entry 0 (from 0), is NaN");
    assertThatThrownBy(() -> Curve.line("", X, Y)).hasMessageContaining("name is blank");
    assertThatThrownBy(() -> Curve.band("He", X, Y, Y, X)).hasMessageContaining("Swap");
    assertThatThrownBy(() -> Curve.line("He", X, Y).theory(1)).hasMessageContaining("theory has 1");
    assertThatThrownBy(() -> Curve.line("He", new double[0], new double[0]))
        .hasMessageContaining("x of curve \"He\" is empty");
  }

  @Test
  void panelsRefuseDoubledNamesAndLogarithmsOfNegativeNumbers() {
    Curve curve = Curve.line("He", X, Y);
    assertThatThrownBy(() -> Panel.forward(List.of(curve, curve))).hasMessageContaining("share");
    assertThatThrownBy(() -> Panel.forward(List.of())).hasMessageContaining("no curves");
    Curve negative = Curve.line("mean", X, new double[] {0, -1, 2});
    Panel panel = Panel.forward(List.of(negative));
    assertThatThrownBy(() -> Figure.of("t", panel))
        .hasMessageContaining("holds -1,")
        .hasMessageContaining(".linear()");
    double[] two = {1, 2};
    Panel both = Panel.forward(List.of(negative, curve));
    assertThatThrownBy(() -> Explorer.of("t", "gain", two, both)).hasMessageContaining("holds -1,");
    assertThat(Figure.of("t", panel.linear()).text()).contains("mean, layer 2: 2");
  }

  @Test
  void ofPairsTheEndsAreLeft() {
    double[] x = {0, 1, 2, 3, 4};
    double[] y = {1, 5, 2, 6, 3};
    Curve ends = Curve.band("x", x, y, y, y).theory(y).every(2);
    assertThat(ends.x()).containsExactly(0, 2, 4);
    assertThat(ends.median()).containsExactly(1, 2, 3);
    assertThat(ends.theory()).containsExactly(1, 2, 3);
    assertThat(ends.every(1).high()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> ends.every(0)).hasMessageContaining("points apart");
  }
}
