package initlab.nn;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.math.MatrixProduct;
import initlab.nn.layer.Dense;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
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

  /** The network of this plan with zero weights and biases; tied layers are one layer. */
  public static Network blank(Plan plan) {
    List<Dense> layers = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      int owner = plan.weightsOf(layers.size() + 1);
      layers.add(owner <= layers.size() ? layers.get(owner - 1) : Dense.blank(layer));
    }
    return new Network(layers, plan.product());
  }

  /**
   * A network of this plan in which layers of one shape share one matrix: for nets too deep for the
   * memory, whose weights are drawn when a pass reaches them, and drawn again on the way back.
   */
  public static Network oneMatrix(Plan plan) {
    Map<LayerPlan, Dense> made = new HashMap<>();
    return new Network(
        plan.layers().stream().map(layer -> made.computeIfAbsent(layer, Dense::blank)).toList(),
        plan.product());
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
    return forward(x, trace, l -> {});
  }

  /**
   * The same, telling of each layer as soon as z(l) and a(l) are there.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Trace forward(DMatrixRMaj x, Trace trace, IntConsumer reached) {
    Args.atLeast(1, x.numRows, "the number of samples", "Pass at least one row.");
    takes(layers.get(0), x.numCols, "the input");
    trace.input(x);
    for (int l = 1; l <= depth(); l++) {
      Progress.checkInterrupted();
      layer(l).preActivation(trace.a(l - 1), trace.z(l), product);
      layer(l).activate(trace.z(l), trace.a(l));
      reached.accept(l);
    }
    return trace;
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
    return backward(trace, output, gradients, l -> {});
  }

  /**
   * The same, telling of each layer as soon as the gradients of its weights and of a(l - 1) are
   * there.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Gradients backward(
      Trace trace, DMatrixRMaj output, Gradients gradients, IntConsumer reached) {
    gradients.a(depth()).setTo(output);
    for (int l = depth(); l >= 1; l--) {
      Progress.checkInterrupted();
      backward(l, trace, gradients);
      reached.accept(l);
    }
    return gradients;
  }

  private void backward(int l, Trace trace, Gradients gradients) {
    Dense layer = layer(l);
    DMatrixRMaj dz = gradients.z(l);
    dz.setTo(gradients.a(l));
    layer.backThroughActivation(trace.z(l), dz);
    if (gradients.hasWeights()) {
      product.transposedTimes(trace.a(l - 1), dz, gradients.weights(l));
      gradients.sumBias(l, layer.bias().length);
    }
    product.timesTransposed(dz, layer.weights(), gradients.a(l - 1));
  }

  @Override
  public String toString() {
    return "network, " + depth() + " layers: " + chain();
  }

  /** Such as "256 -> 256 ReLU (50 times)". */
  private String chain() {
    StringBuilder s = new StringBuilder();
    for (int l = 0, same; l < depth(); l += same) {
      String words = layers.get(l).toString();
      same = 1;
      while (l + same < depth() && layers.get(l + same).toString().equals(words)) {
        same++;
      }
      s.append(l == 0 ? "" : ", ").append(words).append(same > 1 ? " (" + same + " times)" : "");
    }
    return s.toString();
  }
}
