package initlab.train.data;

import initlab.base.Args;
import initlab.base.Machine;
import initlab.base.Progress;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ejml.data.DMatrixRMaj;

/**
 * A file in IDX form whose header has been read and compared with the file's length; no number of
 * it has been read yet.
 *
 * @param path where it lies
 * @param dimensions what its header says, each 1 or more; their product is the number of bytes
 */
record IdxFile(Path path, List<Long> dimensions) {
  private static final int BUFFER = 1 << 16;

  /** The largest array of numbers that Java makes. */
  private static final long MOST = Integer.MAX_VALUE - 8L;

  IdxFile {
    dimensions = List.copyOf(dimensions);
  }

  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /**
   * Reads the header and counts the bytes behind it.
   *
   * @throws IllegalArgumentException if this is no such file, or header and length differ
   * @throws UncheckedIOException if it cannot be read
   */
  static IdxFile open(Path path) {
    Args.given(path, "the file", "Such as Path.of(\"train-images-idx3-ubyte.gz\").");
    return reading(
        path,
        in -> {
          List<Long> dimensions = IdxHeader.read(in, path);
          compare(path, dimensions, count(in));
          return new IdxFile(path, dimensions);
        });
  }

  /** Opens a file, unpacks it if its first two bytes say that it is packed, and reads it. */
  private static <T> T reading(Path path, Reader<T> reader) {
    try (InputStream raw = new BufferedInputStream(stream(path), BUFFER);
        InputStream in = isPacked(raw) ? new GZIPInputStream(raw, BUFFER) : raw) {
      return reader.read(new DataInputStream(new BufferedInputStream(in, BUFFER)));
    } catch (EOFException | ZipException broken) {
      throw new IllegalArgumentException(
          path
              + ", of "
              + path.toFile().length()
              + " bytes, ends too early or is damaged ("
              + broken.getClass().getSimpleName()
              + "). Fetch it again.",
          broken);
    } catch (FileSystemException refused) {
      throw new UncheckedIOException(
          "Cannot read " + path + ": " + refused.getClass().getSimpleName() + ".", refused);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + path + ": " + failed.getMessage(), failed);
    }
  }

  private static InputStream stream(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder. Name a file in it, such as train-images-idx3-ubyte.");
    }
    if (!Files.exists(path)) {
      throw new FileNotFoundException(
          "there is no such file. Look at its folder and its name: " + path.toAbsolutePath());
    }
    Args.atLeast(1, Files.size(path), "the length of " + path, "It is empty: fetch it again.");
    return Files.newInputStream(path);
  }

  /** Whether a file begins as gzip does, whatever its name ends in. */
  private static boolean isPacked(InputStream in) throws IOException {
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed;
  }

  private static long count(InputStream in) throws IOException {
    byte[] some = new byte[BUFFER];
    long all = 0;
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      Progress.checkInterrupted();
      all += n;
    }
    return all;
  }

  private static void compare(Path path, List<Long> dimensions, long found) {
    BigInteger due = BigInteger.ONE;
    for (long dimension : dimensions) {
      due = due.multiply(BigInteger.valueOf(dimension));
    }
    int side = due.compareTo(BigInteger.valueOf(found));
    if (side != 0) {
      throw Args.bad(
          "the number of bytes behind the header of " + path,
          found,
          due + ", as the header says (" + IdxHeader.words(dimensions) + ")",
          side > 0
              ? "It was cut off: fetch it again."
              : "Something was added to it, perhaps a second file: fetch it again.");
    }
  }

  long rows() {
    return dimensions.get(0);
  }

  /**
   * Its bytes as numbers.
   *
   * @return (first dimension x product of the others)
   */
  DMatrixRMaj matrix() {
    long all = dimensions.stream().reduce(1L, (a, b) -> a * b);
    requireRoom(all, Machine.memory());
    return reading(
        path,
        in -> {
          IdxHeader.read(in, path);
          return fill(in, new DMatrixRMaj((int) rows(), (int) (all / rows())));
        });
  }

  /**
   * Refuses a file whose numbers do not fit.
   *
   * @param all how many they are
   * @param memory the bytes that there are, of which each number takes eight
   */
  void requireRoom(long all, long memory) {
    long most = Math.min(MOST, memory / Double.BYTES);
    if (all > most) {
      throw Args.bad(
          "the number of numbers in " + path,
          all,
          "at most " + most + " in this memory, eight bytes each",
          "Cut the file, or give Java more memory (-Xmx).");
    }
  }

  private static DMatrixRMaj fill(DataInputStream in, DMatrixRMaj matrix) throws IOException {
    byte[] row = new byte[matrix.numCols];
    for (int r = 0; r < matrix.numRows; r++) {
      Progress.checkInterrupted();
      in.readFully(row);
      for (int c = 0; c < row.length; c++) {
        matrix.data[r * row.length + c] = row[c] & 0xff;
      }
    }
    return matrix;
  }
}
