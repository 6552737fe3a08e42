package initlab.study;

import initlab.nn.Loss;
import initlab.nn.Network;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * A network with its data and what was measured of both.
 *
 * @param net not modified
 * @param x (batch x in), finite, not modified
 * @param y targets (batch x out), not modified
 * @param report every measure
 */
record Exam(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss, Report report) {

  /**
   * Measures. Where the output overflows, the gradient sent back is N(0, 1) instead of the loss's.
   */
  static Exam of(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    DMatrixRMaj output = net.forward(Faults.finite(x, "the input")).output();
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(output, Faults.finite(y, "the target"), gradient);
    if (!Arrays.stream(gradient.data, 0, gradient.getNumElements()).allMatch(Double::isFinite)) {
      gradient = Inputs.gradient(output.numRows, output.numCols, 1);
    }
    return new Exam(net, x, y, loss, Probe.backward(net, x, gradient));
  }

  int depth() {
    return net.depth();
  }

  double measured(Measure measure, int layer) {
    return report.profile(measure)[layer];
  }
}
