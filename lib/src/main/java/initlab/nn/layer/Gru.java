package initlab.nn.layer;

import initlab.base.Args;
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
  public List<Slot> slots(Signal in) {
    return Gates.slots(in, hidden, GATES, bias ? List.of("br", "bz", "bn", "bhn") : List.of());
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj gates = m.keep(GATE, m.z().numRows, GATES * hidden);
    m.product().times(m.x(), m.value(0), gates);
    if (bias) {
      Gates.addBiases(m, gates, GATES);
    }
    DMatrixRMaj candidate = beforeReset(m);
    GruCell cell = new GruCell(gates.data, candidate.data, m.z().data, hidden);
    Loop.forward(
        m,
        (t, carried) -> {
          int k = 0;
          for (int row = t; row < m.z().numRows; row += m.in().places()) {
            add(carried.data, k, gates.data, GATES * row * hidden, 2 * hidden);
            add(carried.data, k + 2 * hidden, candidate.data, row * hidden, hidden);
            cell.forward(row, t == 0);
            k += GATES * hidden;
          }
        });
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
    DMatrixRMaj byInput = m.scratch(BY_INPUT, rows, GATES * hidden);
    DMatrixRMaj byState = m.scratch(BY_STATE, rows, GATES * hidden);
    DMatrixRMaj dh = stateGradient(m);
    DMatrixRMaj gates = m.keep(GATE, rows, GATES * hidden);
    DMatrixRMaj candidate = m.keep(CANDIDATE, rows, hidden);
    GruCell cell = new GruCell(gates.data, candidate.data, m.z().data, hidden);
    Loop.backward(
        m,
        dh,
        byState,
        t -> {
          for (int row = t; row < rows; row += m.in().places()) {
            cell.backward(row, t == 0, dh.data, byInput.data, byState.data);
          }
        });
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
}
