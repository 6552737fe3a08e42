package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Biases (1 x classes) from how frequent classes are: b(k) = ln(count(k)) less the mean of all.
 *
 * @param counts of each class, positive
 */
record LogCounts(List<Double> counts) implements BuiltIn {
  private static final String NAME = "prior of classes";

  LogCounts {
    counts = List.copyOf(counts);
    Args.atLeast(2, counts.size(), "the number of classes", "Of yes or no, pass how often yes is.");
    for (int k = 0; k < counts.size(); k++) {
      if (counts.get(k) == 0) {
        throw Args.bad(
            "the count of class " + k + " (from 0)",
            counts.get(k),
            "above 0, for ln 0 is no bias",
            "A class without examples is rare, not impossible: add 1 to every count.");
      }
      Args.positive(counts.get(k), "the count of class " + k + " (from 0)", "Count its examples.");
    }
  }

  private double mean() {
    return counts.stream().mapToDouble(Math::log).average().orElse(0);
  }

  private void fits(WeightShape shape) {
    if (shape.rows() != 1 || shape.cols() != counts.size()) {
      throw Args.bad(
          "the shape for " + NAME,
          shape,
          "1 x " + counts.size() + ", a bias for each class",
          "Name the output layer's biases: on(\"3.b\", Init.prior(...)).");
    }
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    fits(shape);
    double mean = mean();
    for (int k = 0; k < counts.size(); k++) {
      w[k] = Math.log(counts.get(k)) - mean;
    }
  }

  @Override
  public Law lawOf(WeightShape shape) {
    fits(shape);
    double mean = mean();
    double[] b = counts.stream().mapToDouble(count -> Math.log(count) - mean).toArray();
    double squares = 0;
    double low = 0;
    double high = 0;
    for (double bias : b) {
      squares += bias * bias / b.length;
      low = Math.min(low, bias);
      high = Math.max(high, bias);
    }
    double std = Math.sqrt(squares);
    return new Law(
        "b = ln count - mean, std = " + Numbers.brief(std, 6) + " over classes", 0, std, low, high);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
