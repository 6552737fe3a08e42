package initlab.nn;

import initlab.base.Args;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** What a pass refuses of a layer: wrong numbers, wrong shapes, gradients that are not written. */
final class Refusals {
  private Refusals() {}

  /** Unless 0 &lt;= asked &lt; count. */
  static void number(String what, Node node, int asked, int count) {
    if (asked < 0 || asked >= count) {
      throw Args.bad(
          "the number of a " + what + " of layer " + node.path(),
          asked,
          count == 0 ? "left out" : "0 to " + (count - 1),
          "It has " + count + ", counted from 0.");
    }
  }

  /** Unless the matrix has a row for each place of each sample and a column for each channel. */
  static void shape(String did, Node node, DMatrixRMaj m, int batch, Signal signal) {
    int rows = batch * signal.places();
    if (m.numRows != rows || m.numCols != signal.channels()) {
      throw Args.bad(
          "what layer " + node.path() + " (" + node.layer().kind() + ") " + did,
          m.numRows + " x " + m.numCols,
          rows + " x " + signal.channels(),
          "Rows are samples times places; columns are channels, as its out(in) says.");
    }
  }

  /** An input that others write over, or that is not the first of this pass. */
  static void passing(Node inner, boolean lent, boolean again) {
    if (lent || again) {
      throw Args.bad(
          "the input of layer " + inner.path(),
          lent ? "a scratch matrix" : "its second",
          "one that lasts until the way back, once in a pass",
          "Use keep(...), and hold a layer twice, tied, to pass it twice.");
    }
  }

  /** Gradients that are missing, or of another shape than their parameters. */
  static void gradients(Node node, List<DMatrixRMaj> gradients) {
    for (int slot = 0; slot < gradients.size(); slot++) {
      Parameter parameter = node.parameters().get(slot);
      DMatrixRMaj gradient = gradients.get(slot);
      int rows = parameter.shape().rows();
      int cols = parameter.shape().cols();
      if (gradient.numRows != rows || gradient.numCols != cols) {
        throw Args.bad(
            "the gradient of " + parameter.name() + " that layer " + node.path() + " wrote",
            gradient.numRows == 0 ? "missing" : gradient.numRows + " x " + gradient.numCols,
            rows + " x " + cols,
            "Write it to m.gradient(" + slot + ") in backward(Memory).");
      }
    }
  }
}
