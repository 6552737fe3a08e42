package initlab.math;

import org.ejml.data.DMatrixRMaj;

/**
 * The one place where matrices are multiplied.
 *
 * <p>Two implementations agree to 1e-12 relative to the product's norm: OpenBLAS where it loads,
 * and plain Java, whose sums run in one fixed order, so that equal columns give exactly equal
 * results. All are safe to call from several threads.
 */
public interface MatrixProduct {

  /** out = a b, for a (m x k) and b (k x n); out is reshaped to (m x n) and overwritten. */
  void times(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out);

  /** out = a b^T, for a (m x k) and b (n x k); out is reshaped to (m x n) and overwritten. */
  void timesTransposed(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out);

  /** out = a^T b, for a (k x m) and b (k x n); out is reshaped to (m x n) and overwritten. */
  void transposedTimes(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out);

  /**
   * Householder QR by rows: for a (m x n) with m &lt;= n and a^T = Q R, overwrites a with Q^T,
   * whose m rows are orthonormal.
   *
   * @return the diagonal of R, m numbers, whose signs are the factorization's own choice
   * @throws IllegalArgumentException if a has more rows than columns
   */
  double[] orthonormalizeRows(DMatrixRMaj a);

  /** The fastest implementation that works on this machine. */
  static MatrixProduct fastest() {
    return FastestProduct.INSTANCE;
  }

  /** Plain Java: slower, exact in its ties, and available everywhere. */
  static MatrixProduct plain() {
    return PlainProduct.INSTANCE;
  }
}
