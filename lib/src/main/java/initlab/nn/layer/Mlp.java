package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import initlab.nn.LayerPlan;
import initlab.nn.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The plan of a multilayer perceptron: dense layers, one after another.
 *
 * @param exact whether it computes on the plain Java product, where ties between equal neurons stay
 *     exact to the last bit
 */
public record Mlp(List<LayerPlan> layers, boolean exact) implements Plan {

  public Mlp {
    layers = List.copyOf(layers);
  }

  /**
   * As many layers as depth says, each width x width, every one with the activation; no biases.
   *
   * @throws IllegalArgumentException if width or depth is below 1
   */
  public static Mlp deep(Activation activation, int width, int depth) {
    Args.atLeast(1, depth, "depth", "Give the number of layers.");
    int[] widths = new int[depth + 1];
    java.util.Arrays.fill(widths, width);
    return new Mlp(chain(activation, activation, false, widths), false);
  }

  /**
   * Layers between these widths, input first: the activation after each but the last, which is
   * linear; every layer has biases.
   *
   * @throws IllegalArgumentException if there are fewer than two widths, or one is below 1
   */
  public static Mlp of(Activation activation, int... widths) {
    Args.atLeast(2, widths.length, "the number of widths", "Give input and output at least.");
    return new Mlp(chain(activation, Activation.LINEAR, true, widths), false);
  }

  private static List<LayerPlan> chain(
      Activation hidden, Activation last, boolean bias, int[] widths) {
    Args.given(hidden, "the activation", "Use RELU, TANH, or a lambda.");
    List<LayerPlan> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      Activation activation = l == widths.length - 1 ? last : hidden;
      layers.add(new LayerPlan(WeightShape.dense(widths[l - 1], widths[l]), activation, bias));
    }
    return layers;
  }

  /** The same plan without biases. */
  public Mlp withoutBiases() {
    return new Mlp(
        layers.stream().map(l -> new LayerPlan(l.shape(), l.activation(), false)).toList(), exact);
  }

  /** The same plan on the plain Java product. */
  public Mlp onPlainJava() {
    return new Mlp(layers, true);
  }

  @Override
  public MatrixProduct product() {
    return exact ? MatrixProduct.plain() : MatrixProduct.fastest();
  }

  @Override
  public String toString() {
    LayerPlan first = layers.get(0);
    LayerPlan last = layers.get(layers.size() - 1);
    return String.format(
        Locale.ROOT,
        "%s net, %d %s, %d -> %d",
        first.activation().name(),
        layers.size(),
        layers.size() == 1 ? "layer" : "layers",
        first.shape().rows(),
        last.shape().cols());
  }
}
