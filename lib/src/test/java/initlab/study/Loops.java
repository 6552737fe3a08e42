package initlab.study;

import initlab.init.Activation;
import initlab.nn.Network;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.ejml.data.DMatrixRMaj;

/**
 * One pass through a net of dense layers by plain loops over its matrices: what tables, figures and
 * measures are held against. Index 0 of each array is the input.
 */
public final class Loops {
  /** Sums in another order differ in their last digits. */
  public static final Percentage EXACT = Percentage.withPercentage(1e-9);

  public final double[][][] z;
  public final double[][][] a;
  public final double[][][] da;
  public final double[][][] dz;
  public final double[][][] dw;

  /**
   * Forward from x (batch x in), and back from dL/da of the last layer (batch x out).
   *
   * @param slope the derivative of the activation of all layers but the last, which is linear if
   *     the net says so
   */
  public Loops(Network net, DMatrixRMaj x, DMatrixRMaj gradient, DoubleUnaryOperator slope) {
    int depth = net.depth();
    z = new double[depth + 1][][];
    a = new double[depth + 1][][];
    da = new double[depth + 1][][];
    dz = new double[depth + 1][][];
    dw = new double[depth + 1][][];
    a[0] = rows(x);
    for (int l = 1; l <= depth; l++) {
      forward(net, l);
    }
    da[depth] = rows(gradient);
    for (int l = depth; l >= 1; l--) {
      backward(rows(net.parameter(l + ".W").value()), l, linear(net, l) ? any -> 1 : slope);
    }
  }

  private static boolean linear(Network net, int l) {
    return net.layer(l).activation() == Activation.LINEAR;
  }

  private void forward(Network net, int l) {
    double[][] w = rows(net.parameter(l + ".W").value());
    boolean biased = net.layer(l).parameters().size() > 1;
    z[l] = new double[a[l - 1].length][w[0].length];
    a[l] = new double[a[l - 1].length][w[0].length];
    for (int s = 0; s < z[l].length; s++) {
      for (int j = 0; j < w[0].length; j++) {
        double sum = biased ? net.parameter(l + ".b").value().data[j] : 0;
        for (int i = 0; i < w.length; i++) {
          sum += a[l - 1][s][i] * w[i][j];
        }
        z[l][s][j] = sum;
        a[l][s][j] = net.layer(l).activation().apply(sum);
      }
    }
  }

  private void backward(double[][] w, int l, DoubleUnaryOperator slope) {
    int batch = z[l].length;
    dz[l] = new double[batch][w[0].length];
    da[l - 1] = new double[batch][w.length];
    dw[l] = new double[w.length][w[0].length];
    for (int s = 0; s < batch; s++) {
      for (int j = 0; j < w[0].length; j++) {
        dz[l][s][j] = da[l][s][j] * slope.applyAsDouble(z[l][s][j]);
        for (int i = 0; i < w.length; i++) {
          da[l - 1][s][i] += dz[l][s][j] * w[i][j];
          dw[l][i][j] += a[l - 1][s][i] * dz[l][s][j];
        }
      }
    }
  }

  /** The rows of a matrix. */
  public static double[][] rows(DMatrixRMaj m) {
    double[][] rows = new double[m.numRows][m.numCols];
    for (int i = 0; i < m.numRows; i++) {
      for (int j = 0; j < m.numCols; j++) {
        rows[i][j] = m.get(i, j);
      }
    }
    return rows;
  }

  private static DoubleStream all(double[][] m) {
    return Arrays.stream(m).flatMapToDouble(Arrays::stream);
  }

  /** The mean of all entries. */
  public static double mean(double[][] m) {
    return all(m).average().orElseThrow();
  }

  /** The mean square of all entries. */
  public static double second(double[][] m) {
    return all(m).map(v -> v * v).average().orElseThrow();
  }

  /** The mean squared distance of all entries from their mean. */
  public static double variance(double[][] m) {
    double mean = mean(m);
    return all(m).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  /** The share p of numbers lies below: between two neighbours in order, by the straight line. */
  public static double quantile(double p, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    boolean level = sorted[above] == sorted[below]; // both may be infinite
    return sorted[below] + (level ? 0 : (at - below) * (sorted[above] - sorted[below]));
  }
}
