package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A block of a transformer: attention, then a feed-forward part, each beside a skip.
 *
 * <pre>{@code
 * norms first:   y = x + attention(norm1(x)),          z = y + feedforward(norm2(y))
 * norms after:   y = norm1(alpha x + attention(x)),    z = norm2(alpha y + feedforward(y))
 * }</pre>
 *
 * Inner paths are "attention", "feedforward", "norm1" and "norm2".
 *
 * @param normFirst whether norms stand inside the branches: Xiong et al. (2020); else after the
 *     sums: Vaswani et al. (2017)
 * @param alpha what the skip is multiplied by; 1 but for DeepNorm
 * @param attention the first branch, which gives what it takes
 * @param feedForward the second branch, which gives what it takes
 * @param norm the kind of both norms
 */
public record TransformerBlock(
    boolean normFirst, double alpha, Layer attention, Layer feedForward, Layer norm)
    implements Layer {
  private static final int NORM1 = 0;
  private static final int ATTENTION = 1;
  private static final int NORM2 = 2;
  private static final int FEED_FORWARD = 3;

  public TransformerBlock {
    Args.finite(alpha, "alpha", "1 is plain.");
    if (normFirst && alpha != 1) {
      throw Args.bad(
          "alpha where norms come first", alpha, "1", "DeepNorm has its norms after the sums.");
    }
    Args.given(attention, "the attention", "Such as Attention.of(8).");
    Args.given(feedForward, "the feed-forward part", "Such as FeedForward.of(512, GELU).");
    Args.given(norm, "the norm", "Such as LayerNorm.of().");
  }

  /** A block whose branches begin with a LayerNorm: Xiong et al. (2020). */
  public static TransformerBlock preNorm(Layer attention, Layer feedForward) {
    return new TransformerBlock(true, 1, attention, feedForward, LayerNorm.of());
  }

  /** A block with a LayerNorm after each sum: Vaswani et al. (2017). */
  public static TransformerBlock postNorm(Layer attention, Layer feedForward) {
    return new TransformerBlock(false, 1, attention, feedForward, LayerNorm.of());
  }

  /**
   * One of so many blocks of DeepNorm: norms after the sums, and alpha = (2 blocks)^(1/4), for a
   * net that only encodes or only decodes. Wang et al. (2022). Its weights v, out, up and down are
   * to be drawn by Xavier's rule with {@link #deepNormGain}.
   */
  public static TransformerBlock deepNorm(Layer attention, Layer feedForward, int blocks) {
    double alpha = Math.pow(2.0 * atLeastOne(blocks), 0.25);
    return new TransformerBlock(false, alpha, attention, feedForward, LayerNorm.of());
  }

  /** The gain of v, out, up and down in so many blocks of DeepNorm: (8 blocks)^(-1/4). */
  public static double deepNormGain(int blocks) {
    return Math.pow(8.0 * atLeastOne(blocks), -0.25);
  }

  private static int atLeastOne(int blocks) {
    return Args.atLeast(1, blocks, "the number of blocks", "Count all blocks of the net.");
  }

  /** The same with another kind of norm, such as RmsNorm.of(). */
  public TransformerBlock norm(Layer other) {
    return new TransformerBlock(normFirst, alpha, attention, feedForward, other);
  }

  @Override
  public Signal out(Signal in) {
    same("norm1", norm, in);
    same("attention", attention, in);
    same("feedforward", feedForward, in);
    return in;
  }

  private static void same(String name, Layer layer, Signal in) {
    Signal out = new Inner(name, layer, in).out();
    if (!out.equals(in)) {
      throw Args.bad(
          "what " + name + " gives", out, in.toString(), "Only equal signals can be added.");
    }
  }

  @Override
  public List<Inner> inside(Signal in) {
    return List.of(
        new Inner("norm1", norm, in),
        new Inner("attention", attention, in),
        new Inner("norm2", norm, in),
        new Inner("feedforward", feedForward, in));
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj y = half(m, m.x(), NORM1, ATTENTION, m.keep(0, m.x().numRows, m.x().numCols));
    if (normFirst) {
      half(m, y, NORM2, FEED_FORWARD, m.z());
    } else {
      m.z().setTo(half(m, y, NORM2, FEED_FORWARD, m.keep(1, y.numRows, y.numCols)));
    }
  }

  /** Half a block: a branch, its norm, and the sum. */
  private DMatrixRMaj half(Memory m, DMatrixRMaj x, int normed, int branch, DMatrixRMaj sum) {
    if (normFirst) {
      CommonOps_DDRM.add(x, m.forward(branch, m.forward(normed, x)), sum);
      return sum;
    }
    CommonOps_DDRM.add(alpha, x, m.forward(branch, x), sum);
    return m.forward(normed, sum);
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj dy = m.scratch(0, m.dz().numRows, m.dz().numCols);
    halfBack(m, m.dz(), NORM2, FEED_FORWARD, dy);
    halfBack(m, dy, NORM1, ATTENTION, m.dx());
  }

  private void halfBack(Memory m, DMatrixRMaj dz, int normed, int branch, DMatrixRMaj dx) {
    if (normFirst) {
      CommonOps_DDRM.add(dz, m.backward(normed, m.backward(branch, dz)), dx);
    } else {
      DMatrixRMaj dsum = m.backward(normed, dz);
      CommonOps_DDRM.add(alpha, dsum, m.backward(branch, dsum), dx);
    }
  }

  @Override
  public boolean needsInput() {
    return normFirst ? norm.needsInput() : attention.needsInput();
  }

  @Override
  public Layer map(UnaryOperator<Layer> change) {
    return change.apply(
        new TransformerBlock(
            normFirst, alpha, attention.map(change), feedForward.map(change), norm.map(change)));
  }
}
