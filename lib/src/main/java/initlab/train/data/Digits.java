package initlab.train.data;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.math.RandomStreams;
import initlab.nn.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Pictures of the digits 0 to 9: made up, or real ones from a folder. Every pixel is between 0, the
 * paper, and 1, the ink; a picture is a row, its pixels line after line. Made-up digits are 12 x 12
 * pixels: a few strokes of a pen, turned, slanted, moved and resized at random.
 */
public final class Digits {
  private static final String IMAGES = "t10k-images-idx3-ubyte";
  private static final String LABELS = "t10k-labels-idx1-ubyte";
  private static final int SIDE = 12;
  private static final int CLASSES = 10;

  private final Optional<Dataset> real;

  private Digits(Optional<Dataset> real) {
    this.real = real;
  }

  /** Digits that are made up, the same for the same seed. */
  public static Digits madeUp() {
    return new Digits(Optional.empty());
  }

  /**
   * Real digits from a folder that holds MNIST's ten thousand test pictures, t10k-images-idx3-ubyte
   * and t10k-labels-idx1-ubyte, packed (.gz) or not; made-up ones if the folder's name is blank.
   *
   * @throws IllegalArgumentException if the folder lacks a file, or a file is damaged
   */
  public static Digits in(String folder) {
    Args.given(folder, "the folder", "Give \"\" for made-up digits.");
    return folder.isBlank()
        ? madeUp()
        : new Digits(Optional.of(Idx.dataset(file(folder, IMAGES), file(folder, LABELS))));
  }

  private static Path file(String folder, String name) {
    Path plain = Path.of(folder, name);
    Path packed = Path.of(folder, name + ".gz");
    if (!Files.exists(plain) && !Files.exists(packed)) {
      throw Args.bad(
          "the folder",
          Path.of(folder).toAbsolutePath(),
          "one with " + name + " or " + packed.getFileName() + " in it",
          "Unpack MNIST there, or give \"\" for made-up digits.");
    }
    return Files.exists(plain) ? plain : packed;
  }

  /** How many pixels a picture has. */
  public int pixels() {
    return real.map(all -> all.x().numCols).orElse(SIDE * SIDE);
  }

  /**
   * What one picture is for a net that looks at it as an image, pixels x pixels x 1.
   *
   * @throws IllegalArgumentException if the pictures in the folder are not square
   */
  public Signal image() {
    int side = (int) Math.round(Math.sqrt(pixels()));
    if (side * side != pixels()) {
      throw Args.bad(
          "the number of pixels", pixels(), "a square", "Say Signal.image(rows, columns, 1).");
    }
    return Signal.image(side, side, 1);
  }

  /**
   * So many pictures with their classes: made up for this seed, or drawn by it from the real ones,
   * none twice. Softmax cross-entropy.
   *
   * @return inputs (samples x pixels)
   * @throws IllegalArgumentException if samples is below 1, or more than there are
   */
  public Dataset draw(int samples, long seed) {
    Args.atLeast(1, samples, "samples", "Take 100 a digit.");
    UniformRandomProvider rng = RandomStreams.of(seed, "digits", 0);
    return real.map(all -> chosen(all, samples, rng)).orElseGet(() -> written(samples, rng));
  }

  private static Dataset chosen(Dataset all, int samples, UniformRandomProvider rng) {
    if (samples > all.samples()) {
      throw Args.bad("samples", samples, "at most " + all.samples(), "There are no more.");
    }
    int[] order = new int[all.samples()];
    for (int i = 0; i < order.length; i++) {
      int swap = rng.nextInt(i + 1);
      order[i] = order[swap];
      order[swap] = i;
    }
    DMatrixRMaj x = new DMatrixRMaj(samples, all.x().numCols);
    DMatrixRMaj y = new DMatrixRMaj(samples, all.y().numCols);
    for (int i = 0; i < samples; i++) {
      CommonOps_DDRM.insert(CommonOps_DDRM.extractRow(all.x(), order[i], null), x, i, 0);
      CommonOps_DDRM.insert(CommonOps_DDRM.extractRow(all.y(), order[i], null), y, i, 0);
    }
    return new Dataset("digits", x, y, all.loss());
  }

  private static Dataset written(int samples, UniformRandomProvider rng) {
    FreeMemory.forMatrix("the pictures", samples, SIDE * SIDE, "Ask for fewer samples.");
    DMatrixRMaj x = new DMatrixRMaj(samples, SIDE * SIDE);
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      labels[i] = i % CLASSES;
      Pen.by(rng).write(labels[i], SIDE, x.data, i * SIDE * SIDE);
    }
    return Dataset.labelled("made-up digits", x, labels, CLASSES);
  }

  @Override
  public String toString() {
    return real.map(all -> all.samples() + " real digits").orElse("made-up digits")
        + ", "
        + pixels()
        + " pixels each";
  }
}
