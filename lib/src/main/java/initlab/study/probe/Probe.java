package initlab.study.probe;

import initlab.base.Args;
import initlab.math.Matrices;
import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Trace;
import initlab.nn.loss.Loss;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntConsumer;
import org.ejml.data.DMatrixRMaj;

/** Looks at one network, with every measure there is, while a batch passes through it. */
public final class Probe {
  private Probe() {}

  /**
   * One pass forward.
   *
   * @param x (batch x in), finite, not modified
   */
  public static Report forward(Network net, DMatrixRMaj x) {
    Set<Measure> measures = EnumSet.allOf(Measure.class);
    measures.removeIf(Measure::backward);
    Meter meter = new Meter(net, measures);
    forward(net, Matrices.finite(x, "the input"), meter, Trace.passing(net.depth()), l -> {});
    return meter.report();
  }

  /**
   * One pass forward, and one backward from a gradient at the output.
   *
   * @param x (batch x in), finite, not modified
   * @param gradient dL/da(L) (batch x out), finite, not modified
   */
  public static Report backward(Network net, DMatrixRMaj x, DMatrixRMaj gradient) {
    Matrices.finite(gradient, "the gradient");
    Args.atLeast(x.numRows, gradient.numRows, "rows of the gradient", "One for each sample.");
    Set<Measure> all = EnumSet.allOf(Measure.class);
    Gradients gradients = Gradients.passing(net.depth(), true);
    return both(
        net, Matrices.finite(x, "the input"), gradient, all, new Trace(net.depth()), gradients);
  }

  /**
   * One pass forward, and one backward from a loss.
   *
   * @param x (batch x in), finite, not modified
   * @param y targets (batch x out), finite, not modified
   */
  public static Report backward(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    loss.gradient(net.forward(Matrices.finite(x, "the input")).output(), y, gradient);
    return backward(net, x, gradient);
  }

  private static Report both(
      Network net,
      DMatrixRMaj x,
      DMatrixRMaj gradient,
      Set<Measure> measures,
      Trace trace,
      Gradients back) {
    return both(net, x, gradient, new Meter(net, measures), trace, back, l -> {});
  }

  /**
   * Takes a meter's measures over memory that exists; x and the gradient are not modified.
   *
   * @param next called with the layer that the pass goes to next, first upward, then downward
   */
  public static Report both(
      Network net,
      DMatrixRMaj x,
      DMatrixRMaj gradient,
      Meter meter,
      Trace trace,
      Gradients back,
      IntConsumer next) {
    next.accept(1);
    forward(net, x, meter, trace, next);
    meter.backward(net.depth(), gradient);
    net.backward(
        trace,
        gradient,
        back,
        l -> {
          meter.backward(l - 1, back.a(l - 1));
          if (back.hasWeights()) {
            meter.weights(l, back.weights(l));
          }
          next.accept(l - 1);
        });
    return meter.report();
  }

  private static void forward(
      Network net, DMatrixRMaj x, Meter meter, Trace trace, IntConsumer next) {
    meter.input(x);
    net.forward(
        x,
        trace,
        l -> {
          meter.forward(l, trace.z(l), trace.a(l));
          next.accept(l + 1);
        });
  }
}
