package initlab.nn;

import org.ejml.data.DMatrixRMaj;

/**
 * What a backward pass computed: dL/da(0) ... dL/da(L) and dL/dz(1) ... dL/dz(L), each (batch x
 * width), and dL/dW (in x out) and dL/db of every layer. Can be used again for the next pass.
 */
public final class Gradients {
  private final DMatrixRMaj[] activations;
  private final DMatrixRMaj[] preActivations;
  private final DMatrixRMaj[] weights;
  private final double[][] biases;

  /** Empty gradients for nets of this depth. */
  public Gradients(int depth) {
    this(Trace.empty(depth + 1), Trace.empty(depth), Trace.empty(depth));
  }

  private Gradients(
      DMatrixRMaj[] activations, DMatrixRMaj[] preActivations, DMatrixRMaj[] weights) {
    this.activations = activations;
    this.preActivations = preActivations;
    this.weights = weights;
    biases = new double[preActivations.length][];
  }

  /**
   * Gradients that spare memory: each is there only until the pass has left the layer below.
   *
   * @param weights whether dL/dW and dL/db are computed at all, a third of the work
   */
  public static Gradients passing(int depth, boolean weights) {
    DMatrixRMaj[] dz = Trace.alternating(depth);
    DMatrixRMaj[] dw = weights ? Trace.alternating(depth) : Trace.empty(0);
    return new Gradients(Trace.alternating(depth + 1), dz, dw);
  }

  /** Whether dL/dW and dL/db are computed. */
  public boolean hasWeights() {
    return weights.length > 0;
  }

  /** dL/da for layer 0 (the input) ... L. */
  public DMatrixRMaj a(int layer) {
    return activations[layer];
  }

  /** dL/dz for layer 1 ... L. */
  public DMatrixRMaj z(int layer) {
    return preActivations[layer - 1];
  }

  /** dL/dW for layer 1 ... L (in x out), summed over the batch. */
  public DMatrixRMaj weights(int layer) {
    return weights[layer - 1];
  }

  /** dL/db for layer 1 ... L, summed over the batch; empty for a layer without biases. */
  public double[] bias(int layer) {
    return biases[layer - 1];
  }

  void sumBias(int layer, int size) {
    double[] sum = new double[size];
    DMatrixRMaj dz = z(layer);
    for (int row = 0, i = 0; size > 0 && row < dz.numRows; row++) {
      for (int col = 0; col < size; col++) {
        sum[col] += dz.data[i++];
      }
    }
    biases[layer - 1] = sum;
  }
}
