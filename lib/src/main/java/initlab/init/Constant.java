package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Every weight the same: all neurons of a layer are then one neuron.
 *
 * @param value of every weight, finite
 */
public record Constant(double value) implements BuiltIn {

  public Constant {
    Args.finite(value, "the constant", "Weights must be numbers.");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    Arrays.fill(w, 0, shape.size(), value);
  }

  @Override
  public Law lawOf(WeightShape shape) {
    return new Law("W = " + Numbers.brief(value, 6), value, 0, value, value);
  }

  @Override
  public String name() {
    return value == 0 ? "zeros" : value == 1 ? "ones" : "constant " + Numbers.brief(value, 6);
  }

  @Override
  public String toString() {
    return name();
  }
}
