package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * Looks at what a reader's LSUV makes of a tanh net of four layers and a batch of standard
 * deviation 3, and names the mistake. Every pre-activation's variance over the batch must be 1 to a
 * millionth: one rescaling of a fixed batch is exact.
 */
final class LsuvMistakes {
  private static final int DEPTH = 4;
  private static final double CLOSE = 1e-6;

  private LsuvMistakes() {}

  /** The mistake, if there is one. */
  static Optional<String> in(BiConsumer<Network, DMatrixRMaj> mine) {
    DMatrixRMaj x = Data.normal(50, 20, 1);
    CommonOps_DDRM.scale(3, x);
    var plan = Mlp.deep(Activation.TANH, 20, DEPTH).onPlainJava();
    Network start = plan.init(Init.lecunNormal(), 1);
    double[] before = variances(start, x);
    Network net = plan.init(Init.lecunNormal(), 1);
    DMatrixRMaj given = x.copy();
    mine.accept(net, given);
    double[] after = variances(net, x);
    for (int l = 1; l <= DEPTH; l++) {
      if (!Trial.near(after[l], 1, CLOSE)) {
        return Optional.of(
            l == DEPTH && same(start, net)
                ? "the last layer was left out"
                : name(l, after, before));
      }
    }
    return Optional.empty();
  }

  /** Whether the last layer's weights are what they were. */
  private static boolean same(Network start, Network net) {
    DMatrixRMaj before = start.layer(DEPTH).weights();
    return MatrixFeatures_DDRM.isIdentical(before, net.layer(DEPTH).weights(), 0);
  }

  /** The variance of z in layer 1 ... L at its number, and E z^2 of layer 1 at 0. */
  private static double[] variances(Network net, DMatrixRMaj x) {
    var trace = net.forward(x);
    double[] variances = new double[DEPTH + 1];
    variances[0] = Moments.of(trace.z(1)).secondMoment();
    for (int l = 1; l <= DEPTH; l++) {
      variances[l] = Moments.of(trace.z(l)).variance();
    }
    return variances;
  }

  private static String name(int l, double[] after, double[] before) {
    if (l == 1 && Trial.near(after[1], before[1], CLOSE)) {
      return Trial.near(after[2], 1, CLOSE)
          ? "the first layer was left as it was: its pre-activations have variance "
              + Numbers.inWords(after[1])
          : "the first layer's weights did not change";
    } else if (l == 1 && Trial.near(after[1], 1 / before[1], CLOSE)) {
      return "the weights were divided by the variance, and not by its root";
    } else if (l == 1 && Trial.near(after[1], before[1] / before[0], CLOSE)) {
      return "the weights were divided by the root of E z^2: the variance is taken around the mean";
    } else if (l == 1 && Trial.near(after[1], before[1] * before[1], CLOSE)) {
      return "the weights were multiplied by the standard deviation, and not divided";
    } else if (l == 1) {
      return String.format(
          Locale.ROOT,
          "layer 1 ends with variance %s: is it z, before the activation, that was measured?",
          Numbers.inWords(after[1]));
    }
    return String.format(
        Locale.ROOT,
        "layer 1 is right, layer %d has variance %s: pass the batch again after each rescaling",
        l,
        Numbers.inWords(after[l]));
  }
}
