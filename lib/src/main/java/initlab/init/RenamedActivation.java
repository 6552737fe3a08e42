package initlab.init;

import initlab.base.Args;

/** An activation under another name. */
record RenamedActivation(String name, Activation f) implements Activation {

  RenamedActivation {
    Args.given(name, "the name", "Say what figures should call it.");
  }

  @Override
  public double apply(double z) {
    return f.apply(z);
  }

  @Override
  public double slope(double z) {
    return f.slope(z);
  }

  @Override
  public double exactSlope(double z) {
    return f.exactSlope(z);
  }

  @Override
  public boolean hasDerivative() {
    return f.hasDerivative();
  }

  @Override
  public void apply(double[] z, double[] a, int n) {
    f.apply(z, a, n);
  }

  @Override
  public void backward(double[] z, double[] gradient, int n) {
    f.backward(z, gradient, n);
  }

  @Override
  public String toString() {
    return name;
  }
}
