package initlab.study.probe;

import initlab.base.Args;
import initlab.math.Matrices;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.loss.Loss;
import java.util.EnumSet;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/** Looks at one network, with every measure there is, while a batch passes through it. */
public final class Probe {
  private static final String GIVE = "Such as plan.init(Init.heNormal(), 1).";

  private Probe() {}

  /**
   * One pass forward.
   *
   * @param x (batch x in), finite, not modified
   */
  public static Report forward(Network net, DMatrixRMaj x) {
    Args.given(net, "the network", GIVE);
    Set<Measure> measures = EnumSet.allOf(Measure.class);
    measures.removeIf(Measure::backward);
    Meter meter = new Meter(net, measures);
    meter.input(Matrices.finite(x, "the input"));
    new Pass(net, Pass.Keep.LEAST).forward(x, meter);
    return meter.report();
  }

  /**
   * One pass forward, and one backward from a gradient at the output.
   *
   * @param x (batch x in), finite, not modified
   * @param gradient dL/da(L) (batch x out), finite, not modified
   */
  public static Report backward(Network net, DMatrixRMaj x, DMatrixRMaj gradient) {
    Args.given(net, "the network", GIVE);
    Matrices.finite(x, "the input");
    Matrices.finite(gradient, "the gradient");
    Meter meter = new Meter(net, EnumSet.allOf(Measure.class));
    return both(new Pass(net, Pass.Keep.FOR_WEIGHTS), x, gradient, meter);
  }

  /**
   * One pass forward, and one backward from a loss.
   *
   * @param x (batch x in), finite, not modified
   * @param y targets, shaped as the output, finite, not modified
   */
  public static Report backward(Network net, DMatrixRMaj x, DMatrixRMaj y, Loss loss) {
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    Args.given(loss, "the loss", "Such as Loss.squared().");
    Pass pass = Args.given(net, "the network", GIVE).forward(Matrices.finite(x, "the input"));
    loss.gradient(pass.output(), pass.targets(y), gradient);
    return backward(net, x, gradient);
  }

  /** Takes a meter's measures over memory that exists; x and the gradient are not modified. */
  public static Report both(Pass pass, DMatrixRMaj x, DMatrixRMaj gradient, Meter meter) {
    meter.input(x);
    pass.forward(x, meter);
    meter.output(gradient);
    pass.backward(gradient, meter);
    return meter.report();
  }
}
