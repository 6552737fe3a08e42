package initlab.web;

import initlab.init.Activation;
import initlab.theory.MeanField;
import java.util.stream.IntStream;

/**
 * The plane of sigma_w and sigma_b: by how many decades a layer multiplies the second moment of
 * gradients, log10 chi, once the forward pass has settled. Mean-field theory of wide layers, from a
 * {@link MomentTable}, good to a hundredth of a decade where the variance settles.
 *
 * @param weights the values of sigma_w
 * @param biases the values of sigma_b
 * @param decades a row for each sigma_b, one behind the other
 */
public record Plane(double[] weights, double[] biases, double[] decades) {
  private static final int COLUMNS = 36;
  private static final int ROWS = 16;
  private static final double LEAST_WEIGHT = 0.5;
  private static final double MOST_WEIGHT = 3;
  private static final int LAYERS = 300;
  private static final double SAME = 1e-7;

  static Plane of(Activation f) {
    MeanField field = MeanField.of(f);
    MomentTable table = new MomentTable(field);
    double[] weights = between(LEAST_WEIGHT, MOST_WEIGHT, COLUMNS);
    double[] biases = allBiases();
    double[] decades = new double[COLUMNS * ROWS];
    for (int i = 0; i < decades.length; i++) {
      double sigmaW = weights[i % COLUMNS];
      double sigmaB = biases[i / COLUMNS];
      decades[i] = Math.log10(chi(table, sigmaW * sigmaW, sigmaB * sigmaB));
    }
    return new Plane(weights, biases, decades);
  }

  private static double[] between(double lo, double hi, int steps) {
    return IntStream.range(0, steps).mapToDouble(i -> lo + (hi - lo) * i / (steps - 1)).toArray();
  }

  /** chi where the variance map leads from 1. */
  private static double chi(MomentTable table, double weightVariance, double biasVariance) {
    double q = 1;
    for (int layer = 0; layer < LAYERS; layer++) {
      double next = weightVariance * table.activation(q) + biasVariance;
      if (Math.abs(next - q) <= SAME * q) {
        break;
      }
      q = next;
    }
    return weightVariance * table.slope(q);
  }

  /** The values of sigma_b that every plane has. */
  static double[] allBiases() {
    return between(0, 1, ROWS);
  }

  /** sigma_w with chi = 1 for each sigma_b; NaN where there is none, or none is known. */
  static double[] edge(Activation f) {
    double[] biases = allBiases();
    double[] edge = new double[biases.length];
    for (int i = 0; i < edge.length; i++) {
      try {
        MeanField critical = MeanField.of(f).bias(biases[i] * biases[i]).critical();
        edge[i] = Math.sqrt(critical.weightVariance());
      } catch (IllegalArgumentException | ArithmeticException none) {
        edge[i] = Double.NaN;
      }
    }
    return edge;
  }
}
