package initlab.study;

import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.DrawnStart;
import initlab.nn.LayerPlan;
import initlab.nn.Lsuv;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.theory.LayerScale;
import initlab.theory.MeanField;
import initlab.theory.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/** Finds what theory says of a start, from what the start says of itself. */
final class Expected {
  private Expected() {}

  /**
   * The prediction for input and output gradients of second moment 1; empty where none is known.
   */
  static Optional<Propagation> of(Plan plan, Start start) {
    if (start instanceof DrawnStart drawn) {
      return drawn(plan, drawn.weights());
    }
    return start instanceof Lsuv lsuv && lsuv.unitPreActivations()
        ? Optional.of(Propagation.of(unitVariance(plan), 1, 1))
        : Optional.empty();
  }

  private static Optional<Propagation> drawn(Plan plan, Initializer rule) {
    List<LayerScale> scales = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      Moments weights = weights(rule, layer.shape());
      if (Math.abs(weights.mean()) > 5 * weights.std() / Math.sqrt((double) weights.count())) {
        return Optional.empty(); // mean field supposes weights of mean zero
      }
      scales.add(scale(layer, weights.secondMoment()));
    }
    return Optional.of(Propagation.of(scales, 1, 1));
  }

  /** The stated moments of a weight, or where the rule states none, those of one draw. */
  private static Moments weights(Initializer rule, WeightShape shape) {
    DMatrixRMaj draw = rule.draw(shape, RandomStreams.of(0, "theory", 0));
    Moments measured = Moments.of(draw);
    double std = rule.std(shape).orElse(measured.std());
    return new Moments(measured.count(), measured.mean(), std * std, std * std);
  }

  private static LayerScale scale(LayerPlan layer, double variance) {
    WeightShape shape = layer.shape();
    return new LayerScale(layer.activation(), shape.fanIn() * variance, shape.fanOut() * variance);
  }

  /** The weights that give every pre-activation variance 1, which is what LSUV sets out to do. */
  private static List<LayerScale> unitVariance(Plan plan) {
    List<LayerScale> scales = new ArrayList<>();
    double input = 1;
    for (LayerPlan layer : plan.layers()) {
      scales.add(scale(layer, 1 / (layer.shape().fanIn() * input)));
      input = MeanField.of(layer.activation()).activationMoment(1);
    }
    return scales;
  }
}
