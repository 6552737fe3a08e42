package initlab.train.data;

import initlab.base.Args;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.ejml.data.DMatrixRMaj;

/**
 * Reads files of bytes in IDX form, as MNIST is published, packed (.gz) or not, whatever their
 * names: two zero bytes, the type 8 (unsigned byte), the number of dimensions, each dimension in
 * four bytes, then the data. What a header says is compared with the file before room is made for
 * it.
 */
public final class Idx {
  private Idx() {}

  /**
   * Images and their labels, as {@link Dataset#labelled}; labels count from 0.
   *
   * @throws IllegalArgumentException if a file is not such a file, the images have one dimension or
   *     the labels more, or their counts differ
   * @throws UncheckedIOException if a file cannot be read
   */
  public static Dataset dataset(Path images, Path labels) {
    IdxFile pictures = IdxFile.open(images);
    IdxFile names = IdxFile.open(labels);
    dimensions(pictures, pictures.dimensions().size() > 1, "the images", "at least 2");
    dimensions(names, names.dimensions().size() == 1, "the labels", "1");
    if (names.rows() != pictures.rows()) {
      throw Args.bad(
          "the number of targets",
          names.rows(),
          pictures.rows() + "",
          "Give one label to every image: " + labels + " does not belong to " + images + ".");
    }
    return dataset(pictures, names.matrix());
  }

  private static void dimensions(IdxFile file, boolean fine, String what, String allowed) {
    if (!fine) {
      throw Args.bad(
          "the number of dimensions of " + what + ", " + file.path() + ",",
          file.dimensions().size() + " (" + IdxHeader.words(file.dimensions()) + ")",
          allowed,
          "Give the images first and the labels second: are they swapped?");
    }
  }

  private static Dataset dataset(IdxFile images, DMatrixRMaj labels) {
    int[] classes = new int[labels.getNumElements()];
    int most = 1;
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (int) labels.data[i];
      most = Math.max(most, classes[i]);
    }
    DMatrixRMaj x = images.matrix();
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] /= 255;
    }
    return Dataset.labelled(String.valueOf(images.path().getFileName()), x, classes, most + 1);
  }

  /**
   * The bytes of one file, 0 to 255.
   *
   * @return (first dimension x product of the others)
   * @throws IllegalArgumentException if it is not such a file, its length is not what its header
   *     says, or there is no memory for its numbers
   * @throws UncheckedIOException if it cannot be read
   */
  public static DMatrixRMaj matrix(Path file) {
    return IdxFile.open(file).matrix();
  }
}
