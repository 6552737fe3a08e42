package initlab.theory;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/** One source of random numbers, and room for the neurons of a layer. */
final class Draws {
  private static final int BUFFERS = 3;

  private final UniformRandomProvider rng;
  private final ZigguratSampler.NormalizedGaussian normal;
  private final double[][] buffers;

  /** One for each number of degrees that has been asked for: making one costs as much as a draw. */
  private final @Nullable SharedStateContinuousSampler[] chiSquares;

  /** Draws for layers of up to so many neurons. */
  Draws(UniformRandomProvider rng, int most) {
    this.rng = rng;
    normal = ZigguratSampler.NormalizedGaussian.of(rng);
    buffers = new double[BUFFERS][most];
    chiSquares = new SharedStateContinuousSampler[most + 1];
  }

  /** A standard normal number. */
  double normal() {
    return normal.sample();
  }

  /** The sum of the squares of so many standard normal numbers; 0 of none. */
  double chiSquare(int degrees) {
    if (degrees == 0) {
      return 0;
    }
    SharedStateContinuousSampler sampler = chiSquares[degrees];
    if (sampler == null) {
      sampler = AhrensDieterMarsagliaTsangGammaSampler.of(rng, 0.5 * degrees, 2);
      chiSquares[degrees] = sampler;
    }
    return sampler.sample();
  }

  /** How many of n fair coins fall on one side. */
  int coins(int n) {
    int count = 0;
    for (int left = n; left > 0; left -= 64) {
      long bits = rng.nextLong();
      count += Long.bitCount(left >= 64 ? bits : bits >>> (64 - left));
    }
    return count;
  }

  /** Room for a number a neuron, shared by all layers. */
  double[] buffer(int which) {
    return buffers[which];
  }
}
