package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Long short-term memory over the places of a sample, which are steps in time. Four gates from x(t)
 * W + h(t - 1) U and a bias each: i, f and o through the sigmoid, g through tanh. The cell keeps
 * what f lets it keep, c(t) = f c(t - 1) + i g, and shows h(t) = o tanh(c(t)); h(0) = c(0) = 0. It
 * gives all h(t). Hochreiter and Schmidhuber (1997), Gers et al. (2000).
 *
 * <p>W is (in x 4 hidden), U (hidden x 4 hidden), the gates side by side in PyTorch's order i f g
 * o, which is Keras' too (i f c o). Each gate's bias (1 x hidden) has a slot of its own, bi bf bg
 * bo, so that the forget bias of layer 1 is "1.bf". PyTorch adds two biases a gate; one is the
 * same.
 *
 * @param hidden how many numbers h and c have each
 * @param bias whether there are biases, which start at 0
 */
public record Lstm(int hidden, boolean bias) implements Recurring {
  private static final int GATES = 4;
  private static final int GATE = 0; // i f g o of all steps; kept, as are c and tanh(c)
  private static final int CELL = 1;
  private static final int SQUASHED = 2;
  private static final int DPRE = 0; // dL/d(gates' pre-activations) of all steps; scratch

  public Lstm {
    Args.atLeast(1, hidden, "hidden", "Carry one number at least.");
  }

  /** An LSTM with biases. */
  public static Lstm of(int hidden) {
    return new Lstm(hidden, true);
  }

  @Override
  public Lstm withoutBias() {
    return new Lstm(hidden, false);
  }

  @Override
  public Lstm withBias() {
    return new Lstm(hidden, true);
  }

  @Override
  public List<Slot> slots(Signal in) {
    return Gates.slots(in, hidden, GATES, bias ? List.of("bi", "bf", "bg", "bo") : List.of());
  }

  @Override
  public void forward(Memory m) {
    int rows = m.z().numRows;
    DMatrixRMaj gates = m.keep(GATE, rows, GATES * hidden);
    m.product().times(m.x(), m.value(0), gates);
    if (bias) {
      Gates.addBiases(m, gates, GATES);
    }
    LstmCell cell = cell(m);
    Loop.forward(
        m,
        (t, carried) -> {
          TimeSteps.add(carried, t, gates);
          for (int row = t; row < rows; row += m.in().places()) {
            cell.forward(row, t == 0, m.z().data);
          }
        });
  }

  private LstmCell cell(Memory m) {
    int rows = m.z().numRows;
    return new LstmCell(
        m.keep(GATE, rows, GATES * hidden).data,
        m.keep(CELL, rows, hidden).data,
        m.keep(SQUASHED, rows, hidden).data,
        hidden);
  }

  @Override
  public void backward(Memory m) {
    int rows = m.dz().numRows;
    LstmCell cell = cell(m);
    DMatrixRMaj dpre = m.scratch(DPRE, rows, GATES * hidden);
    DMatrixRMaj dh = stateGradient(m);
    DMatrixRMaj dc = m.scratch(2, m.batch(), hidden);
    dc.zero();
    Loop.backward(
        m,
        dh,
        dpre,
        t -> {
          for (int row = t, k = 0; row < rows; row += m.in().places(), k += hidden) {
            cell.backward(row, t == 0, dh.data, dc.data, k, dpre.data);
          }
        });
    if (m.wantsGradients()) {
      Gates.gradients(m, dpre, dpre, m.scratch(5, rows, hidden));
      if (bias) {
        Gates.biasGradients(m, dpre, GATES);
      }
    }
    m.product().timesTransposed(dpre, m.value(0), m.dx());
  }

  /** The forget gates f(t) of all steps, as the way forward left them: (batch * steps x hidden). */
  public DMatrixRMaj forgetGates(Memory m) {
    Args.given(m, "the memory", "Take net.forward(x).layer(1), or that of a Watcher.");
    if (!equals(m.node().layer())) {
      throw Args.bad(
          "the layer " + m.node().path(), m.node().layer(), toString(), "Ask that layer itself.");
    }
    DMatrixRMaj gates = m.keep(GATE, m.z().numRows, GATES * hidden);
    DMatrixRMaj forget = new DMatrixRMaj(gates.numRows, hidden);
    for (int row = 0; row < gates.numRows; row++) {
      System.arraycopy(gates.data, (GATES * row + 1) * hidden, forget.data, row * hidden, hidden);
    }
    return forget;
  }
}
