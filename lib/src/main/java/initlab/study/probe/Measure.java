package initlab.study.probe;

/** A number that a figure can follow through the layers. */
public enum Measure {
  /** Second moment of activations, E a^2: forward. */
  ACTIVATION("second moment of activations", false),
  /** Mean of activations: forward. */
  ACTIVATION_MEAN("mean of activations", false),
  /** Variance of activations: forward. */
  ACTIVATION_VARIANCE("variance of activations", false),
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
  /** Second moment of dL/dW, summed over the batch: backward; costs a third more. */
  WEIGHT_GRADIENT("second moment of dL/dW", true),
  /**
   * Share of pre-activations where f is nearly flat, |f'(z)| below a tenth of its steepest:
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

  /** Whether it is found on the way back. */
  boolean backward() {
    return this == GRADIENT || this == WEIGHT_GRADIENT;
  }
}
