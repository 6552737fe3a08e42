package initlab.nn.layer;

/**
 * One step of a GRU for one sample, forward and back, on a row of the matrices of all steps. In a
 * row of gates r z n lie side by side.
 */
final class GruCell {
  private final double[] gates;
  private final double[] candidate;
  private final double[] h;
  private final int size;

  /**
   * On these matrices.
   *
   * @param gates (rows x 3 hidden), of pre-activations before a step and of gates after it
   * @param candidate h(t - 1) U_n + bhn, what r lets through (rows x hidden)
   * @param h (rows x hidden)
   */
  GruCell(double[] gates, double[] candidate, double[] h, int hidden) {
    this.gates = gates;
    this.candidate = candidate;
    this.h = h;
    size = hidden;
  }

  /** Writes gates and h(t) of a row; the row before is the step before. */
  void forward(int row, boolean first) {
    int at = row * size;
    int r = 3 * at;
    int z = r + size;
    int n = z + size;
    GateFunctions.sigmoid(gates, r, 2 * size);
    for (int j = 0; j < size; j++) {
      gates[n + j] += gates[r + j] * candidate[at + j];
    }
    GateFunctions.tanh(gates, n, gates, n, size);
    for (int j = 0; j < size; j++) {
      h[at + j] = (1 - gates[z + j]) * gates[n + j];
    }
    if (!first) {
      for (int j = 0; j < size; j++) {
        h[at + j] += gates[z + j] * h[at - size + j];
      }
    }
  }

  /**
   * Writes dL/d(pre-activations) of a row, and adds to dL/dh(t - 1) what z lets through.
   *
   * @param dh dL/dh (rows x hidden)
   * @param byInput dL/d(what x(t) W enters) (rows x 3 hidden)
   * @param byState dL/d(what h(t - 1) U enters), the same but for n, where r stands between
   */
  void backward(int row, boolean first, double[] dh, double[] byInput, double[] byState) {
    int at = row * size;
    int r = 3 * at;
    int z = r + size;
    int n = z + size;
    for (int j = 0; j < size; j++) {
      double a = gates[n + j];
      double open = gates[r + j];
      byInput[n + j] = dh[at + j] * (1 - gates[z + j]) * (1 - a * a);
      byState[n + j] = byInput[n + j] * open;
      byInput[r + j] = byInput[n + j] * candidate[at + j] * open * (1 - open);
      byState[r + j] = byInput[r + j];
    }
    for (int j = 0; j < size; j++) {
      double keep = gates[z + j];
      double before = first ? 0 : h[at - size + j];
      byInput[z + j] = dh[at + j] * (before - gates[n + j]) * keep * (1 - keep);
      byState[z + j] = byInput[z + j];
    }
    if (!first) {
      for (int j = 0; j < size; j++) {
        dh[at - size + j] += dh[at + j] * gates[z + j];
      }
    }
  }
}
