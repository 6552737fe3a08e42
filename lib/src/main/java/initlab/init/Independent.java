package initlab.init;

import initlab.math.Args;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * Independent zero-mean weights of one standard deviation, whatever the layer's width.
 *
 * @param std standard deviation of a weight, 0 or more
 * @param distribution the law of a weight
 */
public record Independent(double std, Distribution distribution) implements FillingInitializer {

  public Independent {
    Args.notNegative(std, "std", "Pass a standard deviation; a variance v has std sqrt(v).");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    out.reshape(shape.rows(), shape.cols());
    distribution.fill(std, rng, out.data, shape.size());
  }

  @Override
  public OptionalDouble std(WeightShape shape) {
    return OptionalDouble.of(std);
  }

  @Override
  public String name() {
    return distribution.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + ", std "
        + std;
  }

  @Override
  public String toString() {
    return name();
  }
}
