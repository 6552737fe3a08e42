package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A recurrent layer: h(t) = f(x(t) W + h(t - 1) U + b) over the places of a sample, which are steps
 * in time, from h(0) = 0. It gives all h(t). Elman (1990).
 *
 * <p>W is (in x hidden), U (hidden x hidden), b (1 x hidden). Inputs of all steps are multiplied at
 * once; then one product for each step takes the whole batch along.
 *
 * @param hidden how many numbers h has
 * @param f the activation
 * @param bias whether there is a b, which starts at 0
 */
public record Rnn(int hidden, Activation f, boolean bias) implements Recurring {
  private static final int PRE = 0; // z(t) = x(t) W + h(t - 1) U + b, all steps
  private static final int DPRE = 3; // dL/dz(t), all steps; scratch
  private static final int DSTATE = 4; // dL/dh(t), all steps

  public Rnn {
    Args.atLeast(1, hidden, "hidden", "Carry one number at least.");
    Args.given(f, "the activation", "TANH is usual.");
  }

  /** A recurrent layer. */
  public static Rnn of(int hidden, Activation f) {
    return new Rnn(hidden, f, true);
  }

  @Override
  public Rnn withoutBias() {
    return new Rnn(hidden, f, false);
  }

  @Override
  public Rnn withBias() {
    return new Rnn(hidden, f, true);
  }

  @Override
  public Signal out(Signal in) {
    return in.channels(hidden);
  }

  @Override
  public List<Slot> slots(Signal in) {
    Slot w = Slot.weight("W", WeightShape.dense(in.channels(), hidden));
    Slot u = Slot.of("U", WeightShape.recurrent(hidden), Role.RECURRENT);
    return bias ? List.of(w, u, Slot.vector("b", hidden, Role.BIAS)) : List.of(w, u);
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj pre = m.keep(PRE, m.x().numRows, hidden);
    m.product().times(m.x(), m.value(0), pre);
    if (bias) {
      Dense.addToRows(m.value(2), pre);
    }
    DMatrixRMaj before = m.scratch(0, m.batch(), hidden);
    DMatrixRMaj carried = m.scratch(1, m.batch(), hidden);
    for (int t = 0; t < m.in().places(); t++) {
      Progress.checkInterrupted();
      if (t > 0) {
        TimeSteps.gather(m.z(), t - 1, before);
        m.product().times(before, m.value(1), carried);
        TimeSteps.add(carried, t, pre);
      }
      TimeSteps.gather(pre, t, carried);
      f.apply(carried.data, carried.data, carried.getNumElements());
      TimeSteps.scatter(carried, t, m.z());
    }
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj pre = m.keep(PRE, m.dz().numRows, hidden);
    DMatrixRMaj dpre = m.scratch(DPRE, m.dz().numRows, hidden);
    DMatrixRMaj dh = stateGradient(m);
    DMatrixRMaj now = m.scratch(0, m.batch(), hidden);
    DMatrixRMaj z = m.scratch(1, m.batch(), hidden);
    DMatrixRMaj carried = m.scratch(2, m.batch(), hidden);
    dh.setTo(m.dz());
    for (int t = m.in().places() - 1; t >= 0; t--) {
      Progress.checkInterrupted();
      TimeSteps.gather(dh, t, now);
      TimeSteps.gather(pre, t, z);
      f.backward(z.data, now.data, now.getNumElements());
      TimeSteps.scatter(now, t, dpre);
      if (t > 0) {
        m.product().timesTransposed(now, m.value(1), carried);
        TimeSteps.add(carried, t - 1, dh);
      }
    }
    if (m.wantsGradients()) {
      Gates.gradients(m, dpre, dpre, m.scratch(5, dpre.numRows, hidden));
      if (bias) {
        Dense.sumRows(dpre, m.gradient(2));
      }
    }
    m.product().timesTransposed(dpre, m.value(0), m.dx());
  }

  @Override
  public DMatrixRMaj stateGradient(Memory m) {
    return m.scratch(DSTATE, m.dz().numRows, hidden);
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
