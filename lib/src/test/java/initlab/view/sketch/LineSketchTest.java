package initlab.view.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineSketchTest {
  private static final double[] X = {-1, 0, 1};

  /** The window from -1 to 1 is 74 pixels high: -1 lies at 74, 0 in the middle, 2 is cut at 0. */
  @Test
  void theLineRunsThroughItsPointsAndIsCutAtTheWindow() {
    String svg = LineSketch.of("f", X, new double[] {-1, 0, 2}, -1, 1).svg();
    assertThat(svg).contains("d=\"M0,74 L55.0,37 L110.0,0\"").doesNotContain("<text");
  }

  @Test
  void theAxesCrossAtZero() {
    String svg = LineSketch.of("f", new double[] {-1, 3}, new double[] {0, 1}, -1, 3).svg();
    assertThat(svg).contains("x1=\"27.5\" x2=\"27.5\"").contains("y1=\"55.5\" y2=\"55.5\"");
  }

  @Test
  void inALectureItIsFourTimesAsLarge() {
    var sketch = LineSketch.of("f", X, new double[] {0, 1, 0}, -1, 1);
    assertThat(sketch.lecture().picture().width()).isEqualTo(4 * sketch.picture().width());
    assertThat(sketch.lecture().text()).isEqualTo(sketch.text());
  }

  @Test
  void badLinesAreRefused() {
    double[] y = {0, 1, 0};
    assertThatThrownBy(() -> LineSketch.of(" ", X, y, -1, 1)).hasMessageContaining("name");
    assertThatThrownBy(() -> LineSketch.of("f", new double[] {0}, new double[] {0}, -1, 1))
        .hasMessageContaining("the number of points");
    assertThatThrownBy(() -> LineSketch.of("f", X, new double[] {0, 1}, -1, 1))
        .hasMessageContaining("the number of y")
        .hasMessageContaining("3");
    assertThatThrownBy(() -> LineSketch.of("f", new double[] {0, 0, 1}, y, -1, 1))
        .hasMessageContaining("x, entry 1");
    for (double[] window : new double[][] {{0, 1}, {-1, 0}, {Double.NaN, 1}}) {
      assertThatThrownBy(() -> LineSketch.of("f", X, y, window[0], window[1]))
          .hasMessageContaining("the window's");
    }
  }
}
