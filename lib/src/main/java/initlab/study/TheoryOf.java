package initlab.study;

import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.nn.DrawnStart;
import initlab.nn.LayerPlan;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.lsuv.Lsuv;
import initlab.theory.FiniteWidth;
import initlab.theory.LayerScale;
import initlab.theory.MeanField;
import initlab.theory.Propagation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What theory says of a start, from what the start says of itself.
 *
 * @param plan the network without weights
 * @param start how it begins
 * @param input second moment of the input
 */
public record TheoryOf(Plan plan, Start start, double input) {

  /**
   * The mean over many nets, for output gradients of second moment 1; empty where none is known.
   */
  public Optional<Propagation> mean() {
    if (start instanceof DrawnStart drawn) {
      return scales(drawn.weights(), false).map(scales -> Propagation.of(scales, input, 1));
    }
    return start instanceof Lsuv lsuv && lsuv.unitPreActivations()
        ? Optional.of(Propagation.of(unitVariance(), input, 1))
        : Optional.empty();
  }

  /** What one net of this width is likely to show; empty where weights are not independent. */
  Optional<FiniteWidth> law() {
    return start instanceof DrawnStart drawn && untied()
        ? scales(drawn.weights(), true).map(scales -> FiniteWidth.of(scales, widths(), input))
        : Optional.empty();
  }

  private boolean untied() {
    return IntStream.rangeClosed(1, plan.layers().size()).allMatch(l -> plan.weightsOf(l) == l);
  }

  private int[] widths() {
    return IntStream.concat(
            IntStream.of(plan.inputs()),
            plan.layers().stream().mapToInt(layer -> layer.shape().cols()))
        .toArray();
  }

  /** The scale of every layer; empty if one is not what theory supposes. */
  private Optional<List<LayerScale>> scales(Initializer rule, boolean independent) {
    Map<WeightShape, RuleTraits> draws = new HashMap<>();
    List<LayerScale> scales = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      RuleTraits draw = draws.computeIfAbsent(layer.shape(), shape -> RuleTraits.of(rule, shape));
      if (!draw.centred() || (independent && !draw.independent())) {
        return Optional.empty();
      }
      scales.add(scale(layer, draw.variance()));
    }
    return Optional.of(scales);
  }

  private static LayerScale scale(LayerPlan layer, double variance) {
    WeightShape shape = layer.shape();
    return new LayerScale(layer.activation(), shape.fanIn() * variance, shape.fanOut() * variance);
  }

  /** The weights that give every pre-activation variance 1, which is what LSUV sets out to do. */
  private List<LayerScale> unitVariance() {
    List<LayerScale> scales = new ArrayList<>();
    double moment = input;
    for (LayerPlan layer : plan.layers()) {
      scales.add(scale(layer, 1 / (layer.shape().fanIn() * moment)));
      moment = MeanField.of(layer.activation()).activationMoment(1);
    }
    return scales;
  }
}
