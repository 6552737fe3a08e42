package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The feed-forward part of a transformer's block, at each place alike and as wide as it came: z = h
 * Down, with h = f(x Up), or, gated, h = f(x Gate) (x Up), entry by entry. Vaswani et al. (2017),
 * Shazeer (2020).
 *
 * <p>Up and Gate are (width x hidden), Down is (hidden x width). There are biases only if asked
 * for.
 *
 * @param hidden how many numbers h has; 4 width is usual, 8/3 width where it is gated
 * @param f the activation; gated, SIGMOID for GLU, SILU for SwiGLU, GELU for GeGLU
 * @param gated whether there is a gate
 * @param bias whether there are biases, which start at 0
 */
public record FeedForward(int hidden, Activation f, boolean gated, boolean bias) implements Layer {
  private static final int UP = 0;
  private static final int DOWN = 1;
  private static final int GATE = 2;

  public FeedForward {
    Args.atLeast(1, hidden, "the hidden width", "4 times the width is usual.");
    Args.given(f, "the activation", "GELU is usual; SILU for a gate.");
  }

  /** A feed-forward part without a gate, and without biases. */
  public static FeedForward of(int hidden, Activation f) {
    return new FeedForward(hidden, f, false, false);
  }

  /** A gated feed-forward part, without biases. */
  public static FeedForward gated(int hidden, Activation f) {
    return new FeedForward(hidden, f, true, false);
  }

  @Override
  public FeedForward withBias() {
    return new FeedForward(hidden, f, gated, true);
  }

  @Override
  public FeedForward withoutBias() {
    return new FeedForward(hidden, f, gated, false);
  }

  @Override
  public Signal out(Signal in) {
    return in;
  }

  @Override
  public List<Slot> slots(Signal in) {
    int width = in.channels();
    List<Slot> slots = new ArrayList<>();
    slots.add(Slot.weight("up", WeightShape.dense(width, hidden)));
    slots.add(Slot.weight("down", WeightShape.dense(hidden, width)));
    if (gated) {
      slots.add(Slot.weight("gate", WeightShape.dense(width, hidden)));
    }
    if (bias) {
      slots.add(Slot.vector("bup", hidden, Role.BIAS));
      slots.add(Slot.vector("bdown", width, Role.BIAS));
    }
    if (bias && gated) {
      slots.add(Slot.vector("bgate", hidden, Role.BIAS));
    }
    return slots;
  }

  /** The slot of a weight's bias. */
  private int biasOf(int weight) {
    return weight + (gated ? 3 : 2);
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj u = m.keep(UP, m.x().numRows, hidden);
    multiply(m, m.x(), UP, u);
    DMatrixRMaj h = h(m);
    if (gated) {
      DMatrixRMaj g = m.keep(GATE, m.x().numRows, hidden);
      multiply(m, m.x(), GATE, g);
      f.apply(g.data, h.data, g.getNumElements());
      CommonOps_DDRM.elementMult(h, u);
    } else {
      f.apply(u.data, h.data, u.getNumElements());
    }
    multiply(m, h, DOWN, m.z());
  }

  /** Only the gradient of Down needs it again. */
  private DMatrixRMaj h(Memory m) {
    int rows = m.batch() * m.in().places();
    return m.wantsGradients() ? m.keep(DOWN, rows, hidden) : m.scratch(0, rows, hidden);
  }

  private void multiply(Memory m, DMatrixRMaj x, int weight, DMatrixRMaj z) {
    m.product().times(x, m.value(weight), z);
    if (bias) {
      Dense.addToRows(m.value(biasOf(weight)), z);
    }
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj u = m.keep(UP, m.dz().numRows, hidden);
    DMatrixRMaj dh = m.scratch(1, u.numRows, hidden);
    m.product().timesTransposed(m.dz(), m.value(DOWN), dh);
    if (m.wantsGradients()) {
      gradients(m, h(m), m.dz(), DOWN);
    }
    if (gated) {
      throughGate(m, u, dh);
    } else {
      f.backward(u.data, dh.data, u.getNumElements());
      throughWeight(m, dh, UP, m.dx());
    }
  }

  /** dL/du = dL/dh f(g), and dL/dg = dL/dh u f'(g). */
  private void throughGate(Memory m, DMatrixRMaj u, DMatrixRMaj dh) {
    DMatrixRMaj g = m.keep(GATE, u.numRows, hidden);
    DMatrixRMaj du = m.scratch(2, u.numRows, hidden);
    f.apply(g.data, du.data, g.getNumElements());
    CommonOps_DDRM.elementMult(du, dh);
    throughWeight(m, du, UP, m.dx());
    CommonOps_DDRM.elementMult(dh, u);
    f.backward(g.data, dh.data, g.getNumElements());
    DMatrixRMaj more = m.scratch(3, u.numRows, m.in().channels());
    throughWeight(m, dh, GATE, more);
    CommonOps_DDRM.addEquals(m.dx(), more);
  }

  private void throughWeight(Memory m, DMatrixRMaj dz, int weight, DMatrixRMaj dx) {
    if (m.wantsGradients()) {
      gradients(m, m.x(), dz, weight);
    }
    m.product().timesTransposed(dz, m.value(weight), dx);
  }

  private void gradients(Memory m, DMatrixRMaj x, DMatrixRMaj dz, int weight) {
    m.product().transposedTimes(x, dz, m.gradient(weight));
    if (bias) {
      Dense.sumRows(dz, m.gradient(biasOf(weight)));
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public String outputWeight() {
    return "down";
  }
}
