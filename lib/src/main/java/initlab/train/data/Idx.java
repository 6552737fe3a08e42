package initlab.train.data;

import initlab.base.Args;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Reads files of bytes in IDX form, as MNIST is published, packed (.gz) or not: two zero bytes, the
 * type 8 (unsigned byte), the number of dimensions, each dimension in four bytes, then the data.
 */
public final class Idx {
  private static final int UNSIGNED_BYTE = 8;

  private Idx() {}

  /**
   * Images and their labels, as {@link Dataset#labelled}; labels count from 0.
   *
   * @throws IllegalArgumentException if a file is not such a file, or their counts differ
   * @throws UncheckedIOException if a file cannot be read
   */
  public static Dataset dataset(Path images, Path labels) {
    DMatrixRMaj y = matrix(labels);
    int[] classes = new int[y.getNumElements()];
    int most = 0;
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (int) y.data[i];
      most = Math.max(most, classes[i]);
    }
    DMatrixRMaj x = matrix(images);
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] /= 255;
    }
    return Dataset.labelled(String.valueOf(images.getFileName()), x, classes, most + 1);
  }

  /**
   * The bytes of one file, 0 to 255.
   *
   * @return (first dimension x product of the others)
   */
  public static DMatrixRMaj matrix(Path file) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = isPacked(file) ? new GZIPInputStream(raw) : raw) {
      return matrix(new DataInputStream(in), file);
    } catch (EOFException early) {
      throw Args.bad(
          "the length of " + file, "too small", "what its first bytes say", "Fetch it again.");
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }

  private static boolean isPacked(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static DMatrixRMaj matrix(DataInputStream in, Path file) throws IOException {
    int magic = in.readInt();
    int dimensions = magic & 0xff;
    if (magic >>> 8 != UNSIGNED_BYTE || dimensions == 0) {
      throw Args.bad(
          "the start of " + file,
          String.format(Locale.ROOT, "0x%08x", magic),
          "0x000008nn, IDX of bytes",
          "MNIST's files are named ...-idx3-ubyte and ...-idx1-ubyte.");
    }
    int rows = in.readInt();
    int cols = 1;
    for (int d = 1; d < dimensions; d++) {
      cols = Math.multiplyExact(cols, in.readInt());
    }
    return read(in, rows, cols);
  }

  private static DMatrixRMaj read(DataInputStream in, int rows, int cols) throws IOException {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, cols);
    byte[] row = new byte[cols];
    for (int r = 0; r < rows; r++) {
      in.readFully(row);
      for (int c = 0; c < cols; c++) {
        matrix.data[r * cols + c] = row[c] & 0xff;
      }
    }
    return matrix;
  }
}
