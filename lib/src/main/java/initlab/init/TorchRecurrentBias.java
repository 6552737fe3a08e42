package initlab.init;

import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The sum of the two biases that PyTorch's recurrent layers add for each gate, each U(-l, l), l = 1
 * / sqrt(hidden): where a layer has one bias in their place, it starts as theirs only by this law.
 */
record TorchRecurrentBias() implements BuiltIn {

  private static double limit(WeightShape shape) {
    return 1 / Math.sqrt(shape.cols());
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    double limit = limit(shape);
    for (int i = 0; i < shape.size(); i++) {
      w[i] = 2 * limit * (rng.nextDouble() + rng.nextDouble() - 1);
    }
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double limit = limit(shape);
    double std = limit * Math.sqrt(2.0 / 3);
    String formula =
        String.format(
            Locale.ROOT,
            "the sum of two U(-l, l), l = 1 / sqrt(hidden) = 1 / sqrt(%d), std = l sqrt(2 / 3) = %s",
            shape.cols(),
            Numbers.brief(std, 6));
    return Law.within(formula, std, 2 * limit);
  }

  @Override
  public String name() {
    return "PyTorch RNN, two biases";
  }

  @Override
  public String toString() {
    return name();
  }
}
