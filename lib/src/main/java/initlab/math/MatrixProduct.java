package initlab.math;

import org.ejml.data.DMatrixRMaj;

/**
 * Products, sliding windows, mirrors and QR: by OpenBLAS where it loads, and by plain Java
 * elsewhere.
 *
 * <p>The two implementations agree to 1e-12 relative to the product's norm: OpenBLAS where it
 * loads, and plain Java, whose sums run in one fixed order, so that equal columns give exactly
 * equal results. QR runs in plain Java in both. All are safe to call from several threads.
 */
public interface MatrixProduct {

  /** out = a b, for a (m x k) and b (k x n); out is reshaped to (m x n) and overwritten. */
  void times(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out);

  /** out = a b^T, for a (m x k) and b (n x k); out is reshaped to (m x n) and overwritten. */
  void timesTransposed(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out);

  /** out = a^T b, for a (k x m) and b (k x n); out is reshaped to (m x n) and overwritten. */
  void transposedTimes(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj out);

  /**
   * Applies mirrors to the identity: for v (m x n) with m &lt;= n, whose row i holds a vector v_i
   * of squared length 2 from its column i on, overwrites v by the first m rows of H_m ... H_2 H_1,
   * with H_i = I - v_i^T v_i. They are orthonormal. v must be 0 left of its diagonal.
   */
  void reflectIdentity(DMatrixRMaj v);

  /**
   * Householder QR by rows: for a (m x n) with m &lt;= n and a^T = Q R, overwrites a with Q^T,
   * whose m rows are orthonormal.
   *
   * @return the diagonal of R, m numbers, whose signs are the factorization's own choice
   * @throws IllegalArgumentException if a has more rows than columns
   */
  default double[] orthonormalizeRows(DMatrixRMaj a) {
    return plain().orthonormalizeRows(a);
  }

  /**
   * y(i) = sum over taps t of x(i + shift(t)) W(t), line by line: a convolution of lines.
   *
   * @param x (lines length x in)
   * @param w the W(t) one below another, (taps in / groups x out)
   * @param y (lines count x out), overwritten
   */
  default void gather(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj w, DMatrixRMaj y) {
    plain().gather(window, x, w, y);
  }

  /**
   * The way back from y to x: x(j) = the sum of y(i) W(t)^T over all i and t with i + shift(t) = j.
   * Shapes as in {@link #gather}; x is overwritten.
   */
  default void spread(SlidingWindow window, DMatrixRMaj y, DMatrixRMaj w, DMatrixRMaj x) {
    plain().spread(window, y, w, x);
  }

  /**
   * The way back from y to W: W(t) = W(t) + sum over i of x(i + shift(t))^T y(i). Shapes as in
   * {@link #gather}; w is added to.
   */
  default void addWeights(SlidingWindow window, DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj w) {
    plain().addWeights(window, x, y, w);
  }

  /** The fastest implementation that works on this machine. */
  static MatrixProduct fastest() {
    return FastestProduct.INSTANCE;
  }

  /** Plain Java: slower, exact in its ties, and available everywhere. */
  static MatrixProduct plain() {
    return PlainProduct.INSTANCE;
  }
}
