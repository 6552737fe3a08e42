package initlab.train.data;

import initlab.base.Args;
import initlab.math.Matrices;
import org.ejml.data.DMatrixRMaj;

/**
 * The rule (x - mean) / std, column by column, learned from one batch and applied to any: test data
 * are standardized by the training data's numbers.
 */
public final class Standardized {
  private final double[] mean;
  private final double[] std;

  private Standardized(double[] mean, double[] std) {
    this.mean = mean;
    this.std = std;
  }

  /**
   * The rule that gives this batch mean 0 and variance 1 in each column. Not modified.
   *
   * @throws IllegalArgumentException if an entry is NaN or infinite
   */
  public static Standardized by(DMatrixRMaj x) {
    Args.atLeast(1, x.numRows, "the number of samples", "Pass at least one row.");
    Matrices.finite(x, "x");
    double[] mean = new double[x.numCols];
    double[] std = new double[x.numCols];
    for (int col = 0; col < x.numCols; col++) {
      double sum = 0;
      for (int row = 0; row < x.numRows; row++) {
        sum += x.get(row, col);
      }
      mean[col] = sum / x.numRows;
      std[col] = std(x, col, mean[col]);
    }
    return new Standardized(mean, std);
  }

  private static double std(DMatrixRMaj x, int col, double mean) {
    double sum = 0;
    for (int row = 0; row < x.numRows; row++) {
      double d = x.get(row, col) - mean;
      sum += d * d;
    }
    return sum > 0 ? Math.sqrt(sum / x.numRows) : 1;
  }

  /**
   * Another batch by the same rule. Not modified.
   *
   * @throws IllegalArgumentException if it has another number of columns
   */
  public DMatrixRMaj apply(DMatrixRMaj x) {
    if (x.numCols != mean.length) {
      throw Args.bad("the number of columns", x.numCols, mean.length + "", "Use the same columns.");
    }
    DMatrixRMaj out = new DMatrixRMaj(x.numRows, x.numCols);
    for (int i = 0; i < x.getNumElements(); i++) {
      int col = i % x.numCols;
      out.data[i] = (x.data[i] - mean[col]) / std[col];
    }
    return out;
  }

  /** The mean of a column, counted from 0. */
  public double mean(int column) {
    return mean[column];
  }

  /** The standard deviation of a column; one without spread has 1, so that it becomes 0. */
  public double std(int column) {
    return std[column];
  }

  @Override
  public String toString() {
    return "(x - mean) / std, " + mean.length + " columns";
  }
}
