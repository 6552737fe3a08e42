package initlab.init;

import java.util.function.DoubleUnaryOperator;

record NamedActivation(String name, DoubleUnaryOperator f, DoubleUnaryOperator derivative)
    implements Activation {

  @Override
  public double apply(double z) {
    return f.applyAsDouble(z);
  }

  @Override
  public double slope(double z) {
    return derivative.applyAsDouble(z);
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
      a[i] = f.applyAsDouble(z[i]);
    }
  }

  @Override
  public void backward(double[] z, double[] gradient, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= derivative.applyAsDouble(z[i]);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
