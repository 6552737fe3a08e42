package initlab.theory;

import initlab.init.Activation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The sum of n independent g(Z_j)^2 for standard normal Z_j, sampled.
 *
 * <p>For f with one slope on each side of zero (linear, ReLU, leaky ReLU) it is exactly a^2 chi^2_k
 * + b^2 chi^2_(n-k) with k ~ Binomial(n, 1/2); for any other f the n terms are drawn.
 */
final class SumOfSquares {
  private final Activation f;
  private final UniformRandomProvider rng;
  private final boolean homogeneous;
  private final ZigguratSampler.NormalizedGaussian normal;

  SumOfSquares(Activation f, UniformRandomProvider rng) {
    this.f = f;
    this.rng = rng;
    this.homogeneous = homogeneous(f);
    this.normal = ZigguratSampler.NormalizedGaussian.of(rng);
  }

  static boolean homogeneous(Activation f) {
    for (double z : new double[] {-300, -3, -0.3, 0.3, 3, 300}) {
      double expected = Math.abs(z) * f.apply(Math.signum(z));
      if (!(Math.abs(f.apply(z) - expected) <= 1e-12 * Math.abs(expected))) {
        return false;
      }
    }
    return true;
  }

  /** The mean over n neurons of f(s Z)^2. */
  double activations(double s, int n) {
    if (homogeneous) {
      int positive = positive(n);
      double sum = sq(f.apply(1)) * chiSquare(positive) + sq(f.apply(-1)) * chiSquare(n - positive);
      return s * s * sum / n;
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += sq(f.apply(s * normal.sample()));
    }
    return sum / n;
  }

  /** The mean over n neurons of (f'(s Z) G)^2, for standard normal G independent of Z. */
  double slopes(double s, int n) {
    if (homogeneous) {
      return activations(1, n);
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += sq(f.slope(s * normal.sample()) * normal.sample());
    }
    return sum / n;
  }

  private int positive(int n) {
    if (sq(f.apply(1)) == sq(f.apply(-1))) {
      return n;
    }
    int count = 0;
    for (int left = n; left > 0; left -= 64) {
      long bits = rng.nextLong();
      count += Long.bitCount(left >= 64 ? bits : bits >>> (64 - left));
    }
    return count;
  }

  private double chiSquare(int degrees) {
    if (degrees == 0) {
      return 0;
    }
    return AhrensDieterMarsagliaTsangGammaSampler.of(rng, 0.5 * degrees, 2).sample();
  }

  private static double sq(double x) {
    return x * x;
  }
}
