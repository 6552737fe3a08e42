package initlab.study.probe;

import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.NotANumber;
import initlab.nn.Watcher;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/** Takes the measures asked for, layer by layer, while a pass goes by. */
public final class Meter implements Watcher {
  private final Network net;
  private final Map<Measure, double[]> profiles = new EnumMap<>(Measure.class);
  private final double[] weightSums;
  private final long[] weightCounts;

  public Meter(Network net, Set<Measure> measures) {
    this.net = net;
    weightSums = new double[net.depth() + 1];
    weightCounts = new long[net.depth() + 1];
    for (Measure measure : measures) {
      double[] none = new double[net.depth() + 1];
      Arrays.fill(none, Double.NaN);
      profiles.put(measure, none);
    }
  }

  boolean wants(Measure measure) {
    return profiles.containsKey(measure);
  }

  private void put(Measure measure, int layer, double value) {
    double[] profile = profiles.get(measure);
    if (profile != null) {
      profile[layer] = value;
    }
  }

  /**
   * The input, as the activations of layer 0. Ids have no size, and no gradient arrives at them:
   * where they come in, layer 0 stays without numbers.
   */
  public void input(DMatrixRMaj x) {
    if (net.plan().vocabulary() == 0) {
      activations(0, x);
    }
  }

  @Override
  public void forward(Memory m) {
    if (!m.node().outermost()) {
      return;
    }
    int layer = m.node().number();
    Moments moments = Moments.of(m.z());
    put(Measure.PRE_ACTIVATION, layer, moments.secondMoment());
    put(Measure.PRE_ACTIVATION_MEAN, layer, moments.mean());
    put(Measure.PRE_ACTIVATION_VARIANCE, layer, moments.variance());
    if (wants(Measure.SATURATED)) {
      put(Measure.SATURATED, layer, UnitShares.saturated(m.z(), m.node().activation()));
    }
    if (Double.isNaN(activations(layer, m.a()).mean())) {
      NotANumber.blame(m);
    }
  }

  private Moments activations(int layer, DMatrixRMaj a) {
    Moments moments = Moments.of(a);
    put(Measure.ACTIVATION, layer, moments.secondMoment());
    put(Measure.ACTIVATION_MEAN, layer, moments.mean());
    put(Measure.ACTIVATION_VARIANCE, layer, moments.variance());
    put(Measure.DEAD, layer, UnitShares.dead(a));
    if (wants(Measure.BATCH_VARIANCE)) {
      put(Measure.BATCH_VARIANCE, layer, SampleLikeness.batchVariance(a));
    }
    if (wants(Measure.CORRELATION)) {
      put(Measure.CORRELATION, layer, SampleLikeness.cosine(a));
    }
    if (wants(Measure.RANK)) {
      put(Measure.RANK, layer, SampleLikeness.rank(a, net.product()));
    }
    return moments;
  }

  /** The gradient that is sent back, as that of the last layer's activations. */
  public void output(DMatrixRMaj gradient) {
    put(Measure.GRADIENT, net.depth(), Moments.of(gradient).secondMoment());
  }

  @Override
  public void backward(Memory m) {
    boolean toIds = m.node().number() == 1 && net.plan().vocabulary() > 0;
    if (m.node().outermost() && !toIds) {
      put(Measure.GRADIENT, m.node().number() - 1, Moments.of(m.dx()).secondMoment());
    }
    if (wants(Measure.WEIGHT_GRADIENT)) {
      weights(m);
    }
  }

  /** The second moment over all weights of a layer, those of layers inside it taken together. */
  private void weights(Memory m) {
    int layer = m.node().number();
    for (int slot = 0; slot < m.node().parameters().size(); slot++) {
      if (m.node().parameters().get(slot).drawn()) {
        Moments own = Moments.of(m.gradient(slot));
        double sum = own.secondMoment() * own.count();
        weightSums[layer] += sum;
        weightCounts[layer] += own.count();
        boolean alone = weightCounts[layer] == own.count();
        put(
            Measure.WEIGHT_GRADIENT,
            layer,
            alone ? own.secondMoment() : weightSums[layer] / weightCounts[layer]);
      }
    }
  }

  Report report() {
    return new Report(net.toString(), profiles);
  }
}
