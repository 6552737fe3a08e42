package initlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class IndexedTest {
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
    BufferedImage out = Indexed.of(image);
    int worst = 0;
    for (int y = 0; y < 50; y++) {
      for (int x = 0; x < 100; x++) {
        worst = Math.max(worst, Indexed.distance(image.getRGB(x, y), out.getRGB(x, y)));
      }
    }
    return worst;
  }

  @Test
  void fewColoursStayExactly() {
    assertThat(worst(image((x, y) -> 0x0072B2 + x))).isZero();
  }

  @Test
  void manyBlendsMoveByLessThanAnEyeSees() {
    assertThat(worst(image((x, y) -> (2 * x) << 16 | (2 * x) << 8 | 4 * y))).isBetween(1, 20);
  }
}
