package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PalettePngTest {
  private static BufferedImage image(IntBinaryOperator rgb) {
    BufferedImage image = new BufferedImage(100, 50, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 50; y++) {
      for (int x = 0; x < 100; x++) {
        image.setRGB(x, y, rgb.applyAsInt(x, y));
      }
    }
    return image;
  }

  private static int worst(BufferedImage image) {
    BufferedImage out = PalettePng.of(image);
    int worst = 0;
    for (int y = 0; y < 50; y++) {
      for (int x = 0; x < 100; x++) {
        worst = Math.max(worst, distance(image.getRGB(x, y), out.getRGB(x, y)));
      }
    }
    return worst;
  }

  /** The largest difference of a channel. */
  private static int distance(int a, int b) {
    int red = Math.abs((a >> 16 & 255) - (b >> 16 & 255));
    int green = Math.abs((a >> 8 & 255) - (b >> 8 & 255));
    return Math.max(red, Math.max(green, Math.abs((a & 255) - (b & 255))));
  }

  @Test
  void fewColoursStayExactly() {
    assertThat(worst(image((x, y) -> 0x0072B2 + x))).isZero();
  }

  /**
   * Pale bands of two curves may be neighbours in colour; they stay themselves among any blends.
   */
  @Test
  void aPictureThatIsNoFigureStaysExactly() {
    BufferedImage noise = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 160_000; i++) {
      noise.setRGB(i % 400, i / 400, 97 * i);
    }
    assertThat(PalettePng.of(noise)).isSameAs(noise);
  }

  /**
   * Pale bands of two curves may be neighbours in colour; they stay themselves among any blends.
   */
  @Test
  void largeAreasStayExactly() {
    BufferedImage bands =
        image((x, y) -> x < 40 ? 0xD0ECE3 : x < 80 ? 0xD4E5E8 : (12 * (x - 80)) << 16 | 5 * y);
    BufferedImage out = PalettePng.of(bands);
    assertThat(out.getRGB(20, 20) & 0xFFFFFF).isEqualTo(0xD0ECE3);
    assertThat(out.getRGB(60, 20) & 0xFFFFFF).isEqualTo(0xD4E5E8);
  }

  @Test
  void manyBlendsMoveByLessThanAnEyeSees() {
    assertThat(worst(image((x, y) -> (2 * x) << 16 | (2 * x) << 8 | 4 * y))).isBetween(1, 20);
  }
}
