package initlab.theory;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Dense nets of plain loops: weights drawn, one input sent forward, one gradient back through the
 * same weights. Shares no line with the library's nets, nor with its theory of them.
 */
final class PlainNets {
  private final List<LayerScale> layers;
  private final int[] widths;
  private final SplittableRandom random;

  PlainNets(List<LayerScale> layers, int[] widths, long seed) {
    this.layers = layers;
    this.widths = widths;
    this.random = new SplittableRandom(seed);
  }

  /** The second moments of a(0) ... a(L) and dL/da(0) ... dL/da(L) of so many nets, by layer. */
  double[][][] moments(int nets, double input) {
    double[][][] found = new double[2][widths.length][nets];
    for (int net = 0; net < nets; net++) {
      one(input, found[0], found[1], net);
    }
    return found;
  }

  private void one(double input, double[][] a, double[][] g, int net) {
    int depth = layers.size();
    double[][] weights = new double[depth][];
    double[][] z = new double[depth][];
    double[] x = sized(widths[0], input);
    a[0][net] = moment(x);
    for (int l = 0; l < depth; l++) {
      LayerScale layer = layers.get(l);
      weights[l] = normals(widths[l] * widths[l + 1], Math.sqrt(layer.forward() / widths[l]));
      z[l] = normals(widths[l + 1], Math.sqrt(layer.bias()));
      for (int i = 0; i < widths[l]; i++) {
        for (int j = 0; j < widths[l + 1]; j++) {
          z[l][j] += x[i] * weights[l][i * widths[l + 1] + j];
        }
      }
      x = new double[widths[l + 1]];
      for (int j = 0; j < x.length; j++) {
        x[j] = layer.activation().apply(z[l][j]);
      }
      a[l + 1][net] = moment(x);
    }
    back(weights, z, g, net);
  }

  private void back(double[][] weights, double[][] z, double[][] g, int net) {
    double[] gradient = normals(widths[widths.length - 1], 1);
    g[layers.size()][net] = moment(gradient);
    for (int l = layers.size() - 1; l >= 0; l--) {
      double[] below = new double[widths[l]];
      for (int j = 0; j < widths[l + 1]; j++) {
        double delta = gradient[j] * layers.get(l).activation().slope(z[l][j]);
        for (int i = 0; i < widths[l]; i++) {
          below[i] += delta * weights[l][i * widths[l + 1] + j];
        }
      }
      gradient = below;
      g[l][net] = moment(gradient);
    }
  }

  /** Normal numbers, scaled to this second moment exactly. */
  private double[] sized(int n, double moment) {
    double[] x = normals(n, 1);
    double scale = Math.sqrt(moment / moment(x));
    for (int i = 0; i < n; i++) {
      x[i] *= scale;
    }
    return x;
  }

  private double[] normals(int n, double std) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = std == 0 ? 0 : std * random.nextGaussian();
    }
    return x;
  }

  private static double moment(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return sum / x.length;
  }
}
