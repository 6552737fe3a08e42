package initlab.math;

import initlab.base.Progress;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian;

/** Draws arrays of independent normal numbers. */
public final class Normals {
  private Normals() {}

  /**
   * Fills the first n entries of out with N(0, std^2).
   *
   * <p>The numbers are those of {@link NormalizedGaussian} times std, whatever the generator. One
   * that comes from {@link RandomStreams} draws them faster than any other.
   *
   * @param std the standard deviation
   * @param rng the source, which is left where the sampler would leave it
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  public static void fill(double std, UniformRandomProvider rng, double[] out, int n) {
    if (rng instanceof NormalStream stream) {
      stream.fill(std, out, n);
      return;
    }
    NormalizedGaussian normal = NormalizedGaussian.of(rng);
    for (int i = 0; i < n; i++) {
      Progress.checkInterrupted(i);
      out[i] = std * normal.sample();
    }
  }
}
