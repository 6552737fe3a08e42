package initlab.math;

import initlab.base.Args;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;

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
    double[] values = SingularOps_DDRM.singularValues(Matrices.finite(matrix, "the matrix"));
    double least = tolerance * Arrays.stream(values).max().orElse(0);
    return (int) Arrays.stream(values).filter(s -> s > least).count();
  }
}
