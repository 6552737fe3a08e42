package initlab.study;

import initlab.math.Moments;
import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Trace;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Looks at one network while a batch passes through it. */
public final class Probe {
  private Probe() {}

  /**
   * One pass forward, and one backward from a gradient at the output.
   *
   * @param x (batch x in), not modified
   * @param outputGradient dL/da(L) (batch x out), not modified
   */
  public static Report both(Network net, DMatrixRMaj x, DMatrixRMaj outputGradient) {
    return both(net, x, outputGradient, new Trace(net.depth()), new Gradients(net.depth()));
  }

  /** The same over matrices that exist: many seeds then share the memory of one. */
  static Report both(
      Network net, DMatrixRMaj x, DMatrixRMaj outputGradient, Trace trace, Gradients gradients) {
    net.forward(x, trace);
    return report(trace, net.backward(trace, outputGradient, gradients));
  }

  private static Report report(Trace trace, Gradients gradients) {
    List<LayerReport> layers = new ArrayList<>();
    Moments none = new Moments(0, Double.NaN, Double.NaN, Double.NaN);
    for (int l = 0; l <= trace.depth(); l++) {
      layers.add(
          new LayerReport(
              l,
              l == 0 ? none : Moments.of(trace.z(l)),
              Moments.of(trace.a(l)),
              deadShare(trace.a(l)),
              Moments.of(gradients.a(l)),
              l == 0 ? none : Moments.of(gradients.weights(l))));
    }
    return new Report(layers);
  }

  private static double deadShare(DMatrixRMaj a) {
    int dead = 0;
    for (int neuron = 0; neuron < a.numCols; neuron++) {
      int row = 0;
      while (row < a.numRows && a.data[row * a.numCols + neuron] == 0) {
        row++;
      }
      dead += row == a.numRows ? 1 : 0;
    }
    return dead / (double) a.numCols;
  }
}
