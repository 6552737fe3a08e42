package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A gated layer: u = x W, v = x V, and z = f(u) v, entry by entry, for W and V (in x width).
 * Dauphin et al. (2017), Shazeer (2020).
 *
 * @param width how many outputs at each place
 * @param gate f: SIGMOID for GLU, SILU for SwiGLU, GELU for GeGLU
 */
public record Gated(int width, Activation gate) implements Layer {

  public Gated {
    Args.atLeast(1, width, "the width", "A layer needs at least one output.");
    Args.given(gate, "the gate", "Use SILU for SwiGLU.");
  }

  /** A gated layer. */
  public static Gated of(int width, Activation gate) {
    return new Gated(width, gate);
  }

  /** A plan of so many gated layers, each width x width. */
  public static Plan deep(Activation gate, int width, int depth) {
    Args.atLeast(1, depth, "depth", "A transformer's block has one gated layer.");
    Plan plan = Plan.of(Signal.vector(width), Collections.nCopies(depth, of(width, gate)));
    return plan.named("gated " + gate.name() + " net, " + plan);
  }

  @Override
  public Signal out(Signal in) {
    return in.channels(width);
  }

  @Override
  public List<Slot> slots(Signal in) {
    WeightShape shape = WeightShape.dense(in.channels(), width);
    return List.of(Slot.weight("W", shape), Slot.weight("V", shape));
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj u = m.keep(0, m.x().numRows, width);
    DMatrixRMaj v = m.keep(1, m.x().numRows, width);
    m.product().times(m.x(), m.value(0), u);
    m.product().times(m.x(), m.value(1), v);
    gate.apply(u.data, m.z().data, u.getNumElements());
    CommonOps_DDRM.elementMult(m.z(), v);
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj u = m.keep(0, m.dz().numRows, width);
    DMatrixRMaj v = m.keep(1, m.dz().numRows, width);
    DMatrixRMaj du = m.scratch(0, u.numRows, width);
    DMatrixRMaj dv = m.scratch(1, u.numRows, width);
    CommonOps_DDRM.elementMult(m.dz(), v, du);
    gate.backward(u.data, du.data, u.getNumElements());
    gate.apply(u.data, dv.data, u.getNumElements());
    CommonOps_DDRM.elementMult(dv, m.dz());
    if (m.wantsGradients()) {
      m.product().transposedTimes(m.x(), du, m.gradient(0));
      m.product().transposedTimes(m.x(), dv, m.gradient(1));
    }
    DMatrixRMaj more = m.scratch(2, u.numRows, m.in().channels());
    m.product().timesTransposed(du, m.value(0), m.dx());
    m.product().timesTransposed(dv, m.value(1), more);
    CommonOps_DDRM.addEquals(m.dx(), more);
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public String outputWeight() {
    return "V";
  }
}
