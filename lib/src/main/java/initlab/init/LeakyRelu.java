package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;

/** z above zero, slope times z below; ReLU is slope 0. Whole arrays at a time, for speed. */
record LeakyRelu(double negativeSlope) implements Activation {
  LeakyRelu {
    Args.finite(negativeSlope, "the negative slope", "Common values are 0 (ReLU) and 0.01.");
  }

  @Override
  public double apply(double z) {
    return negativeSlope == 0 ? Math.max(z, 0) : z > 0 ? z : negativeSlope * z;
  }

  @Override
  public double slope(double z) {
    return z > 0 ? 1 : negativeSlope;
  }

  @Override
  public double exactSlope(double z) {
    return slope(z);
  }

  @Override
  public boolean hasDerivative() {
    return true;
  }

  @Override
  public void apply(double[] z, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      a[i] = apply(z[i]);
    }
  }

  @Override
  public void backward(double[] z, double[] gradient, int n) {
    // Looked up, not branched on: half of all guesses at the sign of z would be wrong, and cost
    // most.
    double[] slopes = {negativeSlope, 1};
    for (int i = 0; i < n; i++) {
      gradient[i] *= slopes[z[i] > 0 ? 1 : 0];
    }
  }

  @Override
  public String name() {
    return negativeSlope == 0 ? "ReLU" : "leaky ReLU " + Numbers.brief(negativeSlope, 6);
  }

  @Override
  public String toString() {
    return name();
  }
}
