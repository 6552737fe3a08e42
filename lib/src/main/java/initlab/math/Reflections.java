package initlab.math;

import initlab.base.Args;
import initlab.base.Progress;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Rows of a uniformly distributed (Haar) orthogonal matrix, at half the price of a QR
 * factorization.
 *
 * <p>Householder QR of a Gaussian matrix mirrors its first column x onto a multiple of e1, then
 * goes on with what is left, one row and one column smaller. The mirror depends on x alone, and a
 * mirrored Gaussian is as Gaussian as before: what is left holds fresh independent normals. So
 * nothing needs to be factored. Draw the vectors that QR would have met, x_1 of n normals, x_2 of n
 * - 1, and so on; the product of their mirrors H_1 H_2 ... H_m is Q, and R's diagonal is
 * -sign(x_i1) |x_i|, whose signs fix Q's columns. The law is that of QR with the sign fix, to the
 * letter. Stewart (1980).
 */
public final class Reflections {
  private Reflections() {}

  /**
   * How many normals a slice of m rows takes: n + (n - 1) + ... + (n - m + 1).
   *
   * @throws IllegalArgumentException unless 1 &lt;= m &lt;= n
   */
  public static int normals(int m, int n) {
    Args.atLeast(1, m, "the number of rows", "Ask for one at least.");
    Args.atLeast(m, n, "the number of columns", "Transpose the matrix.");
    return Math.toIntExact((long) m * (2L * n - m + 1) / 2);
  }

  /**
   * Overwrites a (m x n, m &lt;= n), whose data begin with {@link #normals} independent N(0, 1), by
   * scale times m orthonormal rows of a Haar matrix. Both products give the same to 1e-12.
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  public static void haarRows(DMatrixRMaj a, double scale, MatrixProduct by) {
    double[] signs = mirrored(a, by);
    for (int i = 0; i < a.numRows; i++) {
      scaleRow(a, i, scale * signs[i]);
    }
  }

  /**
   * The same without the signs: the rows as Householder QR gives them, whose first entry is never
   * positive. They are orthonormal, but not uniformly distributed.
   */
  public static void rowsWithoutSigns(DMatrixRMaj a, double scale, MatrixProduct by) {
    mirrored(a, by);
    for (int i = 0; i < a.numRows; i++) {
      scaleRow(a, i, scale);
    }
  }

  /** Overwrites a by the rows of all mirrors' product, and returns the signs of R's diagonal. */
  private static double[] mirrored(DMatrixRMaj a, MatrixProduct by) {
    spread(a);
    double[] signs = new double[a.numRows];
    for (int i = 0; i < a.numRows; i++) {
      Progress.checkInterrupted();
      signs[i] = mirror(a.data, i * a.numCols + i, (i + 1) * a.numCols);
    }
    by.reflectIdentity(a);
    return signs;
  }

  private static void scaleRow(DMatrixRMaj a, int row, double factor) {
    for (int j = row * a.numCols; j < (row + 1) * a.numCols; j++) {
      a.data[j] *= factor;
    }
  }

  /**
   * Moves x_1, x_2, ... from the front of the data to their rows, from the diagonal on; 0 before.
   */
  private static void spread(DMatrixRMaj a) {
    int m = a.numRows;
    int n = a.numCols;
    int from = normals(m, n);
    for (int i = m - 1; i >= 0; i--) {
      from -= n - i;
      System.arraycopy(a.data, from, a.data, i * n + i, n - i);
      Arrays.fill(a.data, i * n, i * n + i, 0);
    }
  }

  /**
   * Turns x, which lies from {@code from} to {@code to}, into the v whose mirror I - v v^T sends x
   * to a multiple of e1: v = (x + sign(x1) |x| e1) / sqrt(|x| (|x| + |x1|)), so that |v|^2 = 2.
   *
   * @return the sign of that multiple, -sign(x1)
   */
  private static double mirror(double[] a, int from, int to) {
    double squares = 0;
    for (int j = from; j < to; j++) {
      squares += a[j] * a[j];
    }
    double norm = Math.sqrt(squares);
    double first = a[from];
    double scale = 1 / Math.sqrt(norm * (norm + Math.abs(first)));
    a[from] += Math.copySign(norm, first);
    for (int j = from; j < to; j++) {
      a[j] *= scale;
    }
    return -Math.copySign(1, first);
  }
}
