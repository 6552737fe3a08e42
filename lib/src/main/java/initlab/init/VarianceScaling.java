package initlab.init;

import initlab.math.Args;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * The one rule behind Xavier, He and LeCun: Var(W) = scale / fan.
 *
 * @param name what figures call it
 * @param scale positive and finite; the gain squared
 * @param mode which fan divides
 * @param distribution the law of a weight
 */
public record VarianceScaling(String name, double scale, FanMode mode, Distribution distribution)
    implements FillingInitializer {

  public VarianceScaling {
    Args.positive(scale, "scale", "Use 1 for linear or tanh layers, 2 for ReLU; or Init.zeros().");
  }

  /** The same rule over another fan. */
  public VarianceScaling mode(FanMode other) {
    return new VarianceScaling(name, scale, other, distribution);
  }

  /** The same rule with scale = gain^2. */
  public VarianceScaling gain(double gain) {
    return new VarianceScaling(name, gain * gain, mode, distribution);
  }

  @Override
  public VarianceScaling named(String other) {
    return new VarianceScaling(other, scale, mode, distribution);
  }

  @Override
  public OptionalDouble std(WeightShape shape) {
    return OptionalDouble.of(Math.sqrt(scale / mode.of(shape)));
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    out.reshape(shape.rows(), shape.cols());
    distribution.fill(Math.sqrt(scale / mode.of(shape)), rng, out.data, shape.size());
  }

  @Override
  public String toString() {
    return name + " (variance " + scale + " / fan " + mode + ", " + distribution + ")";
  }
}
