package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * W ~ N(0, std^2), whatever the layer's width.
 *
 * @param std standard deviation of a weight, 0 or more
 */
public record Normal(double std) implements BuiltIn {

  public Normal {
    Args.notNegative(std, "std", "Pass a standard deviation; a variance v has std sqrt(v).");
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    Distribution.NORMAL.fill(std, rng, w, shape.size());
  }

  @Override
  public Law lawOf(WeightShape shape) {
    return Law.normal("N(0, std^2), std = " + Numbers.brief(std, 6), std);
  }

  @Override
  public String name() {
    return "normal, std " + Numbers.brief(std, 6);
  }

  @Override
  public String toString() {
    return name();
  }
}
