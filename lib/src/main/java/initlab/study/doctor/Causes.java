package initlab.study.doctor;

import initlab.init.Activation;
import initlab.math.Moments;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Role;
import initlab.study.probe.Measure;
import java.util.List;

/**
 * Why a layer is as it is: what its weights, its biases and what comes in say, and only where all
 * of them are as they should be, what usually brings the fault about.
 */
final class Causes {
  private Causes() {}

  /** The cause in words; layer 0 is the input. */
  static String of(Diagnosis fault, Examination exam, int layer) {
    if (fault == Diagnosis.UNSCALED_INPUT) {
      return exam.vitals().input() == 0 ? "every number of the input is 0" : fault.cause();
    }
    int blamed = isOnTheWayBack(fault) ? Math.min(layer + 1, exam.depth()) : layer;
    Node node = exam.net().layer(blamed);
    List<Parameter> weights = node.all().flatMap(inner -> inner.drawn().stream()).toList();
    if (weights.isEmpty()) {
      return "this layer has no weights: it is what it does, or what came before it";
    }
    return switch (fault) {
      case VANISHING, EXPLODING, SATURATED, DEAD, COLLAPSE ->
          onTheWayThere(fault, exam, node, weights);
      case GRADIENT_VANISHING ->
          allZero(weights) ? "the weights of layer " + blamed + " are all 0" : fault.cause();
      default -> fault.cause();
    };
  }

  private static boolean isOnTheWayBack(Diagnosis fault) {
    return fault == Diagnosis.GRADIENT_VANISHING
        || fault == Diagnosis.GRADIENT_EXPLODING
        || fault == Diagnosis.MASKED_GRADIENT;
  }

  private static String onTheWayThere(
      Diagnosis fault, Examination exam, Node node, List<Parameter> weights) {
    if (exam.vitals().units().biasesOutweigh(node.number())) {
      return "its biases outweigh what its weights pass on";
    }
    if (allZero(weights)) {
      return "its weights are all 0";
    }
    if (isNothing(node.activation())) {
      return "its activation is 0 wherever a usual signal goes";
    }
    boolean grows = fault == Diagnosis.EXPLODING || fault == Diagnosis.COLLAPSE;
    if (grows && weights.stream().anyMatch(Causes::meanOutweighs)) {
      return "the mean of its weights is not 0: the same is added up for every neuron";
    }
    return bySize(fault, exam, node, weights.get(0));
  }

  private static String bySize(Diagnosis fault, Examination exam, Node node, Parameter weight) {
    double size = weight.shape().fanIn() * Moments.of(weight.value()).variance();
    double due = HealthyRange.needed(node.activation());
    double[] range = HealthyRange.due();
    boolean plain = node.inside().isEmpty() && weight.role() == Role.WEIGHT;
    double incoming = exam.vitals().of(Measure.ACTIVATION, node.number() - 1);
    if (fault == Diagnosis.SATURATED && plain && size <= range[1] * due && incoming > range[1]) {
      return "what comes in is too large: the weights are not";
    }
    boolean small = fault == Diagnosis.VANISHING && size >= range[0] * due;
    boolean large = fault == Diagnosis.EXPLODING && size <= range[1] * due;
    return plain && (small || large)
        ? "its weights have the size that is due: look at what comes in, and at how narrow the layers are"
        : fault.cause();
  }

  private static boolean allZero(List<Parameter> weights) {
    return weights.stream().allMatch(w -> Moments.of(w.value()).secondMoment() == 0);
  }

  /** Whether fan_in (mean w)^2 is above Var w: inputs of one sign then add up. */
  private static boolean meanOutweighs(Parameter weight) {
    Moments w = Moments.of(weight.value());
    return weight.shape().fanIn() * w.mean() * w.mean() > w.variance() * SURE;
  }

  /** Means of weights drawn around 0 are that far off by chance in no layer that is seen. */
  private static final double SURE = 16;

  /** Whether f(z) = 0 for every z from -3 to 3. */
  private static boolean isNothing(Activation f) {
    for (double z = -3; z <= 3; z += 0.25) {
      if (f.apply(z) != 0) {
        return false;
      }
    }
    return true;
  }
}
