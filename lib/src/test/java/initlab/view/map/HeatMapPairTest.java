package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.Pixels;
import initlab.view.draw.DivergingColours;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Two heat maps side by side. */
class HeatMapPairTest {
  private static final double[] AXIS = {1, 2};

  private static HeatMap map(String title, double value) {
    return HeatMap.of(title, AXIS, AXIS, new double[][] {{value, 1}, {-1, value}}).shows("c", 0);
  }

  @Test
  void eachMapHasItsHalf() {
    Pixels drawn = Pixels.of(HeatMapPair.of(map("one", 1), map("other", -1)));
    DivergingColours colours = new DivergingColours(0, 1);
    double half = drawn.width() / 2.0;
    Rectangle2D left = new Rectangle2D.Double(0, 0, half, drawn.height());
    Rectangle2D right = new Rectangle2D.Double(half, 0, half, drawn.height());
    double hot = drawn.bounds(left, Pixels.near(colours.of(1))).getWidth();
    double cold = drawn.bounds(right, Pixels.near(colours.of(-1))).getWidth();
    assertThat(hot).isGreaterThan(0.3 * half);
    assertThat(cold).isGreaterThan(0.3 * half);
  }

  @Test
  void wordsNameBothMaps() {
    HeatMapPair pair = HeatMapPair.of(map("one", 1), map("other", -1));
    assertThat(pair.toString()).contains(map("one", 1).text(), map("other", -1).text());
    assertThat(pair.lecture().picture().width()).isEqualTo(1280);
    assertThatThrownBy(() -> HeatMapPair.of(map("one", 1), null)).hasMessageContaining("right map");
  }
}
