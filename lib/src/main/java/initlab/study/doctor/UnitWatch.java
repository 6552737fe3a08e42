package initlab.study.doctor;

import initlab.init.Activation;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Node;
import initlab.nn.Role;
import initlab.nn.Watcher;
import initlab.study.probe.UnitShares;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks at the neurons of every layer, and of the layers inside it, on the way forward: which are
 * dead, which are where f is flat. Of several in one layer the one counts that is farthest above
 * what is healthy for it.
 */
final class UnitWatch implements Watcher {

  /**
   * A share of neurons, and where.
   *
   * @param path of the layer, or of the one inside it
   * @param share of its neurons
   * @param most that is healthy there
   */
  record Share(String path, double share, double most) {
    private boolean isWorseThan(Share other) {
      return share - most > other.share - other.most;
    }
  }

  private static final Share NOTHING = new Share("", Double.NaN, 1);

  private final Share[] dead;
  private final Share[] flat;
  private final double[] biases;
  private final Map<Activation, Double> healthy = new HashMap<>();

  UnitWatch(int depth) {
    dead = new Share[depth + 1];
    flat = new Share[depth + 1];
    biases = new double[depth + 1];
    Arrays.fill(dead, NOTHING);
    Arrays.fill(flat, NOTHING);
  }

  /** The dead neurons of a layer. */
  Share dead(int layer) {
    return dead[layer];
  }

  /** The neurons of a layer that are where f is flat. */
  Share flat(int layer) {
    return flat[layer];
  }

  /** Whether biases make up more than half of E z^2 in a layer, or in one inside it. */
  boolean biasesOutweigh(int layer) {
    return biases[layer] > 0.5;
  }

  @Override
  public void forward(Memory m) {
    Node node = m.node();
    int layer = node.number();
    Activation f = node.activation();
    if (node.outermost() || !FittingRule.isLinear(f)) {
      double few = HealthyRange.dead(m.a().numRows)[1];
      dead[layer] = worse(dead[layer], new Share(node.path(), UnitShares.dead(m.a()), few));
      double usual = healthy.computeIfAbsent(f, g -> HealthyRange.saturated(g)[1]);
      double share = UnitShares.saturated(m.z(), f);
      flat[layer] = worse(flat[layer], new Share(node.path(), share, usual));
    }
    biases[layer] = Math.max(biases[layer], shareOfBiases(m));
  }

  private static Share worse(Share known, Share other) {
    return Double.isNaN(known.share) || other.isWorseThan(known) ? other : known;
  }

  /** E b^2 / E z^2, at most: 0 without biases. */
  private static double shareOfBiases(Memory m) {
    double most = 0;
    for (int slot = 0; slot < m.node().parameters().size(); slot++) {
      double b = Moments.of(m.value(slot)).secondMoment();
      if (m.node().parameters().get(slot).role() == Role.BIAS && b > 0) {
        most = Math.max(most, b / Moments.of(m.z()).secondMoment());
      }
    }
    return most;
  }
}
