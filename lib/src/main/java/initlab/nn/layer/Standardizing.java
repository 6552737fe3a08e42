package initlab.nn.layer;

import initlab.nn.Memory;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * What the normalizing layers share: z = scale h + shift with h = (x - mean) / sqrt(variance +
 * epsilon), where mean and variance are those of the numbers that belong together. Rows are taken
 * in blocks and channels in groups of neighbours; what is in one block and one group belongs
 * together.
 *
 * <p>With g = scale dL/dz the way back is dL/dx = (g - mean(g) - h mean(g h)) / sqrt(variance +
 * epsilon); both means are left out where mean and variance were given. {@link RowNorm} does the
 * same for rows that are normalized one by one.
 *
 * <p>Slot 0 of the layer is its scale, slot 1, where there is one, its shift.
 */
final class Standardizing {
  private final Memory m;
  private final int channels;
  private final int rows;
  private final int groups;
  private final boolean given;
  private final boolean shifted;
  private final DMatrixRMaj means; // kept until the way back: (blocks x groups)
  private final DMatrixRMaj inverses; // likewise, 1 / sqrt(variance + epsilon)
  private final double[] mean; // of the block in hand, for each channel
  private final double[] inverse;
  private final double[] scale;

  /**
   * In this pass, for blocks of so many rows and so many groups of channels.
   *
   * @param given whether mean and variance are given, and do not follow x
   * @param shifted whether slot 1 is a shift
   */
  Standardizing(Memory m, int rows, int groups, boolean given, boolean shifted) {
    this.m = m;
    this.channels = m.in().channels();
    this.rows = rows;
    this.groups = groups;
    this.given = given;
    this.shifted = shifted;
    means = m.keep(0, m.x().numRows / rows, groups);
    inverses = m.keep(1, means.numRows, groups);
    mean = row(0);
    inverse = row(1);
    scale = m.value(0).data;
  }

  private double[] row(int number) {
    return m.scratch(number, 1, channels).data;
  }

  private ChannelSums sums(int block) {
    return new ChannelSums(channels, block * rows, rows);
  }

  /** The way forward, each block by its own statistics. */
  void forward(double epsilon) {
    double[] shift = shift();
    for (int block = 0; block < means.numRows; block++) {
      sums(block).plain(m.x().data, mean);
      average(mean);
      sums(block).squares(m.x().data, mean, inverse);
      average(inverse);
      keep(block, mean, inverse, epsilon);
      write(block, shift);
    }
  }

  /** The way forward of a single block by a mean and a variance for each channel. */
  void forward(DMatrixRMaj givenMean, DMatrixRMaj givenVariance, double epsilon) {
    keep(0, givenMean.data, givenVariance.data, epsilon);
    write(0, shift());
  }

  /** The means that it went by, (blocks x groups). */
  DMatrixRMaj means() {
    return means;
  }

  /** The variances that it went by, times this, as a matrix that others may write over. */
  DMatrixRMaj variances(double epsilon, double factor) {
    DMatrixRMaj variances = m.scratch(4, inverses.numRows, groups);
    for (int i = 0; i < inverses.getNumElements(); i++) {
      double inverted = inverses.data[i];
      variances.data[i] = factor * (1 / (inverted * inverted) - epsilon);
    }
    return variances;
  }

  private void keep(int block, double[] meanOf, double[] varianceOf, double epsilon) {
    for (int g = 0, c = 0; g < groups; g++, c += channels / groups) {
      means.set(block, g, meanOf[c]);
      inverses.set(block, g, 1 / Math.sqrt(varianceOf[c] + epsilon));
    }
  }

  private double[] shift() {
    double[] shift = row(2);
    Arrays.fill(shift, 0, channels, 0);
    return shifted ? m.value(1).data : shift;
  }

  /** Gives each channel what was kept of its group. */
  private void recall(int block) {
    int size = channels / groups;
    for (int g = 0; g < groups; g++) {
      Arrays.fill(mean, g * size, (g + 1) * size, means.get(block, g));
      Arrays.fill(inverse, g * size, (g + 1) * size, inverses.get(block, g));
    }
  }

  private void write(int block, double[] shift) {
    recall(block);
    double[] x = m.x().data;
    double[] z = m.z().data;
    for (int i = block * rows * channels; i < (block + 1) * rows * channels; i += channels) {
      for (int c = 0; c < channels; c++) {
        z[i + c] = (x[i + c] - mean[c]) * inverse[c] * scale[c] + shift[c];
      }
    }
  }

  /** The way back. */
  void backward() {
    double[] g = row(2);
    double[] gh = row(3);
    DMatrixRMaj ofScale = m.gradient(0);
    DMatrixRMaj ofShift = shifted ? m.gradient(1) : ofScale;
    ofShift.zero();
    ofScale.zero();
    for (int block = 0; block < means.numRows; block++) {
      recall(block);
      sums(block).plain(m.dz().data, g);
      sums(block).products(m.x().data, mean, m.dz().data, gh);
      multiply(gh, inverse);
      if (shifted) {
        add(g, ofShift.data);
      }
      add(gh, ofScale.data);
      meansOfGradients(g, gh);
      writeBack(block, g, gh);
    }
  }

  private void add(double[] numbers, double[] to) {
    for (int c = 0; c < channels; c++) {
      to[c] += numbers[c];
    }
  }

  /** From sums of dL/dz and dL/dz h over the block to mean(g) and mean(g h), in place. */
  private void meansOfGradients(double[] g, double[] gh) {
    multiply(g, scale);
    multiply(gh, scale);
    average(g);
    average(gh);
    if (given) {
      Arrays.fill(g, 0, channels, 0);
      Arrays.fill(gh, 0, channels, 0);
    }
  }

  private void writeBack(int block, double[] g, double[] gh) {
    double[] x = m.x().data;
    double[] dz = m.dz().data;
    double[] dx = m.dx().data;
    for (int i = block * rows * channels; i < (block + 1) * rows * channels; i += channels) {
      for (int c = 0; c < channels; c++) {
        double h = (x[i + c] - mean[c]) * inverse[c];
        dx[i + c] = (scale[c] * dz[i + c] - g[c] - h * gh[c]) * inverse[c];
      }
    }
  }

  private void multiply(double[] numbers, double[] by) {
    for (int c = 0; c < channels; c++) {
      numbers[c] *= by[c];
    }
  }

  /** Every channel's sum becomes the average of its group. */
  private void average(double[] sums) {
    int size = channels / groups;
    for (int from = 0; from < channels; from += size) {
      double sum = 0;
      for (int c = from; c < from + size; c++) {
        sum += sums[c];
      }
      Arrays.fill(sums, from, from + size, sum / ((double) rows * size));
    }
  }
}
