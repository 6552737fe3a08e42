package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.nn.Layer;
import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Plans of multilayer perceptrons: dense layers, one after another. */
public final class Mlp {
  private Mlp() {}

  /**
   * As many layers as depth says, each width x width, every one with the activation; no biases.
   *
   * @throws IllegalArgumentException if width or depth is below 1
   */
  public static Plan deep(Activation activation, int width, int depth) {
    Args.atLeast(1, depth, "depth", "Give the number of layers.");
    Layer layer = Dense.of(width, activation).withoutBias();
    return plan(activation, Collections.nCopies(depth, layer), width);
  }

  /**
   * A deep net for a task: as many hidden layers as depth says, all of one width, between inputs
   * and outputs that the data give. The activation stands after each layer but the last, which is
   * linear; every layer has biases. {@code deep(RELU, 2, 32, 27, 1)} is {@code of(RELU, 2, 32, ...,
   * 32, 1)} with 32 written 27 times.
   *
   * @throws IllegalArgumentException if a width or depth is below 1
   */
  public static Plan deep(Activation activation, int inputs, int width, int depth, int outputs) {
    Args.atLeast(1, depth, "depth", "Give the number of hidden layers.");
    int[] widths = new int[depth + 2];
    Arrays.fill(widths, width);
    widths[0] = inputs;
    widths[depth + 1] = outputs;
    return of(activation, widths);
  }

  /**
   * As many layers as depth says between widths that alternate, wide, narrow, wide, ..., every one
   * with the activation; no biases. An even depth ends as wide as it begins.
   *
   * @throws IllegalArgumentException if a width or depth is below 1
   */
  public static Plan alternating(Activation activation, int wide, int narrow, int depth) {
    Args.atLeast(1, depth, "depth", "Give the number of layers; 2 are a pair.");
    Layer up = Dense.of(wide, activation).withoutBias();
    Layer down = Dense.of(narrow, activation).withoutBias();
    List<Layer> layers =
        IntStream.range(0, depth).<Layer>mapToObj(l -> l % 2 == 0 ? down : up).toList();
    String widths = ", " + wide + ", " + narrow + ", " + wide + ", ...";
    return plan(activation, layers, wide)
        .named(activation.name() + " net, " + depth + " layers" + widths);
  }

  /**
   * Layers between these widths, input first: the activation after each but the last, which is
   * linear; every layer has biases.
   *
   * @throws IllegalArgumentException if there are fewer than two widths, or one is below 1
   */
  public static Plan of(Activation activation, int... widths) {
    Args.atLeast(2, widths.length, "the number of widths", "Give input and output at least.");
    int last = widths.length - 1;
    List<Layer> layers =
        IntStream.rangeClosed(1, last)
            .<Layer>mapToObj(l -> Dense.of(widths[l], l == last ? Activation.LINEAR : activation))
            .toList();
    return plan(last == 1 ? Activation.LINEAR : activation, layers, widths[0], widths[last]);
  }

  /** Such as "ReLU net, 50 layers, 256 -> 256". */
  private static Plan plan(Activation first, List<Layer> layers, int... ends) {
    Args.given(first, "the activation", "Use RELU, TANH, or a lambda.");
    Plan plan = Plan.of(Signal.vector(ends[0]), layers);
    return plan.named(first.name() + " net, " + plan);
  }
}
