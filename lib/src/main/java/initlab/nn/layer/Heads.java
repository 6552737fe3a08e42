package initlab.nn.layer;

import initlab.base.Progress;
import initlab.nn.Memory;
import org.ejml.data.DMatrixRMaj;

/**
 * What the heads of attention do with queries, keys and values, sample after sample and head after
 * head, over the memory of one pass.
 */
final class Heads {
  static final int DMIXED = 0; // scratch: dL/do of all heads
  private static final int DQKV = 1;

  private final Memory m;
  private final boolean causal;
  private final int heads;
  private final int places;
  private final int k;
  private final int v;
  private final double scale;
  private final DMatrixRMaj qkv;
  private final DMatrixRMaj shares;
  private final DMatrixRMaj mixed;
  private final DMatrixRMaj query;
  private final DMatrixRMaj key;
  private final DMatrixRMaj value;
  private final DMatrixRMaj square;

  Heads(Attention layer, Memory m) {
    this.m = m;
    causal = layer.masked();
    heads = layer.heads();
    places = m.in().places();
    k = layer.keyWidth(m.in());
    v = layer.valueWidth(m.in());
    scale = layer.scaled() ? 1 / Math.sqrt(k) : 1;
    int rows = m.batch() * places;
    qkv = m.keep(Attention.QKV, rows, heads * (2 * k + v));
    shares = m.keep(Attention.SHARES, rows * heads, places);
    mixed = m.keep(Attention.MIXED, rows, heads * v);
    query = m.scratch(2, places, k);
    key = m.scratch(3, places, k);
    value = m.scratch(4, places, v);
    square = m.scratch(5, places, places);
  }

  /** From queries, keys and values to shares, and to what they mix. */
  void forward() {
    DMatrixRMaj o = m.scratch(6, places, v);
    for (int head = 0; head < m.batch() * heads; head++) {
      Progress.checkInterrupted();
      take(head);
      m.product().timesTransposed(query, key, square);
      Softmax.rows(square, scale, causal);
      System.arraycopy(square.data, 0, shares.data, head * places * places, places * places);
      m.product().times(square, value, o);
      Blocks.put(o, mixed, row(head), inOut(head));
    }
  }

  /** Writes the logits of all heads, one below another. */
  void logits(DMatrixRMaj all) {
    for (int head = 0; head < m.batch() * heads; head++) {
      take(head);
      m.product().timesTransposed(query, key, square);
      for (int i = 0; i < places * places; i++) {
        all.data[head * places * places + i] = scale * square.data[i];
      }
    }
  }

  /** From dL/do to dL/d(queries, keys, values), which is lent. */
  DMatrixRMaj backward(DMatrixRMaj dmixed) {
    DMatrixRMaj dqkv = m.scratch(DQKV, qkv.numRows, qkv.numCols);
    DMatrixRMaj share = m.scratch(6, places, places);
    DMatrixRMaj o = m.scratch(7, places, v);
    DMatrixRMaj gradient = m.scratch(8, places, v);
    for (int head = 0; head < m.batch() * heads; head++) {
      Progress.checkInterrupted();
      take(head);
      System.arraycopy(shares.data, head * places * places, share.data, 0, places * places);
      Blocks.take(mixed, row(head), inOut(head), o);
      Blocks.take(dmixed, row(head), inOut(head), gradient);
      m.product().timesTransposed(gradient, value, square);
      m.product().transposedTimes(share, gradient, value);
      Blocks.put(value, dqkv, row(head), inValues(head));
      Softmax.backward(share, o, gradient, scale, square);
      m.product().transposedTimes(square, query, gradient);
      Blocks.put(gradient, dqkv, row(head), inKeys(head));
      m.product().times(square, key, gradient);
      Blocks.put(gradient, dqkv, row(head), inQueries(head));
      gradient.reshape(places, v);
    }
    return dqkv;
  }

  private void take(int head) {
    value.reshape(places, v);
    Blocks.take(qkv, row(head), inQueries(head), query);
    Blocks.take(qkv, row(head), inKeys(head), key);
    Blocks.take(qkv, row(head), inValues(head), value);
  }

  private int row(int head) {
    return head / heads * places;
  }

  private int inQueries(int head) {
    return head % heads * k;
  }

  private int inKeys(int head) {
    return (heads + head % heads) * k;
  }

  private int inValues(int head) {
    return 2 * heads * k + inOut(head);
  }

  private int inOut(int head) {
    return head % heads * v;
  }
}
