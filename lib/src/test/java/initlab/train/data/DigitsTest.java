package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.nn.Signal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digits that are made up, and real ones from a folder. */
class DigitsTest {

  @Test
  void madeUpDigitsAreTheSameForTheSameSeedAndOthersForAnother() {
    Digits digits = Digits.in(" ");
    Dataset one = digits.draw(30, 1);
    assertThat(one.x().numCols).isEqualTo(digits.pixels()).isEqualTo(144);
    assertThat(MatrixFeatures_DDRM.isIdentical(one.x(), digits.draw(30, 1).x(), 0)).isTrue();
    assertThat(MatrixFeatures_DDRM.isIdentical(one.x(), digits.draw(30, 2).x(), 0)).isFalse();
    assertThat(digits).hasToString("made-up digits, 144 pixels each");
  }

  @Test
  void everyDigitHasInkAndPaperAndItsClass() {
    Dataset data = Digits.madeUp().draw(200, 3);
    for (int i = 0; i < 200; i++) {
      double ink = 0;
      for (int pixel = 0; pixel < 144; pixel++) {
        assertThat(data.x().get(i, pixel)).isBetween(0.0, 1.0);
        ink += data.x().get(i, pixel);
      }
      assertThat(ink).isBetween(8.0, 90.0);
      assertThat(data.y().get(i, i % 10)).isOne();
    }
  }

  private static void file(Path folder, String name, int magic, int count, int side)
      throws IOException {
    boolean images = side > 0;
    ByteBuffer bytes = ByteBuffer.allocate(images ? 16 + count * side * side : 8 + count);
    bytes.putInt(magic).putInt(count);
    if (images) {
      bytes.putInt(side).putInt(side);
    }
    for (int i = 0; bytes.hasRemaining(); i++) {
      bytes.put((byte) (images ? 255 * (Math.floorDiv(i, side * side) % 2) : i % 10));
    }
    Files.write(folder.resolve(name), bytes.array());
  }

  @Test
  void realDigitsAreDrawnFromTheFolderNoneTwice(@TempDir Path folder) throws IOException {
    file(folder, "t10k-images-idx3-ubyte", 0x803, 40, 4);
    file(folder, "t10k-labels-idx1-ubyte", 0x801, 40, 0);
    Digits digits = Digits.in(folder.toString());
    assertThat(digits).hasToString("40 real digits, 16 pixels each");
    assertThat(digits.image()).isEqualTo(Signal.image(4, 4, 1));
    assertThat(Digits.madeUp().image()).isEqualTo(Signal.image(12, 12, 1));
    Dataset all = digits.draw(40, 1);
    assertThat(all.name()).isEqualTo("digits");
    double[] each = new double[10];
    for (int i = 0; i < 40; i++) {
      for (int c = 0; c < 10; c++) {
        each[c] += all.y().get(i, c);
        assertThat(all.y().get(i, c) * (all.x().get(i, 0) - c % 2)).isZero();
      }
    }
    assertThat(each).containsOnly(4);
    assertThat(MatrixFeatures_DDRM.isIdentical(all.y(), digits.draw(40, 2).y(), 0)).isFalse();
    assertThatThrownBy(() -> digits.draw(41, 1)).hasMessageContaining("at most 40");
  }

  @Test
  void picturesThatAreNotSquareHaveNoImage(@TempDir Path folder) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(16 + 6).putInt(0x803).putInt(1).putInt(2).putInt(3);
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), one.array());
    file(folder, "t10k-labels-idx1-ubyte", 0x801, 1, 0);
    assertThatThrownBy(() -> Digits.in(folder.toString()).image())
        .hasMessage(
            "the number of pixels is 6; it must be a square. Say Signal.image(rows, columns, 1).");
  }

  @Test
  void aFolderWithoutTheFilesIsTold(@TempDir Path folder) {
    assertThatThrownBy(() -> Digits.in(folder.toString()))
        .hasMessageContaining("t10k-images-idx3-ubyte")
        .hasMessageContaining("\"\" for made-up digits");
    assertThatThrownBy(() -> Digits.madeUp().draw(0, 1)).hasMessageContaining("samples");
  }
}
