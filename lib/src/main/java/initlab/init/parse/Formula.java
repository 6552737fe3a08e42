package initlab.init.parse;

import initlab.init.Activation;
import java.util.Arrays;

/**
 * An activation that was typed. Arrays go through it a part at a time, which stays in the cache.
 */
record Formula(String name, Expression f) implements Activation {
  private static final int PART = 256;

  private Column at(Column x) {
    return f.at(x, x);
  }

  @Override
  public double apply(double z) {
    return at(Column.of(z)).values()[0];
  }

  @Override
  public double slope(double z) {
    return at(Column.moving(z)).slopes()[0];
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
    for (int from = 0; from < n; from += PART) {
      double[] part = Arrays.copyOfRange(z, from, Math.min(n, from + PART));
      System.arraycopy(at(Column.of(part)).values(), 0, a, from, part.length);
    }
  }

  @Override
  public void backward(double[] z, double[] gradient, int n) {
    for (int from = 0; from < n; from += PART) {
      double[] part = Arrays.copyOfRange(z, from, Math.min(n, from + PART));
      double[] slopes = at(Column.moving(part)).slopes();
      for (int i = 0; i < slopes.length; i++) {
        gradient[from + i] *= slopes[i];
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
