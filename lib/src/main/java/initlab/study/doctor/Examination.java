package initlab.study.doctor;

import initlab.math.Matrices;
import initlab.nn.Network;
import initlab.nn.loss.Loss;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
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
record Examination(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss, Report report) {

  /**
   * Measures. Where the output overflows, the gradient sent back is N(0, 1) instead of the loss's.
   */
  static Examination of(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    DMatrixRMaj output = net.forward(Matrices.finite(x, "the input")).output();
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(output, Matrices.finite(y, "the target"), gradient);
    if (!Arrays.stream(gradient.data, 0, gradient.getNumElements()).allMatch(Double::isFinite)) {
      gradient = Inputs.gradient(output.numRows, output.numCols, 1);
    }
    return new Examination(net, x, y, loss, Probe.backward(net, x, gradient));
  }

  int depth() {
    return net.depth();
  }

  double measured(Measure measure, int layer) {
    return report.profile(measure)[layer];
  }
}
