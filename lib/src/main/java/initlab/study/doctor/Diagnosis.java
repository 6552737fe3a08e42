package initlab.study.doctor;

/** What may be wrong with a network before step one. */
public enum Diagnosis {
  UNSCALED_INPUT("the input is not scaled", "no one standardized the data"),
  SYMMETRY("neurons are twins", "equal weights get equal gradients: what starts equal stays equal"),
  FANS_SWAPPED("the fans are swapped", "Var W was divided by fan_out where fan_in is due"),
  VANISHING("the signal vanishes", "weights are too small for this activation"),
  EXPLODING("the signal explodes", "weights are too large for this activation"),
  GRADIENT_VANISHING("gradients vanish on the way back", "fan_out Var W E f'^2 is below 1"),
  GRADIENT_EXPLODING("gradients explode on the way back", "fan_out Var W E f'^2 is above 1"),
  MASKED_GRADIENT(
      "gradients of weights look level, and hide that dL/da is not",
      "dL/dW = a^T dL/dz: what one factor gains, the other loses"),
  SATURATED("activations are saturated", "weights are too large for this activation"),
  DEAD("neurons are dead", "what comes in keeps them where the activation is 0"),
  COLLAPSE("samples have become alike", "the activation pulls samples together, layer by layer");

  private final String words;
  private final String cause;

  Diagnosis(String words, String cause) {
    this.words = words;
    this.cause = cause;
  }

  /** The fault in words. */
  public String words() {
    return words;
  }

  /** What usually brings it about. */
  public String cause() {
    return cause;
  }
}
