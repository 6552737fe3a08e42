package initlab.nn.layer;

import initlab.base.Args;
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
 * A dense layer: z = x W + b, a = f(z), at each place alike, for W (in x width) and b (1 x width).
 *
 * @param width how many outputs at each place
 * @param activation f
 * @param bias whether there is a b, which starts at 0
 * @param tie layers of one tie share their parameters; "" for a layer with its own
 */
public record Dense(int width, Activation activation, boolean bias, String tie) implements Layer {

  public Dense {
    Args.atLeast(1, width, "the width", "A layer needs at least one output.");
    Args.given(activation, "the activation", "Use RELU, TANH, or a lambda.");
    Args.given(tie, "the tie", "\"\" for parameters of its own.");
  }

  /** A dense layer with biases. */
  public static Dense of(int width, Activation activation) {
    return new Dense(width, activation, true, "");
  }

  @Override
  public Dense withoutBias() {
    return new Dense(width, activation, false, tie);
  }

  @Override
  public Dense withBias() {
    return new Dense(width, activation, true, tie);
  }

  /** The same with another activation. */
  public Dense activation(Activation other) {
    return new Dense(width, other, bias, tie);
  }

  /** The same, its parameters shared with every dense layer of this tie. */
  public Dense tied(String to) {
    return new Dense(width, activation, bias, to);
  }

  @Override
  public Signal out(Signal in) {
    return in.channels(width);
  }

  @Override
  public List<Slot> slots(Signal in) {
    Slot w = Slot.weight("W", WeightShape.dense(in.channels(), width)).tied(share("W"));
    Slot b = Slot.vector("b", width, Role.BIAS).tied(share("b"));
    return bias ? List.of(w, b) : List.of(w);
  }

  private String share(String slot) {
    return tie.isEmpty() ? "" : tie + "." + slot;
  }

  @Override
  public void forward(Memory m) {
    m.product().times(m.x(), m.value(0), m.z());
    if (bias) {
      addToRows(m.value(1), m.z());
    }
  }

  @Override
  public void backward(Memory m) {
    if (m.wantsGradients()) {
      m.product().transposedTimes(m.x(), m.dz(), m.gradient(0));
      if (bias) {
        sumRows(m.dz(), m.gradient(1));
      }
    }
    m.product().timesTransposed(m.dz(), m.value(0), m.dx());
  }

  /** Adds a row to each row of a matrix, in place. */
  static void addToRows(DMatrixRMaj row, DMatrixRMaj matrix) {
    for (int r = 0, i = 0; r < matrix.numRows; r++) {
      for (int col = 0; col < matrix.numCols; col++) {
        matrix.data[i++] += row.data[col];
      }
    }
  }

  /** The sum of all rows of a matrix. */
  static void sumRows(DMatrixRMaj matrix, DMatrixRMaj sum) {
    sum.zero();
    for (int r = 0, i = 0; r < matrix.numRows; r++) {
      for (int col = 0; col < matrix.numCols; col++) {
        sum.data[col] += matrix.data[i++];
      }
    }
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
