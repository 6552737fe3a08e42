package initlab.nn.layer;

import initlab.init.WeightShape;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** What LSTM and GRU share: gates side by side, weights W and U, and a bias slot for each gate. */
final class Gates {
  /** Slots 0 and 1 are W and U. */
  private static final int FIRST_BIAS = 2;

  private Gates() {}

  /** W (in x gates hidden), U (hidden x gates hidden), and these biases (1 x hidden). */
  static List<Slot> slots(Signal in, int hidden, int gates, List<String> biases) {
    List<Slot> slots = new ArrayList<>();
    slots.add(Slot.weight("W", WeightShape.dense(in.channels(), gates * hidden)));
    slots.add(Slot.of("U", WeightShape.recurrent(hidden, gates), Role.RECURRENT));
    biases.forEach(name -> slots.add(Slot.vector(name, hidden, Role.BIAS)));
    return slots;
  }

  /** Adds each gate's bias to its part of every row. */
  static void addBiases(Memory m, DMatrixRMaj pre, int gates) {
    int hidden = pre.numCols / gates;
    for (int gate = 0; gate < gates; gate++) {
      double[] bias = m.value(FIRST_BIAS + gate).data;
      for (int at = gate * hidden; at < pre.getNumElements(); at += pre.numCols) {
        for (int j = 0; j < hidden; j++) {
          pre.data[at + j] += bias[j];
        }
      }
    }
  }

  /** The gradient of each gate's bias: the sum of its part over all rows. */
  static void biasGradients(Memory m, DMatrixRMaj dpre, int gates) {
    for (int gate = 0; gate < gates; gate++) {
      sum(dpre, gate, m.gradient(FIRST_BIAS + gate));
    }
  }

  /** The sum over all rows of one gate's part. */
  static void sum(DMatrixRMaj dpre, int gate, DMatrixRMaj sum) {
    int hidden = sum.numCols;
    Arrays.fill(sum.data, 0, hidden, 0);
    for (int at = gate * hidden; at < dpre.getNumElements(); at += dpre.numCols) {
      for (int j = 0; j < hidden; j++) {
        sum.data[j] += dpre.data[at + j];
      }
    }
  }

  /**
   * dL/dW is the sum over steps of x(t)^T times the gradient of what x(t) W enters, dL/dU that of
   * h(t - 1)^T times that of what h(t - 1) U enters: one product each, h moved by a step.
   */
  static void gradients(Memory m, DMatrixRMaj byInput, DMatrixRMaj byState, DMatrixRMaj before) {
    m.product().transposedTimes(m.x(), byInput, m.gradient(0));
    TimeSteps.delay(m.z(), m.in().places(), before);
    m.product().transposedTimes(before, byState, m.gradient(1));
  }
}
