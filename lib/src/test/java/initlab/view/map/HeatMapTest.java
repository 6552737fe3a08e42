package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Pixels;
import initlab.view.draw.DivergingColours;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {0, 1};

  private static HeatMap map(double[]... rows) {
    return HeatMap.of("t", X, Y, rows).axes("sigma_w", "sigma_b").shows("growth", 0);
  }

  /** Where the cells of a map without a bar's colours at its left are: all that is coloured. */
  private static Rectangle2D cells(Pixels drawn) {
    Rectangle2D left = new Rectangle2D.Double(0, 0, 0.85 * drawn.width(), drawn.height());
    return drawn.bounds(left, c -> Math.max(c.getRed(), c.getBlue()) - c.getGreen() > 30);
  }

  @Test
  void everyCellHasItsColourAtItsPlace() {
    double[][] rows = {{-1, -0.5, 0.5}, {1, 0.5, -0.5}};
    Pixels drawn = Pixels.of(map(rows));
    Rectangle2D box = cells(drawn);
    assertThat(box.getWidth()).isBetween(350.0, 480.0);
    assertThat(box.getHeight()).isBetween(240.0, 330.0);
    DivergingColours colours = new DivergingColours(0, 1);
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 3; i++) {
        double x = box.getX() + box.getWidth() * (i + 0.5) / 3;
        double y = box.getMaxY() - box.getHeight() * (j + 0.5) / 2;
        assertThat(drawn.at(x, y)).isEqualTo(colours.of(rows[j][i]));
      }
    }
  }

  /** The bar runs from the lowest colour at its foot to the highest at its head. */
  @Test
  void theBarHasEveryColourOnce() {
    Pixels drawn = Pixels.of(map(new double[] {-1, 0, 1}, new double[] {-1, 0, 1}));
    DivergingColours colours = new DivergingColours(0, 1);
    Rectangle2D right = new Rectangle2D.Double(0.85 * drawn.width(), 0, 84, drawn.height());
    Rectangle2D low = drawn.bounds(right, Pixels.near(colours.of(-1)));
    Rectangle2D high = drawn.bounds(right, Pixels.near(colours.of(1)));
    assertThat(low.getHeight()).isPositive();
    assertThat(low.getX()).isEqualTo(high.getX());
    assertThat(low.getMaxY() - high.getY()).isCloseTo(cells(drawn).getHeight(), within(3.0));
  }

  @Test
  void infiniteHasTheLastColourAndNanIsGrey() {
    DivergingColours colours = new DivergingColours(0, 2);
    assertThat(colours.of(Double.POSITIVE_INFINITY)).isEqualTo(colours.of(2));
    assertThat(colours.of(Double.NEGATIVE_INFINITY)).isEqualTo(colours.of(-2));
    assertThat(colours.of(Double.NaN)).isEqualTo(DivergingColours.NONE).isNotEqualTo(colours.of(0));
  }

  @Test
  void theMiddleIsPalestAndBothSidesDarken() {
    DivergingColours colours = new DivergingColours(1, 1);
    for (int side : new int[] {-1, 1}) {
      double[] contrast =
          IntStream.rangeClosed(0, 10)
              .mapToDouble(k -> Style.contrastOnWhite(colours.of(1 + side * k / 10.0)))
              .toArray();
      assertThat(contrast).isSorted();
      assertThat(contrast[10]).isGreaterThan(8);
    }
  }

  @Test
  void textSaysEndsAndWhereTheMiddleIsPassed() {
    String text =
        map(new double[] {-1, -0.5, 0.5}, new double[] {-2, Double.NaN, Double.NEGATIVE_INFINITY})
            .curve("theory", new double[] {2.4, 2.7}, Y)
            .text();
    assertThat(text)
        .contains("growth; 3 x 2 cells; sigma_w 1 to 3")
        .contains("sigma_b 0: -1 to 0.5, passes 0 at 2.5; theory at 2.4")
        .contains("sigma_b 1: -2 to -infinite, does not pass 0; theory at 2.7");
  }

  /** From (1, 0) to (3, 1), so from a sixth of the width to five sixths of it. */
  @Test
  void theCurveIsDrawnOverTheCellsAndNamedAtItsEnd() {
    double[][] rows = {{-1, -1, -1}, {-1, -1, -1}};
    Pixels drawn = Pixels.of(map(rows).curve("theory", new double[] {1, 3}, Y));
    Rectangle2D box = cells(drawn);
    assertThat(drawn.bounds(box, Pixels.near(Sizes.THEORY)).getWidth())
        .isCloseTo(box.getWidth() * 2 / 3, within(5.0));
    for (double t : new double[] {0.1, 0.5, 0.9}) {
      double x = box.getX() + box.getWidth() * (1 + 4 * t) / 6;
      double y = box.getMaxY() - box.getHeight() * (1 + 2 * t) / 4;
      assertThat(drawn.at(x, y)).matches(Pixels.near(Sizes.THEORY));
      assertThat(Pixels.of(map(rows)).at(x, y)).isEqualTo(new DivergingColours(0, 1).of(-1));
    }
    Rectangle2D above = new Rectangle2D.Double(box.getX(), box.getY() - 14, box.getWidth(), 13);
    Rectangle2D name = drawn.bounds(above, Pixels.near(Sizes.THEORY));
    assertThat(name.getCenterX()).isCloseTo(box.getX() + box.getWidth() * 5 / 6, within(4.0));
  }

  @Test
  void bundleAndSizes() {
    double[] x = IntStream.range(0, 51).asDoubleStream().toArray();
    double[][] rows =
        IntStream.range(0, 51)
            .mapToObj(j -> IntStream.range(0, 51).mapToDouble(i -> Math.sin(i * j)).toArray())
            .toArray(double[][]::new);
    HeatMap large = HeatMap.of("t", x, x, rows);
    assertThat(large.display()).containsOnlyKeys("text/plain", "image/png");
    assertThat(map(X, X).lecture().svg()).contains("width=\"1280\"").contains("<title>t");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> map(X)).hasMessageContaining("1 rows for 2 values of y");
    assertThatThrownBy(() -> map(X, Y)).hasMessageContaining("has 2 values; it must have 3");
    assertThatThrownBy(() -> map(X, X).shows("g", Double.NaN)).hasMessageContaining("middle = NaN");
    assertThatThrownBy(() -> HeatMap.of("t", new double[] {2, 1}, Y, new double[2][2]))
        .hasMessageContaining("x, entry 1 (from 0), is 1; it must be finite and more than 2");
  }
}
