package initlab.study.probe;

import initlab.init.Activation;
import initlab.math.Moments;
import initlab.nn.Network;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/** Takes the measures asked for, layer by layer, while a pass goes by. */
public final class Meter {
  private final Network net;
  private final Map<Measure, double[]> profiles = new EnumMap<>(Measure.class);

  public Meter(Network net, Set<Measure> measures) {
    this.net = net;
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

  /** The input, as the activations of layer 0. */
  void input(DMatrixRMaj x) {
    activations(0, x);
  }

  void forward(int layer, DMatrixRMaj z, DMatrixRMaj a) {
    Moments moments = Moments.of(z);
    put(Measure.PRE_ACTIVATION, layer, moments.secondMoment());
    put(Measure.PRE_ACTIVATION_MEAN, layer, moments.mean());
    put(Measure.PRE_ACTIVATION_VARIANCE, layer, moments.variance());
    Activation f = net.layer(layer).activation();
    if (wants(Measure.SATURATED)) {
      put(Measure.SATURATED, layer, UnitShares.saturated(z, f));
    }
    if (Double.isNaN(activations(layer, a).mean())) {
      Refuse.refuseNan(layer, f, z, a);
    }
  }

  private Moments activations(int layer, DMatrixRMaj a) {
    Moments moments = Moments.of(a);
    put(Measure.ACTIVATION, layer, moments.secondMoment());
    put(Measure.ACTIVATION_MEAN, layer, moments.mean());
    put(Measure.ACTIVATION_VARIANCE, layer, moments.variance());
    put(Measure.BATCH_VARIANCE, layer, SampleLikeness.batchVariance(a));
    put(Measure.DEAD, layer, UnitShares.dead(a));
    if (wants(Measure.CORRELATION)) {
      put(Measure.CORRELATION, layer, SampleLikeness.cosine(a));
    }
    if (wants(Measure.RANK)) {
      put(Measure.RANK, layer, SampleLikeness.rank(a, net.product()));
    }
    return moments;
  }

  void backward(int layer, DMatrixRMaj da) {
    put(Measure.GRADIENT, layer, Moments.of(da).secondMoment());
  }

  void weights(int layer, DMatrixRMaj dw) {
    put(Measure.WEIGHT_GRADIENT, layer, Moments.of(dw).secondMoment());
  }

  Report report() {
    return new Report(net.toString(), profiles);
  }
}
