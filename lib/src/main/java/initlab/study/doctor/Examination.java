package initlab.study.doctor;

import initlab.math.Matrices;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.loss.Loss;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Meter;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import java.util.Arrays;
import java.util.EnumSet;
import org.ejml.data.DMatrixRMaj;

/**
 * A network with its data and what was measured of both.
 *
 * @param net not modified
 * @param x (batch x in), finite, not modified
 * @param y targets (batch x out), out counting every place of a sample; not modified
 * @param report every measure
 * @param pass forward and backward, with the gradients of all weights
 */
record Examination(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss, Report report, Pass pass) {

  /**
   * Measures. Where the output overflows, the gradient sent back is N(0, 1) instead of the loss's.
   */
  static Examination of(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    Pass pass = net.forward(Matrices.finite(x, "the input"));
    DMatrixRMaj output = pass.output();
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(output, pass.targets(Matrices.finite(y, "the target")), gradient);
    if (!Arrays.stream(gradient.data, 0, gradient.getNumElements()).allMatch(Double::isFinite)) {
      gradient = Inputs.gradient(output.numRows, output.numCols, 1);
    }
    Report report = Probe.both(pass, x, gradient, new Meter(net, EnumSet.allOf(Measure.class)));
    return new Examination(net, x, y, loss, report, pass);
  }

  int depth() {
    return net.depth();
  }

  double measured(Measure measure, int layer) {
    return report.profile(measure)[layer];
  }
}
