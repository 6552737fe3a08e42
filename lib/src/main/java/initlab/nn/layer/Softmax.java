package initlab.nn.layer;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** exp of each row, divided by its sum: p_j = exp(s z_j) / sum of exp(s z_i), both ways. */
final class Softmax {
  private Softmax() {}

  /**
   * In place, for a positive scale s.
   *
   * @param causal whether row i stops at column i, and is 0 behind it
   */
  static void rows(DMatrixRMaj z, double scale, boolean causal) {
    for (int row = 0; row < z.numRows; row++) {
      int from = row * z.numCols;
      int to = from + (causal ? row + 1 : z.numCols);
      row(z.data, from, to, scale);
      Arrays.fill(z.data, to, from + z.numCols, 0);
    }
  }

  private static void row(double[] z, int from, int to, double scale) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, z[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      z[i] = Math.exp(scale * (z[i] - most));
      sum += z[i];
    }
    double each = 1 / sum;
    for (int i = from; i < to; i++) {
      z[i] *= each;
    }
  }

  /**
   * dL/dz of each row from dL/dp, in place: s p_j (dp_j - sum of p_i dp_i). Where p mixes values to
   * o = p v, that sum is o dL/do.
   *
   * @param o (rows x values)
   * @param dout dL/do (rows x values)
   * @param dp holds dL/dp, and dL/dz afterwards
   */
  static void backward(
      DMatrixRMaj p, DMatrixRMaj o, DMatrixRMaj dout, double scale, DMatrixRMaj dp) {
    for (int row = 0; row < p.numRows; row++) {
      double sum = 0;
      for (int i = row * o.numCols; i < (row + 1) * o.numCols; i++) {
        sum += o.data[i] * dout.data[i];
      }
      for (int i = row * p.numCols; i < (row + 1) * p.numCols; i++) {
        dp.data[i] = scale * p.data[i] * (dp.data[i] - sum);
      }
    }
  }
}
