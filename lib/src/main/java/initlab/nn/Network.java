package initlab.nn;

import initlab.math.Args;
import initlab.math.MatrixProduct;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Layers with weights, passed through forward and backward. Layers are counted 1 ... L; 0 is the
 * input.
 */
public final class Network {
  private final List<Dense> layers;
  private final MatrixProduct product;

  /**
   * A network of these layers.
   *
   * @throws IllegalArgumentException if there are none, or one does not take what the one before it
   *     gives
   */
  public Network(List<Dense> layers, MatrixProduct product) {
    this.layers = List.copyOf(layers);
    this.product = product;
    Args.atLeast(1, layers.size(), "the number of layers", "Plan at least one.");
    for (int l = 1; l < layers.size(); l++) {
      takes(layers.get(l), layers.get(l - 1).weights().numCols, "the output of layer " + l);
    }
  }

  private static void takes(Dense layer, int given, String what) {
    if (given != layer.weights().numRows) {
      throw Args.bad(
          "the width of " + what, given, "" + layer.weights().numRows, "Make the two equal.");
    }
  }

  /** The layers, from input to output. */
  public List<Dense> layers() {
    return layers;
  }

  /** Layer 1 ... L. */
  public Dense layer(int layer) {
    return layers.get(layer - 1);
  }

  /** How many layers. */
  public int depth() {
    return layers.size();
  }

  /** What multiplies the matrices of this network. */
  public MatrixProduct product() {
    return product;
  }

  /**
   * Passes a batch forward.
   *
   * @param x (batch x in), not modified, and kept by the trace as a(0)
   * @throws IllegalArgumentException if x is empty or has another width than the first layer takes
   */
  public Trace forward(DMatrixRMaj x) {
    return forward(x, new Trace(depth()));
  }

  /** Passes a batch forward, over what an earlier trace of this network holds. */
  public Trace forward(DMatrixRMaj x, Trace trace) {
    Args.atLeast(1, x.numRows, "the number of samples", "Pass at least one row.");
    takes(layers.get(0), x.numCols, "the input");
    trace.input(x);
    for (int l = 1; l <= depth(); l++) {
      forward(l, trace);
    }
    return trace;
  }

  /** Recomputes z(l) and a(l) from a(l - 1). */
  void forward(int l, Trace trace) {
    layer(l).preActivation(trace.a(l - 1), trace.z(l), product);
    layer(l).activate(trace.z(l), trace.a(l));
  }

  /**
   * Passes a gradient backward.
   *
   * @param trace of the forward pass, not modified
   * @param output dL/da(L) (batch x out), not modified
   */
  public Gradients backward(Trace trace, DMatrixRMaj output) {
    return backward(trace, output, new Gradients(depth()));
  }

  /** Passes a gradient backward, over what an earlier result of this network holds. */
  public Gradients backward(Trace trace, DMatrixRMaj output, Gradients gradients) {
    gradients.a(depth()).setTo(output);
    for (int l = depth(); l >= 1; l--) {
      Dense layer = layer(l);
      DMatrixRMaj dz = gradients.z(l);
      dz.setTo(gradients.a(l));
      layer.backThroughActivation(trace.z(l), dz);
      product.transposedTimes(trace.a(l - 1), dz, gradients.weights(l));
      product.timesTransposed(dz, layer.weights(), gradients.a(l - 1));
      gradients.sumBias(l, layer.bias().length);
    }
    return gradients;
  }
}
