package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Self-attention of several heads: every place asks all places of its sample. For each head, with q
 * = x Q, k = x K, v = x V (rows are places),
 *
 * <pre>{@code
 * logits = q k^T / sqrt(headWidth),  p = softmax of each row of the logits,  o = p v
 * }</pre>
 *
 * and z = (the o of all heads side by side) Out. Vaswani et al. (2017).
 *
 * <p>Q and K are (width x heads headWidth), V is (width x heads valueWidth), Out is (heads
 * valueWidth x width); a head's columns lie side by side. There are biases only if asked for. Its
 * memory grows with the square of the number of places.
 *
 * @param heads how many
 * @param headWidth numbers of a query, and of a key; 0 for width / heads
 * @param valueWidth numbers of a value; 0 for as many as a key has
 * @param masked whether a place asks only itself and the places before it
 * @param scaled whether logits are divided by sqrt(headWidth)
 * @param bias whether there are biases, which start at 0
 */
public record Attention(
    int heads, int headWidth, int valueWidth, boolean masked, boolean scaled, boolean bias)
    implements Layer {
  static final int QKV = 0; // queries, keys, values of all heads, side by side
  static final int SHARES = 1; // p of all samples and heads, one below another
  static final int MIXED = 2; // o of all heads, side by side
  private static final int OUT = 3;
  private static final int BIAS_OUT = 4;

  public Attention {
    Args.atLeast(1, heads, "the number of heads", "1 is plain attention.");
    Args.atLeast(0, headWidth, "the width of a head", "0 is the layer's width over its heads.");
    Args.atLeast(0, valueWidth, "the width of a value", "0 is the width of a head.");
  }

  /** Attention of so many heads, each of the layer's width over their number; no biases. */
  public static Attention of(int heads) {
    return new Attention(heads, 0, 0, false, true, false);
  }

  /** The same, where no place sees those after it. */
  public Attention causal() {
    return new Attention(heads, headWidth, valueWidth, true, scaled, bias);
  }

  /** The same with queries and keys, and values if not told otherwise, of this width in a head. */
  public Attention headWidth(int width) {
    Args.atLeast(1, width, "the width of a head", "Usual is the layer's width over its heads.");
    return new Attention(heads, width, valueWidth, masked, scaled, bias);
  }

  /** The same with values of this width in each head. */
  public Attention valueWidth(int width) {
    Args.atLeast(1, width, "the width of a value", "Usual is the width of a head.");
    return new Attention(heads, headWidth, width, masked, scaled, bias);
  }

  /** The same with logits that are not divided by sqrt(headWidth), as in T5. */
  public Attention unscaled() {
    return new Attention(heads, headWidth, valueWidth, masked, false, bias);
  }

  @Override
  public Attention withBias() {
    return new Attention(heads, headWidth, valueWidth, masked, scaled, true);
  }

  @Override
  public Attention withoutBias() {
    return new Attention(heads, headWidth, valueWidth, masked, scaled, false);
  }

  @Override
  public Signal out(Signal in) {
    if (headWidth == 0 && in.channels() % heads != 0) {
      throw Args.bad(
          "the number of heads",
          heads,
          "a divisor of the width " + in.channels(),
          "Change one of the two, or say headWidth(...).");
    }
    return in;
  }

  /** Numbers of a query in each head. */
  int keyWidth(Signal in) {
    return headWidth == 0 ? in.channels() / heads : headWidth;
  }

  /** Numbers of a value in each head. */
  int valueWidth(Signal in) {
    return valueWidth == 0 ? keyWidth(in) : valueWidth;
  }

  @Override
  public List<Slot> slots(Signal in) {
    int width = in.channels();
    int k = keyWidth(in);
    int v = valueWidth(in);
    List<Slot> slots = new ArrayList<>();
    slots.add(Slot.weight("q", WeightShape.attention(width, heads, k)));
    slots.add(Slot.weight("k", WeightShape.attention(width, heads, k)));
    slots.add(Slot.weight("v", WeightShape.attention(width, heads, v)));
    slots.add(Slot.weight("out", WeightShape.attentionOut(heads, v, width)));
    if (bias) {
      slots.add(Slot.vector("bout", width, Role.BIAS));
      slots.add(Slot.vector("bq", heads * k, Role.BIAS));
      slots.add(Slot.vector("bk", heads * k, Role.BIAS));
      slots.add(Slot.vector("bv", heads * v, Role.BIAS));
    }
    return slots;
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj qkv = m.keep(QKV, m.x().numRows, m.value(0).numCols * 2 + m.value(2).numCols);
    m.product().times(m.x(), SideBySide.values(m, 0, 3), qkv);
    if (bias) {
      Dense.addToRows(SideBySide.values(m, BIAS_OUT + 1, 3), qkv);
    }
    new Heads(this, m).forward();
    m.product().times(m.keep(MIXED, m.x().numRows, m.value(OUT).numRows), m.value(OUT), m.z());
    if (bias) {
      Dense.addToRows(m.value(BIAS_OUT), m.z());
    }
  }

  @Override
  public void backward(Memory m) {
    Heads all = new Heads(this, m);
    DMatrixRMaj mixed = m.keep(MIXED, m.dz().numRows, m.value(OUT).numRows);
    DMatrixRMaj dmixed = m.scratch(Heads.DMIXED, mixed.numRows, mixed.numCols);
    m.product().timesTransposed(m.dz(), m.value(OUT), dmixed);
    DMatrixRMaj dqkv = all.backward(dmixed);
    if (m.wantsGradients()) {
      m.product().transposedTimes(mixed, m.dz(), m.gradient(OUT));
      SideBySide.productGradients(m, dqkv, 0, 3);
    }
    if (m.wantsGradients() && bias) {
      Dense.sumRows(m.dz(), m.gradient(BIAS_OUT));
      SideBySide.rowGradients(m, dqkv, BIAS_OUT + 1, 3);
    }
    m.product().timesTransposed(dqkv, SideBySide.values(m, 0, 3), m.dx());
  }

  /**
   * The shares p of every sample and head of a pass, one below another: (batch heads places x
   * places), each row of sum 1; not to be modified.
   *
   * @param m of an attention layer, as a {@link initlab.nn.Watcher} is shown it
   */
  public static DMatrixRMaj shares(Memory m) {
    int heads = attention(m).heads();
    int places = m.in().places();
    return m.keep(SHARES, m.batch() * heads * places, places);
  }

  /**
   * The logits of every sample and head of a pass, as {@link #shares}; those of places that a
   * causal layer hides are there too.
   */
  public static DMatrixRMaj logits(Memory m) {
    DMatrixRMaj logits = new DMatrixRMaj(shares(m).numRows, m.in().places());
    new Heads(attention(m), m).logits(logits);
    return logits;
  }

  private static Attention attention(Memory m) {
    Args.given(m, "the memory", "Take net.forward(x).layer(3), or that of a Watcher.");
    if (m.node().layer() instanceof Attention attention) {
      return attention;
    }
    throw Args.bad("the layer " + m.node().path(), m.node().layer(), "attention", "Take another.");
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public String outputWeight() {
    return "out";
  }

  /** Such as "attention, 8 heads, causal". */
  @Override
  public String toString() {
    return "attention, "
        + heads
        + (heads == 1 ? " head" : " heads")
        + (headWidth == 0 ? "" : " of " + headWidth)
        + (valueWidth == 0 ? "" : ", values of " + valueWidth)
        + (masked ? ", causal" : "")
        + (scaled ? "" : ", unscaled")
        + (bias ? ", biases" : "");
  }
}
