package initlab.init;

import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * W ~ N(0, g^2 / fan_in) with the gain g of {@link Gain#randomWalk} for the layer's own fan_in: the
 * typical net of this width, not the mean over nets, keeps the size of its signal. Sussillo and
 * Abbott (2014).
 *
 * @param activation what follows the weights: ReLU or linear
 */
public record RandomWalk(Activation activation) implements BuiltIn {

  /** Refuses an activation for which no such gain is known. */
  public RandomWalk {
    Gain.requireRandomWalk(activation);
  }

  private double stdOf(WeightShape shape) {
    return gain(shape) / Math.sqrt(shape.fanIn());
  }

  private double gain(WeightShape shape) {
    return Gain.randomWalk(activation, shape.fanIn());
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    Distribution.NORMAL.fill(stdOf(shape), rng, w, shape.size());
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double std = stdOf(shape);
    String formula =
        String.format(
            Locale.ROOT,
            "std = gain / sqrt(fan_in) = %s / sqrt(%s) = %s, normal",
            b(gain(shape)),
            b(shape.fanIn()),
            b(std));
    return Law.normal(formula, std);
  }

  private static String b(double x) {
    return Numbers.brief(x, 6);
  }

  @Override
  public String name() {
    return activation.equals(Activation.RELU) ? "random walk" : "random walk, linear";
  }

  @Override
  public String toString() {
    return name() + " (gain for " + activation.name() + " by fan_in, normal)";
  }
}
