package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Distribution;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.study.probe.UnitShares;
import initlab.theory.MeanField;
import org.ejml.data.DMatrixRMaj;

/** What is healthy, {low, high}, for an activation whose pre-activations have std 0.1 to 5. */
final class HealthyRange {
  /** Pre-activations of this std and more are a red flag, as are those of 0.1 and less. */
  private static final double LARGE = 5;

  private static final double SMALL = 0.1;

  private HealthyRange() {}

  /** E f(0.1 Z)^2 to E f(5 Z)^2, widened by 1 % for activations that are level there. */
  static double[] signal(Activation f) {
    MeanField field = MeanField.of(f);
    double low = field.activationMoment(SMALL * SMALL);
    double high = field.activationMoment(LARGE * LARGE);
    return new double[] {0.99 * Math.min(low, high), 1.01 * Math.max(low, high)};
  }

  /** Up to the share that is flat at std 1, and a third of the rest. */
  static double[] saturated(Activation f) {
    DMatrixRMaj z = new DMatrixRMaj(100, 100);
    Distribution.NORMAL.fill(1, RandomStreams.fixed(0, "healthy", 0), z.data, z.getNumElements());
    double usual = UnitShares.saturated(z, f);
    return new double[] {0, usual + (1 - usual) / 3};
  }

  /** Up to a tenth, and what chance makes of half-open neurons on a batch of n samples, 2^-n. */
  static double[] dead(int n) {
    return new double[] {0, 0.1 + 3 * Math.pow(0.5, n)};
  }

  /** The largest second moment of a column of x (batch x in). */
  static double largestColumn(DMatrixRMaj x) {
    double largest = 0;
    double[] column = new double[x.numRows];
    for (int col = 0; col < x.numCols; col++) {
      for (int row = 0; row < x.numRows; row++) {
        column[row] = x.get(row, col);
      }
      largest = Math.max(largest, Moments.of(column).secondMoment());
    }
    return largest;
  }
}
