package initlab.study.probe;

import initlab.base.Progress;
import initlab.init.Activation;
import org.ejml.data.DMatrixRMaj;

/**
 * Shares of neurons that carry nothing: the one meaning of "dead" and of "saturated". What share is
 * healthy is told by the doctor's ranges.
 */
public final class UnitShares {
  /**
   * A slope is flat that is below this share of the function's steepest: a neuron there passes less
   * than a hundredth of the second moment of its gradient. Of tanh: |a| &gt; 0.949.
   */
  public static final double FLAT = 0.1;

  private static final int GRID = 2400;
  private static final int OFTEN = 64;

  private UnitShares() {}

  /** The share of columns of a (batch x width) that are 0 in every row. */
  public static double dead(DMatrixRMaj a) {
    int dead = 0;
    for (int neuron = 0; neuron < a.numCols; neuron++) {
      int row = 0;
      while (row < a.numRows && a.data[row * a.numCols + neuron] == 0) {
        row++;
      }
      dead += row == a.numRows ? 1 : 0;
    }
    return dead / (double) a.numCols;
  }

  /**
   * The share of pre-activations z (batch x width) at which |f'(z)| is at most a tenth of its
   * steepest: half for ReLU and z ~ N(0, 1), all for a function that is a constant, step by step.
   */
  public static double saturated(DMatrixRMaj z, Activation f) {
    double flat = FLAT * steepest(f);
    int count = 0;
    int n = z.getNumElements();
    for (int i = 0; i < n; i++) {
      look(i);
      count += Math.abs(f.slope(z.data[i])) <= flat ? 1 : 0;
    }
    return count / (double) n;
  }

  /** The share of samples, rows of z (batch x width), at which every neuron is saturated. */
  public static double saturatedSamples(DMatrixRMaj z, Activation f) {
    double flat = FLAT * steepest(f);
    int samples = 0;
    for (int row = 0; row < z.numRows; row++) {
      look(row);
      int neuron = 0;
      while (neuron < z.numCols && Math.abs(f.slope(z.data[row * z.numCols + neuron])) <= flat) {
        neuron++;
      }
      samples += neuron == z.numCols ? 1 : 0;
    }
    return samples / (double) z.numRows;
  }

  /** A reader's function may be slow: an interrupt ends it. */
  private static void look(int i) {
    if (i % OFTEN == 0) {
      Progress.checkInterrupted();
    }
  }

  /** The largest |f'(z)| for z in [-6, 6], every 1/200. */
  private static double steepest(Activation f) {
    double most = 0;
    for (int i = 0; i <= GRID; i++) {
      look(i);
      most = Math.max(most, Math.abs(f.slope(-6 + 12.0 * i / GRID)));
    }
    return most;
  }
}
