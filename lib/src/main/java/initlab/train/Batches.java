package initlab.train;

import initlab.math.RandomStreams;
import initlab.train.data.Dataset;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ejml.data.DMatrixRMaj;

/**
 * The data in pieces of equal size, in an order shuffled anew in every epoch; the last piece of an
 * epoch may be smaller. Size 0 means all the data at once, in their own order.
 */
final class Batches {
  private final Dataset data;
  private final int size;
  private final UniformRandomProvider rng;
  private final int[] order;
  private final DMatrixRMaj x = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj y = new DMatrixRMaj(0, 0);
  private int at;

  Batches(Dataset data, int size, long seed) {
    this.data = data;
    this.size = size;
    this.rng = RandomStreams.of(seed, "batches", 0);
    this.order = PermutationSampler.natural(data.samples());
    this.at = data.samples();
  }

  boolean whole() {
    return size == 0;
  }

  /** Moves to the next piece. */
  void next() {
    if (whole()) {
      return;
    }
    if (at == data.samples()) {
      PermutationSampler.shuffle(rng, order);
      at = 0;
    }
    int to = at + Math.min(size, data.samples() - at);
    copy(data.x(), x, to);
    copy(data.y(), y, to);
    at = to;
  }

  private void copy(DMatrixRMaj from, DMatrixRMaj out, int to) {
    int cols = from.numCols;
    out.reshape(to - at, cols);
    for (int i = at; i < to; i++) {
      System.arraycopy(from.data, order[i] * cols, out.data, (i - at) * cols, cols);
    }
  }

  /** The inputs of this piece; overwritten by the next. */
  DMatrixRMaj x() {
    return whole() ? data.x() : x;
  }

  /** The targets of this piece; overwritten by the next. */
  DMatrixRMaj y() {
    return whole() ? data.y() : y;
  }
}
