package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A gated recurrent unit over the places of a sample, which are steps in time, in PyTorch's form:
 *
 * <pre>
 * r = sigmoid(x(t) W_r + h(t - 1) U_r + br)        reset
 * z = sigmoid(x(t) W_z + h(t - 1) U_z + bz)        update: how much of h stays
 * n = tanh(x(t) W_n + bn + r (h(t - 1) U_n + bhn)) candidate
 * h(t) = (1 - z) n + z h(t - 1),   h(0) = 0
 * </pre>
 *
 * It gives all h(t). W is (in x 3 hidden), U (hidden x 3 hidden), the gates side by side in
 * PyTorch's order r z n; Keras' is z r h. The reset comes after the product with U_n, as in
 * PyTorch, Flax and Keras with {@code reset_after=True}, its default; in Cho et al. (2014), and in
 * Keras with False, r multiplies h(t - 1) before it. The candidate so needs two biases, bn and bhn;
 * r and z have one, which stands for the two that PyTorch adds. The bias that makes it remember is
 * "bz".
 *
 * @param hidden how many numbers h has
 * @param bias whether there are biases, which start at 0
 */
public record Gru(int hidden, boolean bias) implements Recurring {
  private static final int GATES = 3;
  private static final int GATE = 0; // r z n of all steps; kept, as is what r lets through
  private static final int CANDIDATE = 1;
  private static final int BY_INPUT = 0; // dL/d(what x W enters) of all steps; scratch
  private static final int DSTATE = 1; // dL/dh(t) of all steps
  private static final int BY_STATE = 2; // dL/d(what h U enters) of all steps
  private static final int BHN = 5;

  public Gru {
    Args.atLeast(1, hidden, "hidden", "Carry one number at least.");
  }

  /** A GRU with biases. */
  public static Gru of(int hidden) {
    return new Gru(hidden, true);
  }

  @Override
  public Gru withoutBias() {
    return new Gru(hidden, false);
  }

  @Override
  public Gru withBias() {
    return new Gru(hidden, true);
  }

  @Override
  public Signal out(Signal in) {
    return in.channels(hidden);
  }

  @Override
  public List<Slot> slots(Signal in) {
    return Gates.slots(in, hidden, GATES, bias ? List.of("br", "bz", "bn", "bhn") : List.of());
  }

  @Override
  public void forward(Memory m) {
    int rows = m.z().numRows;
    int steps = m.in().places();
    DMatrixRMaj gates = m.keep(GATE, rows, GATES * hidden);
    m.product().times(m.x(), m.value(0), gates);
    if (bias) {
      Gates.addBiases(m, gates, GATES);
    }
    DMatrixRMaj candidate = beforeReset(m);
    GruCell cell = new GruCell(gates.data, candidate.data, m.z().data, hidden);
    DMatrixRMaj before = m.scratch(0, m.batch(), hidden);
    DMatrixRMaj carried = m.scratch(1, m.batch(), GATES * hidden);
    for (int t = 0; t < steps; t++) {
      Progress.checkInterrupted();
      if (t > 0) {
        TimeSteps.gather(m.z(), t - 1, before);
        m.product().times(before, m.value(1), carried);
        for (int row = t, k = 0; row < rows; row += steps, k += GATES * hidden) {
          add(carried.data, k, gates.data, GATES * row * hidden, 2 * hidden);
          add(carried.data, k + 2 * hidden, candidate.data, row * hidden, hidden);
        }
      }
      for (int row = t; row < rows; row += steps) {
        cell.forward(row, t == 0);
      }
    }
  }

  /** bhn in every row: what r lets through but for the share of h(t - 1). */
  private DMatrixRMaj beforeReset(Memory m) {
    DMatrixRMaj candidate = m.keep(CANDIDATE, m.z().numRows, hidden);
    Arrays.fill(candidate.data, 0, candidate.getNumElements(), 0);
    if (bias) {
      Dense.addToRows(m.value(BHN), candidate);
    }
    return candidate;
  }

  private static void add(double[] from, int at, double[] to, int where, int n) {
    for (int j = 0; j < n; j++) {
      to[where + j] += from[at + j];
    }
  }

  @Override
  public void backward(Memory m) {
    int rows = m.dz().numRows;
    int steps = m.in().places();
    DMatrixRMaj byInput = m.scratch(BY_INPUT, rows, GATES * hidden);
    DMatrixRMaj byState = m.scratch(BY_STATE, rows, GATES * hidden);
    DMatrixRMaj dh = stateGradient(m);
    DMatrixRMaj now = m.scratch(3, m.batch(), GATES * hidden);
    DMatrixRMaj carried = m.scratch(4, m.batch(), hidden);
    DMatrixRMaj gates = m.keep(GATE, rows, GATES * hidden);
    DMatrixRMaj candidate = m.keep(CANDIDATE, rows, hidden);
    GruCell cell = new GruCell(gates.data, candidate.data, m.z().data, hidden);
    dh.setTo(m.dz());
    for (int t = steps - 1; t >= 0; t--) {
      Progress.checkInterrupted();
      for (int row = t; row < rows; row += steps) {
        cell.backward(row, t == 0, dh.data, byInput.data, byState.data);
      }
      if (t > 0) {
        TimeSteps.gather(byState, t, now);
        m.product().timesTransposed(now, m.value(1), carried);
        TimeSteps.add(carried, t - 1, dh);
      }
    }
    if (m.wantsGradients()) {
      gradients(m, byInput, byState);
    }
    m.product().timesTransposed(byInput, m.value(0), m.dx());
  }

  private void gradients(Memory m, DMatrixRMaj byInput, DMatrixRMaj byState) {
    Gates.gradients(m, byInput, byState, m.scratch(5, byInput.numRows, hidden));
    if (bias) {
      Gates.biasGradients(m, byInput, GATES);
      Gates.sum(byState, 2, m.gradient(BHN));
    }
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
