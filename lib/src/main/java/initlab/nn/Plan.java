package initlab.nn;

import initlab.init.Initializer;
import initlab.math.MatrixProduct;
import java.util.List;

/** A network without weights. How it begins is the one thing left open. */
public interface Plan {

  /** The layers from input to output; each takes as many values as the one before it gives. */
  List<LayerPlan> layers();

  /** What multiplies the matrices of this network. */
  default MatrixProduct product() {
    return MatrixProduct.fastest();
  }

  /**
   * The layer, 1 ... L, whose weights this layer uses: its own number, unless the plan ties it to
   * an earlier layer.
   */
  default int weightsOf(int layer) {
    return layer;
  }

  /** How many values go in. */
  default int inputs() {
    return layers().get(0).shape().rows();
  }

  /** The network with weights drawn by this rule; layer l draws from stream l of the seed. */
  default Network init(Initializer weights, long seed) {
    return init(Start.drawn(weights), seed);
  }

  /** The network as this start begins it. */
  default Network init(Start start, long seed) {
    return start.start(this, seed);
  }
}
