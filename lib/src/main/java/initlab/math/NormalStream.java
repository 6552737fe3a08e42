package initlab.math;

import initlab.base.Progress;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian;

/**
 * The random generator L64X128Mix of Commons RNG, which can also fill an array with normals.
 *
 * <p>They are the numbers that {@link NormalizedGaussian} draws from the same generator, to the
 * last bit, in two thirds of its time. That sampler cuts the area under the bell curve into layers.
 * It takes 64 random bits z, whose last eight choose a layer. For 253 of the 256 values of those
 * eight bits, 99 times out of 100, the normal is z times a width that belongs to the layer, and
 * nothing more is drawn. The loop here does just that, with the state of the generator in local
 * variables. For the other three values it leaves this normal to the sampler.
 */
final class NormalStream extends L64X128Mix {
  private static final long MIX = 0xdaba0b6eb09322e3L;
  private static final int LAST_BITS = 0xff;
  private static final int PLAIN_LAYERS = 253;
  private static final double[] WIDTHS = new double[LAST_BITS + 1];

  static {
    Arrays.setAll(WIDTHS, i -> i < PLAIN_LAYERS ? width(i) : Double.NaN);
  }

  private final NormalizedGaussian sampler = NormalizedGaussian.of(this);

  /**
   * The generator with this state.
   *
   * @param state four numbers, as {@link L64X128Mix} takes them
   */
  NormalStream(long[] state) {
    super(state);
  }

  /** The width of a layer: what the sampler makes of z = 2^62, to which a layer adds nothing. */
  private static double width(int layer) {
    UniformRandomProvider constant = () -> (1L << 62) | layer;
    return NormalizedGaussian.of(constant).sample() / 0x1p62;
  }

  /**
   * Fills the first n entries of out with independent normals of mean 0.
   *
   * @param std their standard deviation
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  void fill(double std, double[] out, int n) {
    long increment = la;
    long s = ls;
    long a = x0;
    long b = x1;
    for (int i = 0; i < n; i++) {
      Progress.checkInterrupted(i);
      long z = mix(s + a);
      int layer = (int) z & LAST_BITS;
      if (layer < PLAIN_LAYERS) {
        out[i] = WIDTHS[layer] * z * std; // without brackets, as in Moments
        s = M * s + increment;
        b ^= a;
        a = Long.rotateLeft(a, 24) ^ b ^ (b << 16);
        b = Long.rotateLeft(b, 37);
      } else {
        keep(s, a, b);
        out[i] = std * sampler.sample();
        s = ls;
        a = x0;
        b = x1;
      }
    }
    keep(s, a, b);
  }

  private void keep(long s, long a, long b) {
    ls = s;
    x0 = a;
    x1 = b;
  }

  private static long mix(long x) {
    long y = (x ^ (x >>> 32)) * MIX;
    y = (y ^ (y >>> 32)) * MIX;
    return y ^ (y >>> 32);
  }
}
