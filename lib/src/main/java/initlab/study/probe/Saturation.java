package initlab.study.probe;

import initlab.base.Progress;
import initlab.init.Activation;
import initlab.math.Moments;
import initlab.math.Quantiles;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.view.Table;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** How flat an activation is where a network's pre-activations lie. */
public final class Saturation {
  private Saturation() {}

  /**
   * Layer by layer: the root mean square of z, the share of z where f is flat ({@link
   * UnitShares#FLAT}), the median slope, and the mean of f'(z)^2, which is what the gradient's
   * second moment is multiplied by.
   *
   * @param x (batch x in), not modified
   */
  public static Table of(Network net, DMatrixRMaj x) {
    Pass pass = net.forward(x);
    int depth = net.depth();
    double[][] slopes = new double[depth + 1][];
    for (int l = 1; l <= depth; l++) {
      slopes[l] = slopes(pass.z(l), net.layer(l).activation());
    }
    return Table.of("Where the activation is flat")
        .counts("layer", IntStream.rangeClosed(1, depth).asLongStream().toArray())
        .numbers("rms of z", each(depth, l -> Math.sqrt(Moments.of(pass.z(l)).secondMoment())))
        .numbers(
            "share where f is flat",
            each(depth, l -> UnitShares.saturated(pass.z(l), net.layer(l).activation())))
        .numbers("median f'", each(depth, l -> Quantiles.median(slopes[l])))
        .numbers("mean f'^2", each(depth, l -> Moments.of(slopes[l]).secondMoment()));
  }

  private static double[] each(int depth, IntToDoubleFunction layer) {
    return IntStream.rangeClosed(1, depth).mapToDouble(layer).toArray();
  }

  private static double[] slopes(DMatrixRMaj z, Activation f) {
    Progress.checkInterrupted();
    return Arrays.stream(z.data, 0, z.getNumElements()).map(f::slope).toArray();
  }
}
