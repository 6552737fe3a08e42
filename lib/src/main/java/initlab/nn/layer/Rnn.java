package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.nn.Layer;
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
 */
public record Rnn(int hidden, Activation f) implements Layer {
  private static final int PRE = 0; // z(t) = x(t) W + h(t - 1) U + b, all steps
  private static final int DPRE = 1; // dL/dz(t), all steps

  public Rnn {
    Args.atLeast(1, hidden, "hidden", "Carry one number at least.");
    Args.given(f, "the activation", "TANH is usual.");
  }

  /** A recurrent layer. */
  public static Rnn of(int hidden, Activation f) {
    return new Rnn(hidden, f);
  }

  @Override
  public Signal out(Signal in) {
    return in.channels(hidden);
  }

  @Override
  public List<Slot> slots(Signal in) {
    return List.of(
        Slot.weight("W", WeightShape.dense(in.channels(), hidden)),
        Slot.of("U", WeightShape.recurrent(hidden), Role.RECURRENT),
        Slot.vector("b", hidden, Role.BIAS));
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj pre = m.keep(PRE, m.x().numRows, hidden);
    m.product().times(m.x(), m.value(0), pre);
    Dense.addToRows(m.value(2), pre);
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
    DMatrixRMaj dpre = m.keep(DPRE, m.dz().numRows, hidden);
    DMatrixRMaj now = m.scratch(0, m.batch(), hidden);
    DMatrixRMaj z = m.scratch(1, m.batch(), hidden);
    DMatrixRMaj carried = m.scratch(2, m.batch(), hidden);
    dpre.setTo(m.dz());
    for (int t = m.in().places() - 1; t >= 0; t--) {
      Progress.checkInterrupted();
      TimeSteps.gather(dpre, t, now);
      TimeSteps.gather(pre, t, z);
      f.backward(z.data, now.data, now.getNumElements());
      TimeSteps.scatter(now, t, dpre);
      if (t > 0) {
        m.product().timesTransposed(now, m.value(1), carried);
        TimeSteps.add(carried, t - 1, dpre);
      }
    }
    if (m.wantsGradients()) {
      gradients(m, dpre);
    }
    m.product().timesTransposed(dpre, m.value(0), m.dx());
  }

  /** dL/dU is the sum over steps of h(t - 1)^T dL/dz(t): one product, h moved by a step. */
  private void gradients(Memory m, DMatrixRMaj dpre) {
    m.product().transposedTimes(m.x(), dpre, m.gradient(0));
    DMatrixRMaj before = m.scratch(3, dpre.numRows, hidden);
    TimeSteps.delay(m.z(), m.in().places(), before);
    m.product().transposedTimes(before, dpre, m.gradient(1));
    Dense.sumRows(dpre, m.gradient(2));
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
