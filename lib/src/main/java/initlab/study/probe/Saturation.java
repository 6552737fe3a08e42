package initlab.study.probe;

import initlab.init.Activation;
import initlab.math.Quantiles;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.view.Table;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** How flat an activation is where a network's pre-activations lie. */
public final class Saturation {
  private static final double FLAT = 0.01;

  private Saturation() {}

  /** The share of slopes f'(z) of layer 1 ... L below 0.01. */
  public static double flat(Network net, DMatrixRMaj x, int layer) {
    double[] slopes = slopes(net, net.forward(x), layer);
    return Arrays.stream(slopes).filter(s -> Math.abs(s) < FLAT).count() / (double) slopes.length;
  }

  /**
   * Layer by layer: the root mean square of z, the share of slopes below 0.01, the median slope and
   * the mean of f'(z)^2, which is what the gradient's second moment is multiplied by.
   */
  public static Table of(Network net, DMatrixRMaj x) {
    Pass pass = net.forward(x);
    int depth = net.depth();
    double[] rms = new double[depth];
    double[] flat = new double[depth];
    double[] median = new double[depth];
    double[] square = new double[depth];
    for (int l = 1; l <= depth; l++) {
      double[] slopes = slopes(net, pass, l);
      rms[l - 1] = Math.sqrt(initlab.math.Moments.of(pass.z(l)).secondMoment());
      flat[l - 1] =
          Arrays.stream(slopes).filter(s -> Math.abs(s) < FLAT).count() / (double) slopes.length;
      square[l - 1] = Arrays.stream(slopes).map(s -> s * s).average().orElse(Double.NaN);
      median[l - 1] = Quantiles.median(slopes);
    }
    return Table.of("Where the activation is flat")
        .counts("layer", IntStream.rangeClosed(1, depth).asLongStream().toArray())
        .numbers("magnitude of z", rms)
        .numbers("share with f' < 0.01", flat)
        .numbers("median f'", median)
        .numbers("mean f'^2", square);
  }

  private static double[] slopes(Network net, Pass pass, int layer) {
    Activation f = net.layer(layer).activation();
    DMatrixRMaj z = pass.z(layer);
    return Arrays.stream(z.data, 0, z.getNumElements()).map(f::slope).toArray();
  }
}
