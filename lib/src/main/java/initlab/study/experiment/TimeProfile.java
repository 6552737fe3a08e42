package initlab.study.experiment;

/** Second moments of one net's state, and of its gradient, at step 1 ... T. */
final class TimeProfile {
  private final double[] state;
  private final double[] gradient;

  TimeProfile(double[] state, double[] gradient) {
    this.state = state;
    this.gradient = gradient;
  }

  /** E h(t)^2. */
  double[] state() {
    return state.clone();
  }

  /** E (dL/dh(t))^2. */
  double[] gradient() {
    return gradient.clone();
  }

  /** What of the gradient at the last step is there at the first. */
  double reach() {
    return gradient[0] / gradient[gradient.length - 1];
  }
}
