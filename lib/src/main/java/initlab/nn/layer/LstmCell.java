package initlab.nn.layer;

import java.util.Arrays;

/**
 * One step of an LSTM for one sample, forward and back, on a row of the matrices of all steps. In a
 * row of gates i f g o lie side by side.
 */
final class LstmCell {
  private final double[] gates;
  private final double[] c;
  private final double[] squashed;
  private final int n;

  /**
   * On these matrices.
   *
   * @param gates (rows x 4 hidden), of pre-activations before a step and of gates after it
   * @param c (rows x hidden)
   * @param squashed tanh(c) (rows x hidden)
   */
  LstmCell(double[] gates, double[] c, double[] squashed, int hidden) {
    this.gates = gates;
    this.c = c;
    this.squashed = squashed;
    n = hidden;
  }

  /** Writes gates, c(t), tanh(c(t)) and h(t) of a row; the row before is the step before. */
  void forward(int row, boolean first, double[] h) {
    int at = row * n;
    int g = 4 * at;
    GateFunctions.sigmoid(gates, g, 2 * n);
    GateFunctions.tanh(gates, g + 2 * n, gates, g + 2 * n, n);
    GateFunctions.sigmoid(gates, g + 3 * n, n);
    for (int j = 0; j < n; j++) {
      c[at + j] = gates[g + j] * gates[g + 2 * n + j];
    }
    if (!first) {
      for (int j = 0; j < n; j++) {
        c[at + j] += gates[g + n + j] * c[at - n + j];
      }
    }
    GateFunctions.tanh(c, at, squashed, at, n);
    for (int j = 0; j < n; j++) {
      h[at + j] = gates[g + 3 * n + j] * squashed[at + j];
    }
  }

  /**
   * Writes dL/d(pre-activations) of a row, and makes of dL/dc(t) dL/dc(t - 1).
   *
   * @param dh dL/dh (rows x hidden), not modified
   * @param dc what later steps send back along c, in the row from k on
   * @param out dL/d(pre-activations) (rows x 4 hidden)
   */
  void backward(int row, boolean first, double[] dh, double[] dc, int k, double[] out) {
    int at = row * n;
    int g = 4 * at;
    for (int j = 0; j < n; j++) {
      double o = gates[g + 3 * n + j];
      double s = squashed[at + j];
      out[g + 3 * n + j] = dh[at + j] * s * o * (1 - o);
      dc[k + j] += dh[at + j] * o * (1 - s * s);
    }
    for (int j = 0; j < n; j++) {
      double i = gates[g + j];
      double a = gates[g + 2 * n + j];
      out[g + j] = dc[k + j] * a * i * (1 - i);
      out[g + 2 * n + j] = dc[k + j] * i * (1 - a * a);
    }
    if (first) {
      Arrays.fill(out, g + n, g + 2 * n, 0); // f(1) multiplies c(0) = 0
      return;
    }
    for (int j = 0; j < n; j++) {
      double f = gates[g + n + j];
      out[g + n + j] = dc[k + j] * c[at - n + j] * f * (1 - f);
      dc[k + j] *= f;
    }
  }
}
