package initlab.train.data;

import initlab.base.Args;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The first bytes of a file in IDX form: what its entries are, and how many along each side. */
final class IdxHeader {
  private static final int UNSIGNED_BYTE = 8;

  /** The other kinds of entry that the form knows. */
  private static final Map<Integer, String> OTHERS =
      Map.of(
          0x09, "signed bytes",
          0x0b, "shorts of two bytes",
          0x0c, "ints of four bytes",
          0x0d, "floats of four bytes",
          0x0e, "doubles of eight bytes");

  private IdxHeader() {}

  /**
   * The dimensions, each 1 or more.
   *
   * @throws IllegalArgumentException if the first four bytes are not those of IDX with bytes as its
   *     entries, or a dimension is 0
   */
  static List<Long> read(DataInputStream in, Path path) throws IOException {
    int magic = in.readInt();
    int count = magic & 0xff;
    if (magic >>> 8 != UNSIGNED_BYTE || count == 0) {
      throw Args.bad(
          "the start of " + path, start(magic), "0x000008nn, IDX of unsigned bytes", cure(magic));
    }
    List<Long> dimensions = new ArrayList<>();
    for (int d = 1; d <= count; d++) {
      long dimension = Integer.toUnsignedLong(in.readInt());
      Args.atLeast(1, dimension, "dimension " + d + " of " + path, "Fetch the file again.");
      dimensions.add(dimension);
    }
    return dimensions;
  }

  private static String start(int magic) {
    return String.format(Locale.ROOT, "0x%08x", magic);
  }

  private static String cure(int magic) {
    String other = magic >>> 16 == 0 ? OTHERS.get(magic >>> 8) : null;
    if (other != null) {
      return "Its entries are " + other + ": write them as unsigned bytes first.";
    }
    String text = text(magic);
    if (text.startsWith("PK")) {
      return "It is a zip archive: unpack it, and name the file that was in it.";
    }
    return text.startsWith("<")
        ? "It is a page of the web: fetch the file itself."
        : "MNIST's files are named ...-idx3-ubyte and ...-idx1-ubyte.";
  }

  private static String text(int magic) {
    byte[] bytes = {(byte) (magic >>> 24), (byte) (magic >>> 16), (byte) (magic >>> 8)};
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** "60000 x 28 x 28". */
  static String words(List<Long> dimensions) {
    return dimensions.stream().map(d -> "" + d).collect(Collectors.joining(" x "));
  }
}
