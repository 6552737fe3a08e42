package initlab.study;

import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Role;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.theory.LayerScale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What theory needs to know of the dense layers that a start begins. */
final class LayerScales {
  private final Start start;
  private final Map<List<Object>, RuleTraits> draws = new HashMap<>();

  LayerScales(Start start) {
    this.start = start;
  }

  /** Theory knows dense layers of a vector. */
  static boolean plainDense(Node node) {
    return node.layer() instanceof Dense && node.in().places() == 1;
  }

  static Parameter weight(Node node) {
    return node.parameter("W");
  }

  /**
   * The scale of a layer; empty if it is not what theory supposes.
   *
   * @param independent whether its weights have to be independent of each other
   */
  Optional<LayerScale> of(Node node, boolean independent) {
    Optional<Initializer> rule = plainDense(node) ? start.rule(weight(node)) : Optional.empty();
    if (rule.isEmpty() || !biasesAreZero(node)) {
      return Optional.empty();
    }
    WeightShape shape = weight(node).shape();
    RuleTraits draw =
        draws.computeIfAbsent(List.of(rule.get(), shape), key -> RuleTraits.of(rule.get(), shape));
    return draw.centred() && (!independent || draw.independent())
        ? Optional.of(of(node, draw.variance()))
        : Optional.empty();
  }

  /** The scale of a layer whose weights have this variance. */
  static LayerScale of(Node node, double variance) {
    WeightShape shape = weight(node).shape();
    return new LayerScale(node.activation(), shape.fanIn() * variance, shape.fanOut() * variance);
  }

  private boolean biasesAreZero(Node node) {
    return node.parameters().stream()
        .filter(p -> p.role() == Role.BIAS)
        .allMatch(p -> constant(p).filter(b -> b == 0).isPresent());
  }

  /** The number that all entries of a parameter begin with; empty if they are not one number. */
  Optional<Double> constant(Parameter parameter) {
    return start
        .rule(parameter)
        .flatMap(rule -> rule.law(parameter.shape()))
        .filter(law -> law.std() == 0)
        .map(law -> law.mean());
  }
}
