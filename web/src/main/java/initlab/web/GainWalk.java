package initlab.web;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.math.Gaussian;
import initlab.study.experiment.GainTable;
import initlab.theory.MeanField;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * An activation under the density of its pre-activations, and what a gain makes of their variance
 * layer by layer, by theory for wide layers.
 *
 * @param x from -4 to 4
 * @param y the activation there
 * @param slope its slope
 * @param density of N(0, 1)
 * @param power p: a variance that is off by a small factor k is off by k^p a layer later; NaN where
 *     it cannot be integrated
 * @param from the variances that the walks begin with
 * @param walks one behind the other, each from layer 0 on
 */
public record GainWalk(
    double[] x,
    double[] y,
    double[] slope,
    double[] density,
    double power,
    double[] from,
    double[] walks) {
  private static final int HALF = 60;
  private static final double FAR = 4;

  static GainWalk of(Activation f, double gain, int layers) {
    Args.positive(gain, "the gain", "1 is LeCun's rule.");
    Args.atLeast(1, layers, "the number of layers", "20 show where a gain leads.");
    double[] x = IntStream.rangeClosed(-HALF, HALF).mapToDouble(i -> FAR * i / HALF).toArray();
    double[] from = {1, 2, 0.5};
    double[] walks = new double[from.length * (layers + 1)];
    for (int walk = 0; walk < from.length; walk++) {
      walk(MeanField.of(f).gain(gain), from[walk], walks, walk * (layers + 1), layers);
    }
    return new GainWalk(
        x, each(x, f::apply), each(x, f::slope), each(x, Gaussian::density), power(f), from, walks);
  }

  private static double[] each(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  private static void walk(MeanField field, double q, double[] into, int at, int layers) {
    into[at] = q;
    for (int layer = 1; layer <= layers; layer++) {
      into[at + layer] = field.variance(Math.min(into[at + layer - 1], Double.MAX_VALUE));
    }
  }

  private static double power(Activation f) {
    try {
      return GainTable.power(f);
    } catch (IllegalArgumentException none) {
      return Double.NaN;
    }
  }
}
