package initlab.study;

import java.util.function.ToDoubleFunction;

/** A number that a figure can follow through the layers. */
public enum Measure {
  /** Second moment of activations, E a^2: forward. */
  ACTIVATION("second moment of activations", r -> r.activation().secondMoment()),
  /** Second moment of pre-activations, E z^2: forward. */
  PRE_ACTIVATION("second moment of pre-activations", r -> r.preActivation().secondMoment()),
  /** Second moment of dL/da: backward. */
  GRADIENT("second moment of gradients dL/da", r -> r.gradient().secondMoment()),
  /** Second moment of dL/dW: backward. */
  WEIGHT_GRADIENT("second moment of dL/dW", r -> r.weightGradient().secondMoment()),
  /** Mean of activations: forward. */
  ACTIVATION_MEAN("mean of activations", r -> r.activation().mean()),
  /** Variance of activations: forward. */
  ACTIVATION_VARIANCE("variance of activations", r -> r.activation().variance()),
  /** Share of neurons that are 0 on the whole batch: forward. */
  DEAD("share of dead neurons", LayerReport::dead);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference of this file: it has no state
  private final ToDoubleFunction<LayerReport> number;

  Measure(String label, ToDoubleFunction<LayerReport> number) {
    this.label = label;
    this.number = number;
  }

  /** The measure in words, as an axis says it. */
  public String label() {
    return label;
  }

  double of(LayerReport layer) {
    return number.applyAsDouble(layer);
  }
}
