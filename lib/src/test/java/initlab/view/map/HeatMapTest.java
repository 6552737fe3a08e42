package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {0, 1};

  private static HeatMap map(double[]... rows) {
    return HeatMap.of("t", X, Y, rows).axes("sigma_w", "sigma_b").shows("growth", 0);
  }

  private static BufferedImage drawn(HeatMap map) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(map.png()));
  }

  /** The colour of a cell's middle, as parts of the picture. */
  private static Color at(BufferedImage image, double x, double y) {
    return new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
  }

  @Test
  void lowIsBlueAtTheBottomLeftHighIsOrangeAtTheTopRight() throws IOException {
    BufferedImage image = drawn(map(new double[] {-1, -1, -1}, new double[] {1, 1, 1}));
    Color top = at(image, 0.4, 0.3);
    Color bottom = at(image, 0.4, 0.75);
    assertThat(top.getRed()).isGreaterThan(top.getBlue() + 60);
    assertThat(bottom.getBlue()).isGreaterThan(bottom.getRed() + 60);
    BufferedImage turned = drawn(map(new double[] {1, 1, 1}, new double[] {-1, -1, -1}));
    assertThat(at(turned, 0.4, 0.3)).isEqualTo(bottom);
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

  @Test
  void theCurveIsDrawnOverTheCells() throws IOException {
    double[][] rows = {{-1, 0, 1}, {-1, 0, 1}};
    BufferedImage with = drawn(map(rows).curve("theory", new double[] {2, 2}, Y));
    BufferedImage without = drawn(map(rows));
    assertThat(with.getWidth()).isEqualTo(1120);
    double middle = (4.2 * 11 + (560 - 4.2 * 11 - 88) / 2) / 560;
    assertThat(at(with, middle, 0.55)).isNotEqualTo(at(without, middle, 0.55));
    assertThat(at(with, middle, 0.55).getRed()).isLessThan(80);
  }

  @Test
  void bundleAndSizes() {
    double[] x = IntStream.range(0, 51).asDoubleStream().toArray();
    double[][] rows =
        IntStream.range(0, 51)
            .mapToObj(j -> IntStream.range(0, 51).mapToDouble(i -> Math.sin(i * j)).toArray())
            .toArray(double[][]::new);
    HeatMap large = HeatMap.of("t", x, x, rows);
    assertThat(large.display()).containsKeys("text/plain", "image/png");
    assertThat(map(X, X).display()).containsOnlyKeys("text/plain", "image/png", "image/svg+xml");
    assertThat(map(X, X).lecture().svg()).contains("width=\"1280\"").contains("<title>t");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> map(X)).hasMessageContaining("1 rows for 2 values of y");
    assertThatThrownBy(() -> map(X, Y)).hasMessageContaining("2 values but x has 3");
    assertThatThrownBy(() -> map(X, X).shows("g", Double.NaN)).hasMessageContaining("middle = NaN");
    assertThatThrownBy(() -> HeatMap.of("t", new double[] {2, 1}, Y, new double[2][2]))
        .hasMessageContaining("x, entry 1 (from 0), is 1.0; it must be finite and more than 2.0");
  }
}
