package initlab.study.experiment;

import initlab.init.Activation;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/** Sums written out, to compare with what experiments compute by other means. */
final class ByHand {
  private ByHand() {}

  /** E g(Z) for Z ~ N(0, 1), by the trapezoidal rule over 24 standard deviations. */
  static double expect(DoubleUnaryOperator g) {
    double step = 1e-3;
    double sum = 0;
    for (int i = -12_000; i <= 12_000; i++) {
      double z = i * step;
      sum += g.applyAsDouble(z) * Math.exp(-z * z / 2);
    }
    return sum * step / Math.sqrt(2 * Math.PI);
  }

  /** E f(s Z)^2. */
  static double moment(Activation f, double s) {
    return expect(z -> f.apply(s * z) * f.apply(s * z));
  }

  /** E f'(Z)^2, by differences. */
  static double slope(Activation f) {
    double h = 1e-6;
    return expect(
        z -> {
          double slope = (f.apply(z + h) - f.apply(z - h)) / (2 * h);
          return slope * slope;
        });
  }

  /** x W, sum by sum. */
  static double[][] times(double[][] x, DMatrixRMaj w) {
    double[][] out = new double[x.length][w.numCols];
    for (int row = 0; row < x.length; row++) {
      for (int col = 0; col < w.numCols; col++) {
        for (int k = 0; k < w.numRows; k++) {
          out[row][col] += x[row][k] * w.get(k, col);
        }
      }
    }
    return out;
  }

  /** g W^T, sum by sum. */
  static double[][] timesTransposed(double[][] g, DMatrixRMaj w) {
    double[][] out = new double[g.length][w.numRows];
    for (int row = 0; row < g.length; row++) {
      for (int k = 0; k < w.numRows; k++) {
        for (int col = 0; col < w.numCols; col++) {
          out[row][k] += g[row][col] * w.get(k, col);
        }
      }
    }
    return out;
  }

  /** The rows of a matrix. */
  static double[][] rows(DMatrixRMaj x) {
    double[][] rows = new double[x.numRows][];
    for (int row = 0; row < x.numRows; row++) {
      rows[row] = Arrays.copyOfRange(x.data, row * x.numCols, (row + 1) * x.numCols);
    }
    return rows;
  }

  /** The mean of the squares. */
  static double secondMoment(double[][] x) {
    return Arrays.stream(x).flatMapToDouble(Arrays::stream).map(v -> v * v).average().orElseThrow();
  }

  /** The p-quantile of numbers, linear between the two nearest. */
  static double quantile(double p, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = p * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
