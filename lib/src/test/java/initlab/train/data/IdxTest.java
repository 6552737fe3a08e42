package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final byte[] IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, (byte) 255, 51, 0, 102, 0, 0, (byte) 204
  };
  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 2, 0};

  @TempDir private Path directory;

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write(bytes);
    }
    return file;
  }

  @Test
  void imagesAndLabelsMakeADataset() throws IOException {
    Dataset data = Idx.dataset(file("images.gz", IMAGES), file("labels", LABELS));
    assertThat(data.x().numRows).isEqualTo(2);
    assertThat(data.x().data).containsExactly(0, 1, 0.2, 0, 0.4, 0, 0, 0.8);
    assertThat(data.y().data).containsExactly(0, 0, 1, 1, 0, 0);
  }

  @Test
  void brokenFilesAreNamed() throws IOException {
    Path cut = file("cut", new byte[] {0, 0, 8, 1, 0, 0, 0, 9, 1});
    assertThatThrownBy(() -> Idx.matrix(cut)).hasMessageContaining("cut is too small");
    Path other = file("other", "PNG and more".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Idx.matrix(other)).hasMessageContaining("0x504e4720");
    assertThatThrownBy(() -> Idx.matrix(directory.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot read");
    assertThatThrownBy(
            () -> Idx.dataset(file("x", IMAGES), file("y", new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 0})))
        .hasMessageContaining("number of targets is 1; it must be 2");
  }
}
