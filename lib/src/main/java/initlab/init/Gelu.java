package initlab.init;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** z Phi(z), with the exact normal distribution function. Whole arrays at a time, for speed. */
record Gelu() implements Activation {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static final TaylorTable PHI = new TaylorTable(Gelu::derivativeOfPhi, Gelu::phi);

  /** f' = Phi + z phi, whose n-th derivative is (n + 1) Phi(n) + z Phi(n + 1). */
  private static final TaylorTable SLOPE =
      new TaylorTable(
          (z, n) -> (n + 1) * derivativeOfPhi(z, n) + z * derivativeOfPhi(z, n + 1),
          z -> phi(z) + z * NORMAL.density(z));

  private static double phi(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** The n-th derivative of Phi: (-1)^(n - 1) He(n - 1) times the density, from n = 1 on. */
  private static double derivativeOfPhi(double z, int n) {
    if (n == 0) {
      return phi(z);
    }
    double before = 0;
    double hermite = 1;
    for (int k = 0; k < n - 1; k++) {
      double next = -z * hermite - k * before;
      before = hermite;
      hermite = next;
    }
    return hermite * NORMAL.density(z);
  }

  @Override
  public double apply(double z) {
    return z * PHI.at(z);
  }

  @Override
  public double slope(double z) {
    return SLOPE.at(z);
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
      a[i] = z[i] * PHI.at(z[i]);
    }
  }

  @Override
  public void backward(double[] z, double[] gradient, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= SLOPE.at(z[i]);
    }
  }

  @Override
  public String name() {
    return "GELU";
  }

  @Override
  public String toString() {
    return name();
  }
}
