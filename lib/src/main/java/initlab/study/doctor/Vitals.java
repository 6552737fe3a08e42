package initlab.study.doctor;

import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Pass;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** All numbers that the doctor judges by, layer by layer; the network itself is not kept. */
final class Vitals {
  private final Report report;
  private final double input;
  private final double[] twins;
  private final double[] fans;
  private final boolean[] samples;
  private final boolean[] anyScale;
  private final UnitWatch units;

  private Vitals(Pass pass, double input, Report report, UnitWatch units) {
    Network net = pass.net();
    this.input = input;
    this.units = units;
    this.report = report;
    twins = each(net, node -> WeightSymptoms.twins(node, pass));
    fans = each(net, WeightSymptoms::swapped);
    samples = new boolean[net.depth() + 1];
    net.layers().forEach(node -> samples[node.number()] = node.out().places() == 1);
    anyScale = new boolean[net.depth() + 1];
    net.layers().forEach(node -> anyScale[node.number() - 1] = node.layer().forgetsScale());
  }

  /**
   * What a pass forward and backward over x (batch x in) has shown.
   *
   * @param pass with the gradients of all weights
   */
  static Vitals of(DMatrixRMaj x, Report report, Pass pass, UnitWatch units) {
    boolean ids = pass.net().plan().vocabulary() > 0;
    double input = ids ? Double.NaN : HealthyRange.largestColumn(x);
    return new Vitals(pass, input, report, units);
  }

  private static double[] each(Network net, ToDoubleFunction<Node> number) {
    return IntStream.rangeClosed(0, net.depth())
        .mapToDouble(l -> l == 0 ? Double.NaN : number.applyAsDouble(net.layer(l)))
        .toArray();
  }

  /** A measure in layer 0 ... L. */
  double of(Measure measure, int layer) {
    return report.profile(measure)[layer];
  }

  /**
   * E a^2; infinity where it is NaN, which of finite numbers only an overflow makes, and NaN where
   * the next layer is a norm, which forgets it, or the input is ids, which have no size.
   */
  double signal(int layer) {
    double moment = of(Measure.ACTIVATION, layer);
    if (layer == 0 && Double.isNaN(input)) {
      return Double.NaN;
    }
    if (!Double.isFinite(moment)) {
      return Double.POSITIVE_INFINITY;
    }
    return anyScale[layer] ? Double.NaN : moment;
  }

  /** The largest second moment of a column of the input; NaN where it is ids. */
  double input() {
    return input;
  }

  /** See {@link WeightSymptoms#twins}. */
  double twins(int layer) {
    return twins[layer];
  }

  /** See {@link WeightSymptoms#swapped}. */
  double fans(int layer) {
    return fans[layer];
  }

  /** NaN where rows are places of a sample, as steps in time, which may well be alike. */
  double cosine(int layer) {
    return samples[layer] ? of(Measure.CORRELATION, layer) : Double.NaN;
  }

  /**
   * E (dL/da)^2 of a layer over that of the layer that gradients are compared with; 0 where no
   * gradient arrives of one that was sent, and NaN before a norm, whose way back undoes the scale.
   */
  double gradientRatio(int layer) {
    if (anyScale[layer]) {
      return Double.NaN;
    }
    boolean lost = of(Measure.GRADIENT, layer) == 0 && of(Measure.GRADIENT, twins.length - 1) > 0;
    return lost ? 0 : of(Measure.GRADIENT, layer) / of(Measure.GRADIENT, reference());
  }

  /**
   * The layer that gradients are compared with: the one before the output, for the step through the
   * output layer multiplies them by its width over the others', which is no fault. It does not
   * stand before a norm.
   */
  int reference() {
    int layer = Math.max(1, twins.length - 2);
    while (layer > 1 && anyScale[layer]) {
      layer--;
    }
    return layer;
  }

  /** Whether dL/dW is level over all layers that have weights. */
  boolean levelWeightGradients() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int l = 1; l < twins.length; l++) {
      double moment = of(Measure.WEIGHT_GRADIENT, l);
      if (!Double.isNaN(moment)) {
        least = Math.min(least, moment);
        most = Math.max(most, moment);
      }
    }
    return least > 0 && most <= HealthyRange.LEVEL * least;
  }

  /** What the neurons of each layer do. */
  UnitWatch units() {
    return units;
  }
}
