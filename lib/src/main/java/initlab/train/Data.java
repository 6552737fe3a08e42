package initlab.train;

import initlab.init.Distribution;
import initlab.math.Args;
import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;

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
    DMatrixRMaj x = new DMatrixRMaj(samples, features);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), x.data, x.getNumElements());
    return x;
  }
}
