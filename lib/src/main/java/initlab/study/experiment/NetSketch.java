package initlab.study.experiment;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.view.sketch.Sketch;

/**
 * A plan drawn as a net: its layers as columns of neurons, the weights between them, what goes
 * forward above, and the gradients that come back below. {@code NetSketch.of(Mlp.deep(RELU, 256,
 * 50))}.
 */
public final class NetSketch {
  private NetSketch() {}

  /**
   * The drawing of this plan; a layer counts all numbers that leave it as neurons.
   *
   * @throws IllegalArgumentException if the plan is null, or has no layer
   */
  public static Sketch of(Plan plan) {
    Args.given(plan, "the plan", "Make one with Mlp.deep(RELU, 256, 50).");
    int[] widths = new int[plan.depth() + 1];
    Signal signal = plan.input();
    widths[0] = signal.size();
    int at = 1;
    for (Layer layer : plan.layers()) {
      signal = layer.out(signal);
      widths[at++] = signal.size();
    }
    return Sketch.of(plan.toString(), widths);
  }
}
