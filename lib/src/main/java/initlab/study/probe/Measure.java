package initlab.study.probe;

/** A number that a figure can follow through the layers. */
public enum Measure {
  /** Second moment of activations, E a^2: forward. */
  ACTIVATION("second moment of activations", false),
  /** Mean of activations: forward. */
  ACTIVATION_MEAN("mean of activations", false),
  /** Variance of activations: forward. */
  ACTIVATION_VARIANCE("variance of activations", false),
  /**
   * Variance of activations over the samples of a batch, neuron by neuron, then averaged over the
   * neurons: how much of the signal tells one sample from another. It is 0 where all samples give
   * the same activations, as they nearly do where biases outweigh a signal that has died; NaN for a
   * batch of one. Forward.
   */
  BATCH_VARIANCE("variance of activations over the batch", true),
  /** Second moment of pre-activations, E z^2: forward. */
  PRE_ACTIVATION("second moment of pre-activations", false),
  /** Mean of pre-activations: forward. */
  PRE_ACTIVATION_MEAN("mean of pre-activations", false),
  /** Variance of pre-activations: forward. */
  PRE_ACTIVATION_VARIANCE("variance of pre-activations", false),
  /** Share of neurons that are 0 on the whole batch: forward. */
  DEAD("share of dead neurons", false),
  /** Second moment of dL/da: backward. */
  GRADIENT("second moment of gradients dL/da", false),
  /**
   * Second moment of dL/dW, summed over the batch: backward; costs a third more. Of weights that
   * layers share, each layer's is its own part of the gradient.
   */
  WEIGHT_GRADIENT("second moment of dL/dW", true),
  /**
   * Share of pre-activations where f is nearly flat, |f'(z)| at most a tenth of its steepest:
   * forward. Half for ReLU in its usual state.
   */
  SATURATED("share of saturated activations", true),
  /** Mean cosine between the activations of samples 1 and 2, 3 and 4, ...: forward. */
  CORRELATION("cosine between two samples", true),
  /** Effective rank of activations, (sum s^2)^2 / sum s^4 over their singular values s: forward. */
  RANK("effective rank of activations", true);

  private final String label;
  private final boolean onRequest;

  Measure(String label, boolean onRequest) {
    this.label = label;
    this.onRequest = onRequest;
  }

  /** The measure in words, as an axis says it. */
  public String label() {
    return label;
  }

  /** Whether a study takes it only where it is asked for, {@code measure(Measure.RANK)}. */
  public boolean onRequest() {
    return onRequest;
  }

  /** Whether it is a second moment, whose root is a size. */
  public boolean secondMoment() {
    return this == ACTIVATION || this == PRE_ACTIVATION || backward();
  }

  /** Whether it may be negative, and so has no logarithm: a figure then shows plain values. */
  public boolean signed() {
    return this == ACTIVATION_MEAN || this == PRE_ACTIVATION_MEAN || this == CORRELATION;
  }

  /** Whether it is found on the way back. */
  public boolean backward() {
    return this == GRADIENT || this == WEIGHT_GRADIENT;
  }

  /**
   * The layer at which its way through a net of so many layers ends: the last going forward; going
   * backward the input, layer 0, or layer 1 for what the input does not have, a weight.
   */
  public int lastOf(int layers) {
    return this == GRADIENT ? 0 : this == WEIGHT_GRADIENT ? 1 : layers;
  }

  /** The layer at which its way through a net of so many layers begins, see {@link #lastOf}. */
  public int firstOf(int layers) {
    return backward() ? layers : isOfWeightedLayers() ? 1 : 0;
  }

  private boolean isOfWeightedLayers() {
    return switch (this) {
      case PRE_ACTIVATION, PRE_ACTIVATION_MEAN, PRE_ACTIVATION_VARIANCE, SATURATED -> true;
      default -> false;
    };
  }
}
