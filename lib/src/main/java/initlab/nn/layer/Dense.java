package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import initlab.nn.LayerPlan;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * A dense layer: z = x W + b, a = f(z), for x (batch x in) and W (in x out).
 *
 * @param weights W (in x out), changed in place by training
 * @param bias b, one number for each output, changed in place by training; empty for a layer
 *     without
 * @param activation f
 */
public record Dense(DMatrixRMaj weights, double[] bias, Activation activation) {

  public Dense {
    if (bias.length != 0 && bias.length != weights.numCols) {
      throw Args.bad(
          "the number of biases", bias.length, "0 or " + weights.numCols, "One for each output.");
    }
  }

  /** The layer of this plan with zero weights. */
  public static Dense blank(LayerPlan plan) {
    DMatrixRMaj weights = new DMatrixRMaj(plan.shape().rows(), plan.shape().cols());
    return new Dense(weights, new double[plan.bias() ? weights.numCols : 0], plan.activation());
  }

  /** Draws the weights of this shape anew; biases become 0. */
  public void draw(WeightShape shape, Initializer rule, UniformRandomProvider rng) {
    rule.fill(shape, rng, weights);
    Arrays.fill(bias, 0);
  }

  /** z = x W + b; x is not modified, z (batch x out) is overwritten. */
  public void preActivation(DMatrixRMaj x, DMatrixRMaj z, MatrixProduct product) {
    product.times(x, weights, z);
    for (int row = 0, i = 0; bias.length > 0 && row < z.numRows; row++) {
      for (double b : bias) {
        z.data[i++] += b;
      }
    }
  }

  /** a = f(z); z is not modified, a is overwritten. */
  public void activate(DMatrixRMaj z, DMatrixRMaj a) {
    a.reshape(z.numRows, z.numCols);
    activation.apply(z.data, a.data, z.getNumElements());
  }

  /** Turns dL/da into dL/dz = dL/da f'(z), in place; z is not modified. */
  public void backThroughActivation(DMatrixRMaj z, DMatrixRMaj gradient) {
    activation.backward(z.data, gradient.data, z.getNumElements());
  }

  @Override
  public String toString() {
    return weights.numRows + " -> " + weights.numCols + " " + activation.name();
  }
}
