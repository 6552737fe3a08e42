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
 * @param vitals what was measured
 */
record Examination(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss, Vitals vitals) {

  /** Measures; see {@link #measure}. */
  static Examination of(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    return new Examination(net, x, y, loss, measure(net, x, y, loss));
  }

  /**
   * Takes every number of a network. Where the output overflows, the gradient sent back is N(0, 1)
   * instead of the loss's. The memory of the pass is free again when it returns.
   */
  static Vitals measure(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    UnitWatch units = new UnitWatch(net.depth());
    Pass pass = net.pass().forward(Matrices.finite(x, "the input"), units);
    DMatrixRMaj output = pass.output();
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(output, pass.targets(Matrices.finite(y, "the target")), gradient);
    if (!Arrays.stream(gradient.data, 0, gradient.getNumElements()).allMatch(Double::isFinite)) {
      gradient = Inputs.gradient(output.numRows, output.numCols, 1);
    }
    Report report = Probe.both(pass, x, gradient, new Meter(net, EnumSet.allOf(Measure.class)));
    return Vitals.of(x, report, pass, units);
  }

  /** The same data through another network. */
  Vitals of(Network other) {
    return measure(other, x, y, loss);
  }

  /** The same network on another input (batch x in). */
  Vitals on(DMatrixRMaj otherX) {
    return measure(net, otherX, y, loss);
  }

  int depth() {
    return net.depth();
  }
}
