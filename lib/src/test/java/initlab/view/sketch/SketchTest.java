package initlab.view.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.Shapes;
import initlab.view.draw.Sizes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SketchTest {

  @Test
  void aSmallNetHasACircleForEachNeuronAndALineForEachWeight() {
    Shapes drawn = Shapes.of(Sketch.of("small", 2, 4, 3, 1));
    assertThat(drawn.lines(Sizes.LEVEL)).hasSize(2 * 4 + 4 * 3 + 3);
    assertThat(drawn.words()).contains("a0, input", "a1", "a2", "a3", "W1", "W2", "W3", "dL/da0");
    assertThat(drawn.text("W2").x()).isBetween(drawn.text("a1").x(), drawn.text("a2").x());
    assertThat(drawn.text("4 wide").y()).isGreaterThan(drawn.text("a1").y());
  }

  @Test
  void ofADeepNetTheFirstAndTheLastTwoColumnsAreDrawn() {
    int[] widths = new int[51];
    Arrays.fill(widths, 256);
    Sketch deep = Sketch.of("deep", widths);
    Shapes drawn = Shapes.of(deep);
    assertThat(drawn.words())
        .contains("a0, input", "a1", "a49", "a50", "W1", "W50")
        .doesNotContain("a2", "W2", "W49", "a48");
    assertThat(drawn.lines(Sizes.LEVEL)).hasSize(2 * 5 * 5); // five of 256 neurons
    assertThat(deep.text()).contains("a0 (the input) to a50: 256 each");
    assertThat(deep.lecture().picture().width()).isEqualTo(1280);
  }

  @Test
  void forwardPointsRightAboveAndBackwardLeftBelow() {
    Shapes drawn = Shapes.of(Sketch.of("small", 2, 1));
    double above = drawn.text("forward: z = a W, a = f(z)").y();
    double below = drawn.text("backward: gradients").y();
    assertThat(above).isLessThan(drawn.text("a1").y());
    assertThat(below).isGreaterThan(drawn.text("dL/da1").y());
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> Sketch.of("t", 3)).hasMessageContaining("number of widths is 1");
    assertThatThrownBy(() -> Sketch.of("t", 3, 0)).hasMessageContaining("a width is 0");
  }
}
