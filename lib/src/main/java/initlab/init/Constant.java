package initlab.init;

import initlab.math.Args;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** Every weight the same: all neurons of a layer are then one neuron. */
public record Constant(double value) implements FillingInitializer {

  public Constant {
    Args.finite(value, "the constant", "Weights must be numbers.");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    out.reshape(shape.rows(), shape.cols());
    out.fill(value);
  }

  @Override
  public OptionalDouble std(WeightShape shape) {
    return OptionalDouble.of(0);
  }

  @Override
  public String name() {
    return value == 0 ? "zeros" : value == 1 ? "ones" : "constant " + value;
  }

  @Override
  public String toString() {
    return name();
  }
}
