package initlab.train;

import initlab.math.Moments;
import initlab.nn.Gradients;
import initlab.nn.layer.Dense;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The weights and biases of one layer, or of several layers that share them. */
final class LayerParameters {
  private final Dense dense;
  private final List<Integer> layers;
  private final Optimizer.Updater weights;
  private final Optimizer.Updater bias;
  private final DMatrixRMaj before = new DMatrixRMaj(0, 0);

  LayerParameters(Dense dense, List<Integer> layers, Optimizer rule) {
    this.dense = dense;
    this.layers = List.copyOf(layers);
    this.weights = rule.begin(dense.weights().getNumElements());
    this.bias = rule.begin(dense.bias().length);
  }

  /** The first layer that uses them, 1 ... L. */
  int layer() {
    return layers.get(0);
  }

  void step(Gradients gradients) {
    DMatrixRMaj w = dense.weights();
    before.setTo(w);
    DMatrixRMaj dw = gradients.weights(layer());
    double[] db = gradients.bias(layer());
    for (int other : layers.subList(1, layers.size())) { // a shared weight's gradient is the sum
      CommonOps_DDRM.addEquals(dw, gradients.weights(other));
      add(db, gradients.bias(other));
    }
    weights.step(w.data, dw.data, w.getNumElements());
    bias.step(dense.bias(), db, db.length);
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /** std of the last update of the weights / std of the weights before it; NaN before the first. */
  double updateRatio() {
    if (before.getNumElements() == 0) {
      return Double.NaN;
    }
    DMatrixRMaj update = CommonOps_DDRM.subtract(dense.weights(), before, null);
    return Moments.of(update).std() / Moments.of(before).std();
  }
}
