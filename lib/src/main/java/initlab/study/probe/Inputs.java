package initlab.study.probe;

import initlab.init.Distribution;
import initlab.math.Matrices;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;

/** What a study feeds its networks: a batch (samples x features) for each seed. */
@FunctionalInterface
public interface Inputs {

  /** The batch of this seed; equal seeds give equal batches. */
  DMatrixRMaj of(int samples, int features, long seed);

  /** Independent N(0, 1). */
  static Inputs normal() {
    return Data::normal;
  }

  /** The same batch for every seed; its rows are the samples. */
  static Inputs always(DMatrixRMaj x) {
    Matrices.finite(x, "the input");
    return (samples, features, seed) -> x;
  }

  /** Independent N(0, 1) gradients at the output, (samples x outputs). */
  static DMatrixRMaj gradient(int samples, int outputs, long seed) {
    DMatrixRMaj g = new DMatrixRMaj(samples, outputs);
    Distribution.NORMAL.fill(1, RandomStreams.of(seed, "gradient", 0), g.data, samples * outputs);
    return g;
  }
}
