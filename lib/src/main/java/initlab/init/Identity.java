package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * gain on the diagonal, zeros elsewhere, any rectangle: the layer passes its first inputs on.
 *
 * @param gain finite
 */
public record Identity(double gain) implements BuiltIn {

  public Identity {
    Args.finite(gain, "gain", "Use 1 to pass inputs on as they are.");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    Arrays.fill(w, 0, shape.size(), 0);
    for (int i = 0; i < diagonal(shape); i++) {
      w[i * shape.cols() + i] = gain;
    }
  }

  /** The length of the diagonal. */
  private static int diagonal(WeightShape shape) {
    if (shape.kernel() != null) {
      throw Args.bad("the shape for identity", shape, "a matrix", "Use Init.dirac() instead.");
    }
    return Math.min(shape.rows(), shape.cols());
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double share = (double) diagonal(shape) / shape.size();
    return Law.pattern("W = " + Numbers.brief(gain, 6) + " on the diagonal, 0 off it", gain, share);
  }

  @Override
  public String name() {
    return GainWords.name("identity", 1, gain);
  }

  @Override
  public String toString() {
    return name();
  }
}
