package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDX files as readers have them, and as they should not be: each of these ends in a sentence. */
class IdxTest {
  private static final byte[] PIXELS = {0, (byte) 255, 51, 0, 102, 0, 0, (byte) 204};
  private static final byte[] IMAGES = idx(0x803, PIXELS, 2, 2, 2);
  private static final byte[] LABELS = idx(0x801, new byte[] {2, 0}, 2);

  @TempDir private Path folder;

  private static byte[] idx(int magic, byte[] data, int... dimensions) {
    var buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + data.length).putInt(magic);
    Arrays.stream(dimensions).forEach(buffer::putInt);
    return buffer.put(data).array();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private void refused(String name, byte[] bytes, String... said) throws IOException {
    Path file = file(name, bytes);
    assertThatThrownBy(() -> Idx.matrix(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .satisfies(thrown -> assertThat(thrown.getMessage()).contains(said));
  }

  @Test
  void imagesAndLabelsMakeADataset() throws IOException {
    Dataset data = Idx.dataset(file("images", IMAGES), file("labels", LABELS));
    assertThat(data.x().data).containsExactly(0, 1, 0.2, 0, 0.4, 0, 0, 0.8);
    assertThat(data.x().numRows).isEqualTo(2);
    assertThat(data.y().data).containsExactly(0, 0, 1, 1, 0, 0);
    assertThat(data.name()).isEqualTo("images");
  }

  @Test
  void theFirstBytesTellWhetherAFileIsPackedAndNotItsName() throws IOException {
    for (String suffix : List.of("", ".gz")) {
      Path images = file("train-images-idx3-ubyte" + suffix, packed(IMAGES));
      Path labels = file("train-labels-idx1-ubyte" + suffix, LABELS);
      assertThat(Idx.dataset(images, labels).y().data).containsExactly(0, 0, 1, 1, 0, 0);
      assertThat(Idx.matrix(images).data).containsExactly(0, 255, 51, 0, 102, 0, 0, 204);
    }
  }

  @Test
  void ofASingleClassThereAreStillTwo() throws IOException {
    Path labels = file("labels", idx(0x801, new byte[] {0, 0}, 2));
    assertThat(Idx.dataset(file("images", IMAGES), labels).y().numCols).isEqualTo(2);
  }

  @Test
  void labelsGoUpTo255() throws IOException {
    Path labels = file("labels", idx(0x801, new byte[] {(byte) 255, 0}, 2));
    Dataset data = Idx.dataset(file("images", IMAGES), labels);
    assertThat(data.y().numCols).isEqualTo(256);
    assertThat(data.y().get(0, 255)).isEqualTo(1);
  }

  @Test
  void swappedFilesAreToldSo() throws IOException {
    Path images = file("images", IMAGES);
    Path labels = file("labels", LABELS);
    assertThatThrownBy(() -> Idx.dataset(labels, images))
        .hasMessageContaining("dimensions of the images, " + labels + ", is 1 (2)")
        .hasMessageContaining("are they swapped?");
    assertThatThrownBy(() -> Idx.dataset(images, images))
        .hasMessageContaining("dimensions of the labels, " + images + ", is 3 (2 x 2 x 2)");
  }

  @Test
  void countsThatDifferAreNamedBeforeTheImagesAreRead() throws IOException {
    Path images = file("images", IMAGES);
    Path one = file("one", idx(0x801, new byte[] {0}, 1));
    assertThatThrownBy(() -> Idx.dataset(images, one))
        .hasMessageContaining("number of targets is 1; it must be 2")
        .hasMessageContaining("one does not belong to " + images);
  }

  /** Believed, the first two headers would ask for 16 GB and for 2^32 columns. */
  @Test
  void headersAreComparedWithTheFile() throws IOException {
    byte[] eight = new byte[8];
    refused("a", idx(0x801, eight, 2_000_000_000), "is 8; it must be 2000000000", "cut off");
    refused("b", idx(0x803, eight, 1, 65536, 65536), "must be 4294967296", "(1 x 65536 x 65536)");
    refused("c", idx(0x803, eight, -1, -1, -1), "must be 79228162458924105385300197375");
    refused("d", idx(0x802, new byte[0], 5, 0), "dimension 2 of", "is 0; it must be at least 1");
    refused("e", idx(0x801, eight, 9), "is 8; it must be 9");
    refused("f", idx(0x801, eight, 7), "is 8; it must be 7", "Something was added to it");
  }

  @Test
  void aSecondFileBehindTheFirstIsNoticedPackedOrNot() throws IOException {
    refused("two", joined(LABELS, LABELS), "is 12; it must be 2", "a second file");
    refused("two.gz", joined(packed(IMAGES), packed(IMAGES)), "is 32; it must be 8");
  }

  @Test
  void filesThatBreakOffAreToldTheirLength() throws IOException {
    refused("empty", new byte[0], "the length of", "is 0; it must be at least 1", "fetch it again");
    refused("head", new byte[] {0, 0}, "of 2 bytes, ends too early", "Fetch it again");
    refused("dims", Arrays.copyOf(IMAGES, 9), "of 9 bytes, ends too early");
    byte[] whole = packed(IMAGES);
    refused("cut.gz", Arrays.copyOf(whole, whole.length - 9), "ends too early or is damaged");
    whole[whole.length - 5] ^= 1;
    refused("wrong.gz", whole, "is damaged (ZipException)");
  }

  @Test
  void whatIsNoIdxIsToldByItsStart() throws IOException {
    byte[] page = "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8);
    refused("page.gz", page, "is 0x3c21444f; it must be 0x000008nn", "a page of the web");
    refused("zip", new byte[] {'P', 'K', 3, 4, 0}, "a zip archive: unpack it");
    refused("png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "0x89504e47", "-idx3-ubyte");
    refused("half", new byte[] {0x1f, 0, 0, 0}, "is 0x1f000000");
    refused("point", idx(0x800, new byte[0]), "is 0x00000800");
  }

  @Test
  void entriesOfAnotherKindAreNamed() throws IOException {
    refused("ints", idx(0xc01, new byte[8], 2), "0x00000c01", "ints of four bytes");
    refused("floats", idx(0xd01, new byte[8], 2), "floats of four bytes");
    refused("signed", idx(0x901, new byte[2], 2), "signed bytes");
  }

  @Test
  void whatIsNotThereOrNoFileIsSaid() {
    assertThatThrownBy(() -> Idx.matrix(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no such file. Look at its folder and its name");
    assertThatThrownBy(() -> Idx.matrix(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("it is a folder. Name a file in it");
  }

  @Test
  void numbersThatDoNotFitAreCountedBeforeRoomIsMade() {
    IdxFile large = new IdxFile(folder, List.of(60000L, 784L));
    large.requireRoom(100, 800);
    assertThatThrownBy(() -> large.requireRoom(101, 807))
        .hasMessageContaining("is 101; it must be at most 100 in this memory");
    IdxFile larger = new IdxFile(folder, List.of(1L << 20, 1L << 20));
    assertThatThrownBy(larger::matrix).hasMessageContaining("is 1099511627776; it must be at most");
    assertThatThrownBy(() -> large.requireRoom(1L << 31, Long.MAX_VALUE))
        .hasMessageContaining("it must be at most 2147483639");
  }

  @Test
  void anInterruptEndsTheReading() throws IOException {
    Path labels = file("labels", LABELS);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> IdxFile.open(labels)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    Thread.currentThread().interrupt();
    IdxFile opened = new IdxFile(labels, List.of(2L));
    assertThatThrownBy(opened::matrix).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
