package initlab.math;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The numerical rank of a matrix: how many singular values stand above rounding. */
public final class Rank {
  private Rank() {}

  /** The rank with relative tolerance max(rows, cols) 2^-52, the one of MATLAB and NumPy. */
  public static int of(DMatrixRMaj matrix) {
    return of(matrix, Math.max(matrix.numRows, matrix.numCols) * Math.ulp(1.0));
  }

  /**
   * The number of singular values above tolerance times the largest; 0 for the zero matrix. The
   * matrix is not modified.
   *
   * @throws IllegalArgumentException if tolerance is negative, or an entry is NaN or infinite
   */
  public static int of(DMatrixRMaj matrix, double tolerance) {
    Args.notNegative(tolerance, "the tolerance", "1e-12 is usual in double.");
    double[] values = singularValues(matrix);
    double largest = 0;
    for (double s : values) {
      largest = Math.max(largest, s);
    }
    int rank = 0;
    for (double s : values) {
      rank += s > tolerance * largest ? 1 : 0;
    }
    return rank;
  }

  private static double[] singularValues(DMatrixRMaj matrix) {
    if (MatrixFeatures_DDRM.hasUncountable(matrix)) {
      throw Args.bad("an entry", "NaN or infinite", "finite", "Look where training diverged.");
    }
    var svd = DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
    if (!svd.decompose(matrix.copy())) {
      throw new ArithmeticException("The singular values of this matrix were not found.");
    }
    return svd.getSingularValues();
  }
}
