package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Progress;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * W ~ U(low, high), whatever the layer's width; its standard deviation is (high - low) / sqrt(12).
 *
 * @param low finite
 * @param high finite, above low
 */
public record Uniform(double low, double high) implements BuiltIn {
  private static final double SQRT_12 = Math.sqrt(12);

  public Uniform {
    Args.finite(low, "low", "Weights must be numbers.");
    Args.finite(high, "high", "Weights must be numbers.");
    Args.finite(high - low, "high - low", "Bring the bounds closer together.");
    if (!(low < high)) {
      throw Args.bad("low", low, "below high, which is " + Numbers.exact(high), "Swap the bounds.");
    }
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    double width = high - low;
    for (int i = 0; i < shape.size(); i++) {
      Progress.checkInterrupted(i);
      w[i] = Math.min(low + width * rng.nextDouble(), high);
    }
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double std = (high - low) / SQRT_12;
    String formula = "U(low, high), std = (high - low) / sqrt(12) = " + Numbers.brief(std, 6);
    return new Law(formula, low + 0.5 * (high - low), std, low, high);
  }

  @Override
  public String name() {
    return low == -high
        ? "uniform, limit " + Numbers.brief(high, 6)
        : "uniform, " + Numbers.brief(low, 6) + " to " + Numbers.brief(high, 6);
  }

  @Override
  public String toString() {
    return name();
  }
}
