package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.Collections;

/**
 * Plans of recurrent nets without new input; a layer that takes some at every step is {@link Rnn}.
 */
public final class Recurrent {
  private Recurrent() {}

  /**
   * h(t) = f(h(t - 1) W), the same W (width x width) at every step, from h(0) = x. Layer t of the
   * plan is step t: a backward pass gives dL/dh(t) for every step, and training adds up the share
   * of the gradient of W that each step has. A readout is one more layer: {@code over(TANH, 64,
   * 100).then(1, Dense.of(10, LINEAR))}.
   *
   * @param activation f
   * @param width how many numbers are carried from step to step
   * @param steps how often W is applied
   * @throws IllegalArgumentException if width or steps is below 1
   */
  public static Plan over(Activation activation, int width, int steps) {
    Args.atLeast(1, width, "width", "Carry one value at least.");
    Args.atLeast(1, steps, "steps", "Give the number of steps in time.");
    Dense step = Dense.of(width, activation).withoutBias().tied("step");
    return Plan.of(Signal.vector(width), Collections.nCopies(steps, step))
        .named("recurrent " + activation.name() + " net, width " + width + ", " + steps + " steps");
  }
}
