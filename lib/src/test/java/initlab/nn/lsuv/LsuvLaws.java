package initlab.nn.lsuv;

import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.ejml.data.DMatrixRMaj;

/**
 * Checks what an implementation of LSUV leaves behind, by a forward pass of its own; returns what
 * fails, as sentences. Nothing is left to chance: the promise holds on the very batch it was made
 * on, or it does not.
 */
public final class LsuvLaws {
  private LsuvLaws() {}

  /** What contradicts unit variance of every layer's pre-activations, to 0.1. */
  public static List<String> unitVariance(
      BiConsumer<Network, DMatrixRMaj> fit, Network net, DMatrixRMaj x) {
    fit.accept(net, x);
    Pass pass = net.forward(x);
    List<String> failures = new ArrayList<>();
    for (int l = 1; l <= net.depth(); l++) {
      near("variance", l, Moments.of(pass.z(l)).variance(), 1, failures);
    }
    return failures;
  }

  /** What contradicts mean 0 and variance 1 of every layer's pre-activations, to 0.1. */
  public static List<String> centred(
      BiConsumer<Network, DMatrixRMaj> fit, Network net, DMatrixRMaj x) {
    List<String> failures = unitVariance(fit, net, x);
    Pass pass = net.forward(x);
    for (int l = 1; l <= net.depth(); l++) {
      near("mean", l, Moments.of(pass.z(l)).mean(), 0, failures);
    }
    return failures;
  }

  private static void near(String what, int l, double seen, double due, List<String> failures) {
    if (!(Math.abs(seen - due) <= 0.1)) {
      failures.add("layer %d: %s %.4g where %s is due".formatted(l, what, seen, due));
    }
  }
}
