package initlab.study.probe;

import initlab.math.MatrixProduct;
import initlab.math.Moments;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * How alike the samples of a batch have become. None of these modifies the batch (batch x width).
 */
public final class SampleLikeness {
  private SampleLikeness() {}

  /**
   * The variance of each column (a neuron) over the rows (the samples), averaged over the columns:
   * sum (a_ij - mean_j)^2 / (rows columns). Exactly 0 where all rows are equal; infinite where
   * squares overflow; NaN for a single row, which varies over nothing.
   */
  static double batchVariance(DMatrixRMaj a) {
    if (a.numRows < 2) {
      return Double.NaN;
    }
    double[] sums = new double[a.numCols];
    double[] squares = new double[a.numCols];
    for (int row = 1; row < a.numRows; row++) {
      addDifferences(a.data, row * a.numCols, sums, squares);
    }
    double n = a.numRows;
    double variances = 0;
    for (int j = 0; j < sums.length; j++) {
      double mean = sums[j] / n;
      variances += squares[j] / n - mean * mean;
    }
    return Double.isNaN(variances) ? Moments.of(a).secondMoment() : variances / a.numCols;
  }

  /**
   * Adds what a row differs from the first, column by column, and its square. Counted from a
   * sample, little is lost when the square of the mean is taken off in the end, and nothing where
   * all rows are equal.
   */
  private static void addDifferences(double[] a, int from, double[] sums, double[] squares) {
    for (int j = 0; j < sums.length; j++) {
      double d = a[from + j] - a[j];
      sums[j] += d;
      squares[j] += d * d;
    }
  }

  /**
   * The mean cosine between rows 1 and 2, 3 and 4, ...; NaN where one is 0, or for a single row.
   */
  public static double cosine(DMatrixRMaj a) {
    int pairs = a.numRows / 2;
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      sum += cosine(a.data, 2 * pair * a.numCols, a.numCols);
    }
    return sum / pairs;
  }

  /**
   * The mean cosine of all pairs of tokens of one text, averaged over the texts; NaN where a token
   * is 0, or for texts of one token.
   *
   * @param a (texts * tokens x width), not modified
   */
  public static double ofTokens(DMatrixRMaj a, int tokens) {
    double pairs = tokens * (tokens - 1.0);
    double sum = 0;
    for (int text = 0; text < a.numRows; text += tokens) {
      DMatrixRMaj directions = new DMatrixRMaj(1, a.numCols);
      for (int row = text; row < text + tokens; row++) {
        DMatrixRMaj token = CommonOps_DDRM.extractRow(a, row, null);
        CommonOps_DDRM.addEquals(directions, 1 / NormOps_DDRM.normF(token), token);
      }
      double length = NormOps_DDRM.normF(directions);
      sum += (length * length - tokens) / pairs;
    }
    return sum / (a.numRows / (double) tokens);
  }

  /** Between the n numbers from here on and the n after them; scaled, so that nothing overflows. */
  private static double cosine(double[] a, int from, int n) {
    double scale = 1 / largest(a, from, n);
    double other = 1 / largest(a, from + n, n);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = from; i < from + n; i++) {
      double x = scale * a[i];
      double y = other * a[i + n];
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double largest(double[] a, int from, int n) {
    double most = 0;
    for (int i = from; i < from + n; i++) {
      most = Math.max(most, Math.abs(a[i]));
    }
    return most;
  }

  /**
   * (sum s^2)^2 / sum s^4 over the singular values s: 1 for equal rows, the number of rows for
   * orthogonal ones of one length. It needs no singular value: with G = A A^T or A^T A, whichever
   * is smaller, it is tr(G)^2 / |G|^2.
   */
  public static double rank(DMatrixRMaj a, MatrixProduct product) {
    double largest = CommonOps_DDRM.elementMaxAbs(a);
    if (largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
      return largest == 0 ? 0 : Double.NaN;
    }
    DMatrixRMaj scaled = new DMatrixRMaj(0, 0);
    CommonOps_DDRM.divide(a, largest, scaled);
    DMatrixRMaj gram = new DMatrixRMaj(0, 0);
    if (a.numRows <= a.numCols) {
      product.timesTransposed(scaled, scaled, gram);
    } else {
      product.transposedTimes(scaled, scaled, gram);
    }
    double trace = CommonOps_DDRM.trace(gram);
    double norm = NormOps_DDRM.normF(gram);
    return trace / norm * (trace / norm);
  }
}
