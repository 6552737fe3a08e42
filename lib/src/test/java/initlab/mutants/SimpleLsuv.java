package initlab.mutants;

import initlab.math.Moments;
import initlab.nn.Network;
import java.util.EnumSet;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * LSUV in its simplest form, a whole forward pass for every look, with room for the bugs of
 * published ports. Without a bug it is a second implementation to agree with.
 */
final class SimpleLsuv {

  /** What ports get wrong. */
  enum Bug {
    FIRST_LAYER_SKIPPED,
    LAST_LAYER_SKIPPED,
    MEAN_ADDED,
    STALE_ACTIVATION,
    VARIANCE_AS_STD
  }

  private final Set<Bug> bugs = EnumSet.noneOf(Bug.class);
  private final boolean centred;

  SimpleLsuv(boolean centred, Bug... bugs) {
    this.centred = centred;
    this.bugs.addAll(Set.of(bugs));
  }

  void fit(Network net, DMatrixRMaj x) {
    int from = bugs.contains(Bug.FIRST_LAYER_SKIPPED) ? 2 : 1;
    int to = net.depth() - (bugs.contains(Bug.LAST_LAYER_SKIPPED) ? 1 : 0);
    var before = net.forward(x);
    for (int l = from; l <= to; l++) {
      DMatrixRMaj z = (bugs.contains(Bug.STALE_ACTIVATION) ? before : net.forward(x)).z(l);
      Moments seen = Moments.of(z);
      if (Math.abs(seen.variance() - 1) > 0.1 || (centred && Math.abs(seen.mean()) > 0.1)) {
        rescale(net, l, seen);
      }
    }
  }

  private void rescale(Network net, int l, Moments seen) {
    double divisor = bugs.contains(Bug.VARIANCE_AS_STD) ? seen.variance() : seen.std();
    CommonOps_DDRM.divide(net.layer(l).weights(), divisor);
    double sign = bugs.contains(Bug.MEAN_ADDED) ? 1 : -1;
    double[] bias = net.layer(l).bias().map(b -> b.data).orElse(new double[0]);
    for (int i = 0; i < bias.length && centred; i++) {
      bias[i] = (bias[i] + sign * seen.mean()) / divisor;
    }
  }
}
