package initlab.train.data;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Numbers;
import initlab.base.Progress;
import initlab.init.Distribution;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.loss.Loss;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Data made on the spot, the same for the same seed. */
public final class Data {
  private Data() {}

  /**
   * Independent N(0, 1) entries.
   *
   * @return (samples x features)
   * @throws IllegalArgumentException if either is below 1
   */
  public static DMatrixRMaj normal(int samples, int features, long seed) {
    Args.atLeast(1, samples, "samples", "Ask for at least one row.");
    Args.atLeast(1, features, "features", "Ask for at least one column.");
    FreeMemory.forMatrix("a batch", samples, features, "Ask for fewer samples.");
    DMatrixRMaj x = new DMatrixRMaj(samples, features);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), x.data, x.getNumElements());
    return x;
  }

  /**
   * Independent ids 0 ... vocabulary - 1, each as likely as the others.
   *
   * @return (samples x places)
   * @throws IllegalArgumentException if one of the numbers is below 1
   */
  public static DMatrixRMaj ids(int samples, int places, int vocabulary, long seed) {
    UniformRandomProvider rng = RandomStreams.data(seed);
    return drawn(samples, places, vocabulary, () -> rng.nextInt(vocabulary));
  }

  /**
   * Independent ids as frequent as words are: id k with a probability in proportion to 1 / (k + 1).
   *
   * @return (samples x places)
   * @throws IllegalArgumentException if one of the numbers is below 1
   */
  public static DMatrixRMaj zipf(int samples, int places, int vocabulary, long seed) {
    Args.atLeast(1, vocabulary, "the vocabulary", "Give the number of words.");
    var law = RejectionInversionZipfSampler.of(RandomStreams.data(seed), vocabulary, 1);
    return drawn(samples, places, vocabulary, () -> law.sample() - 1);
  }

  private static DMatrixRMaj drawn(int samples, int places, int vocabulary, IntSupplier id) {
    Args.atLeast(1, samples, "samples", "Ask for at least one row.");
    Args.atLeast(1, places, "places", "Ask for at least one id in a sample.");
    Args.atLeast(1, vocabulary, "the vocabulary", "Give the number of words.");
    FreeMemory.forMatrix("a batch", samples, places, "Ask for fewer samples.");
    DMatrixRMaj x = new DMatrixRMaj(samples, places);
    Arrays.setAll(x.data, i -> id.getAsInt());
    return x;
  }

  /**
   * Two classes, one of them rare: y = 1 with probability p, else 0, and x ~ N(0, 1)^features plus
   * a shift of all x of the rare class, of length 2 and along the diagonal. Logistic loss. A net
   * that knows p and nothing else has the loss -p log p - (1 - p) log(1 - p).
   *
   * @throws IllegalArgumentException unless 0 &lt; p &lt; 1, and if samples or features is below 1
   */
  public static Dataset rare(int samples, int features, double p, long seed) {
    if (!(p > 0 && p < 1)) {
      throw Args.bad("p", p, "between 0 and 1", "0.01 is one in a hundred.");
    }
    DMatrixRMaj x = normal(samples, features, seed);
    UniformRandomProvider rng = RandomStreams.of(seed, "classes", 0);
    DMatrixRMaj y = new DMatrixRMaj(samples, 1);
    for (int i = 0; i < samples; i++) {
      y.data[i] = rng.nextDouble() < p ? 1 : 0;
      for (int j = 0; j < features; j++) {
        x.data[i * features + j] += y.data[i] * 2 / Math.sqrt(features);
      }
    }
    return new Dataset("one class of two rare, p = " + Numbers.brief(p), x, y, Loss.logistic());
  }

  /**
   * The four quadrants: x ~ N(0, 1)^2, and y = 1 where x1 x2 &gt; 0, else 0. No straight line
   * separates them, and there is no noise. Logistic loss.
   */
  public static Dataset xor(int samples, long seed) {
    DMatrixRMaj x = normal(samples, 2, seed);
    DMatrixRMaj y = new DMatrixRMaj(samples, 1);
    for (int i = 0; i < samples; i++) {
      y.data[i] = x.get(i, 0) * x.get(i, 1) > 0 ? 1 : 0;
    }
    return new Dataset("XOR quadrants", x, y, Loss.logistic());
  }

  /**
   * Spiral arms around the origin, one class each, taken in turn: arm k is at angle 2 pi k / arms
   * at the centre, makes turns full turns until radius 1, and every point is moved by N(0, noise^2)
   * in both directions. Softmax cross-entropy; two arms are two classes.
   *
   * @throws IllegalArgumentException if arms is below 2, turns is not positive, or noise is
   *     negative
   */
  public static Dataset spirals(int arms, int samples, double turns, double noise, long seed) {
    Args.atLeast(2, arms, "arms", "Classes start at two.");
    Args.positive(turns, "turns", "1 is usual; more is harder.");
    Args.notNegative(noise, "noise", "0.02 leaves the arms apart.");
    Args.atLeast(1, samples, "samples", "Take 100 an arm.");
    FreeMemory.forMatrix("a batch", samples, 2, "Ask for fewer samples.");
    DMatrixRMaj x = new DMatrixRMaj(samples, 2);
    UniformRandomProvider rng = RandomStreams.data(seed);
    var normal = ZigguratSampler.NormalizedGaussian.of(rng);
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      Progress.checkInterrupted(i);
      labels[i] = i % arms;
      double r = Math.sqrt(rng.nextDouble());
      double angle = 2 * Math.PI * (labels[i] / (double) arms + turns * r);
      x.set(i, 0, r * Math.cos(angle) + noise * normal.sample());
      x.set(i, 1, r * Math.sin(angle) + noise * normal.sample());
    }
    return Dataset.labelled(arms + " spirals", x, labels, arms);
  }

  /**
   * A linear teacher: x ~ N(0, 1), y = x W*, W* (in x out) orthogonal or, where in differs from
   * out, a part of it. Squared error. The task of Saxe et al. (2014).
   */
  public static Dataset linearTeacher(int samples, int in, int out, long seed) {
    DMatrixRMaj x = normal(samples, in, seed);
    var rng = RandomStreams.of(seed, "teacher", 0);
    DMatrixRMaj teacher = Init.orthogonal().draw(WeightShape.dense(in, out), rng);
    DMatrixRMaj y = CommonOps_DDRM.mult(x, teacher, null);
    return new Dataset("linear teacher", x, y, Loss.squared());
  }

  /**
   * Remember: so many bits, each -1 or 1, are shown at the first step; at every later step comes
   * N(0, noise^2) in their place. After the last step the bits are asked for, as 0 or 1. Logistic
   * loss. The inputs are (samples x steps bits), step after step, for {@code Signal.tokens(steps,
   * bits)}.
   *
   * @throws IllegalArgumentException if samples, steps or bits is below 1, or noise is negative
   */
  public static Dataset memory(int samples, int steps, int bits, double noise, long seed) {
    Args.atLeast(1, samples, "samples", "Take 100.");
    Args.atLeast(1, steps, "steps", "50 steps are a long time.");
    Args.atLeast(1, bits, "bits", "Three bits are eight messages.");
    Args.notNegative(noise, "noise", "0.1 leaves the message to be the largest input.");
    int size = Math.multiplyExact(steps, bits);
    FreeMemory.forMatrix("a batch", samples, size, "Ask for fewer samples.");
    DMatrixRMaj x = normal(samples, size, seed);
    DMatrixRMaj y = new DMatrixRMaj(samples, bits);
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < size; j++) {
        double normal = x.get(i, j);
        x.set(i, j, j < bits ? Math.copySign(1, normal) : noise * normal);
      }
      for (int bit = 0; bit < bits; bit++) {
        y.set(i, bit, x.get(i, bit) > 0 ? 1 : 0);
      }
    }
    return new Dataset(bits + " bits for " + steps + " steps", x, y, Loss.logistic());
  }

  /** Every column minus its mean, divided by its standard deviation. See {@link Standardized}. */
  public static DMatrixRMaj standardize(DMatrixRMaj x) {
    return Standardized.by(x).apply(x);
  }
}
