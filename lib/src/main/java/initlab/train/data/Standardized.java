package initlab.train.data;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.math.Matrices;
import org.ejml.data.DMatrixRMaj;

/**
 * The rule (x - mean) / std, column by column, learned from one batch and applied to any: test data
 * are standardized by the training data's numbers.
 */
public final class Standardized {
  /** How many units in the last place rounding alone may lay between equal numbers. */
  private static final double ROUNDING = 4;

  private final double[] mean;
  private final double[] std;

  private Standardized(double[] mean, double[] std) {
    this.mean = mean;
    this.std = std;
  }

  /**
   * The rule that gives this batch mean 0 and variance 1 in each column. Not modified. A column
   * whose numbers are all equal, or differ in their last digit only (by at most 4 ulp of the
   * largest), has no spread: its std counts as 1.
   *
   * @throws IllegalArgumentException if there is no row, or an entry is NaN or infinite
   */
  public static Standardized by(DMatrixRMaj x) {
    Matrices.finite(x, "x");
    Args.atLeast(1, x.numRows, "the number of samples", "Pass at least one row.");
    Standardized rule = new Standardized(new double[x.numCols], new double[x.numCols]);
    for (int col = 0; col < x.numCols; col++) {
      Progress.checkInterrupted();
      rule.learn(x, col);
    }
    return rule;
  }

  /**
   * One column, taken as a share of its largest entry, so that no sum overflows and no square
   * vanishes. The mean is corrected once by what the deviations from it still sum to.
   */
  private void learn(DMatrixRMaj x, int col) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < x.numRows; row++) {
      low = Math.min(low, x.get(row, col));
      high = Math.max(high, x.get(row, col));
    }
    double largest = Math.max(Math.abs(low), Math.abs(high));
    double unit = Math.scalb(1.0, Math.max(Math.getExponent(largest), Double.MIN_EXPONENT));
    double centre = mean(x, col, 0, unit);
    mean[col] = low == high ? low : centre + mean(x, col, centre, unit);
    std[col] = high - low <= ROUNDING * Math.ulp(largest) ? 1 : std(x, col, mean[col], unit);
  }

  /** The mean of x - from. */
  private static double mean(DMatrixRMaj x, int col, double from, double unit) {
    double sum = 0;
    for (int row = 0; row < x.numRows; row++) {
      sum += x.get(row, col) / unit - from / unit;
    }
    return sum / x.numRows * unit;
  }

  /** The root of the mean of (x - mean)^2. */
  private static double std(DMatrixRMaj x, int col, double mean, double unit) {
    double sum = 0;
    for (int row = 0; row < x.numRows; row++) {
      double d = x.get(row, col) / unit - mean / unit;
      sum += d * d;
    }
    return Math.sqrt(sum / x.numRows) * unit;
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
    return mean[known(column)];
  }

  /** The standard deviation of a column; one without spread has 1, so that it becomes 0. */
  public double std(int column) {
    return std[known(column)];
  }

  private int known(int column) {
    if (column >= 0 && column < mean.length) {
      return column;
    }
    String all = "0 to " + (mean.length - 1);
    throw Args.bad("the column", column, all, "The first column is 0.");
  }

  @Override
  public String toString() {
    return "(x - mean) / std, " + mean.length + " columns";
  }
}
