package initlab.nn.layer;

import initlab.base.Args;
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
  private static final int DPRE = 0; // dL/dz(t), all steps; scratch

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
    Loop.forward(
        m,
        (t, carried) -> {
          TimeSteps.add(carried, t, pre);
          TimeSteps.gather(pre, t, carried);
          f.apply(carried.data, carried.data, carried.getNumElements());
          TimeSteps.scatter(carried, t, m.z());
        });
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj pre = m.keep(PRE, m.dz().numRows, hidden);
    DMatrixRMaj dpre = m.scratch(DPRE, m.dz().numRows, hidden);
    DMatrixRMaj dh = stateGradient(m);
    DMatrixRMaj dz = m.scratch(2, m.batch(), hidden);
    DMatrixRMaj z = m.scratch(6, m.batch(), hidden);
    Loop.backward(
        m,
        dh,
        dpre,
        t -> {
          TimeSteps.gather(dh, t, dz);
          TimeSteps.gather(pre, t, z);
          f.backward(z.data, dz.data, dz.getNumElements());
          TimeSteps.scatter(dz, t, dpre);
        });
    if (m.wantsGradients()) {
      Gates.gradients(m, dpre, dpre, m.scratch(5, dpre.numRows, hidden));
      if (bias) {
        Dense.sumRows(dpre, m.gradient(2));
      }
    }
    m.product().timesTransposed(dpre, m.value(0), m.dx());
  }
}
