package initlab.theory;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.math.Band;
import initlab.math.RandomStreams;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one net of finite width is likely to show: the law of second moments over starts, layer by
 * layer, for one input of a stated second moment and independent normal weights.
 *
 * <p>Given layer l - 1, the pre-activations of layer l are independent N(0, q) with q = sigma_w^2
 * times the second moment of a(l - 1), plus sigma_b^2: the second moments form a Markov chain, and
 * are sampled as one. Forward this is exact. Backward it supposes, as mean-field theory does, that
 * the weights met on the way back are independent of those met on the way forward. A batch of
 * several inputs fluctuates like one input as far as they are correlated, so that its band is as
 * wide or somewhat narrower. Hanin and Nica (2020).
 *
 * @param activation the second moment of a(0) ... a(L)
 * @param gradient the second moment of dL/da(0) ... dL/da(L), from N(0, 1) at the output
 */
public record FiniteWidth(Band activation, Band gradient) {
  private static final int WORK = 4_000_000;

  /**
   * He's weights under ReLU: the second moment has mean 1 in every layer, and the product of E
   * (chi-square / n)^2 gives its own second moment, the product of 1 + 5 / n over the layers.
   */
  public static FiniteWidth relu(int width, int depth) {
    return deep(MeanField.of(Activation.RELU).weights(2), width, depth);
  }

  /** Linear nets of sigma_w^2 = 1. */
  public static FiniteWidth linear(int width, int depth) {
    return deep(MeanField.of(Activation.LINEAR), width, depth);
  }

  /** Nets of one width whose every layer is as this theory says. */
  public static FiniteWidth deep(MeanField field, int width, int depth) {
    Args.atLeast(1, width, "width", "Give the number of neurons.");
    Args.atLeast(1, depth, "depth", "Give the number of layers.");
    double scale = field.weightVariance();
    var layer = new LayerScale(field.activation(), scale, scale, field.biasVariance());
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, width);
    return of(Collections.nCopies(depth, layer), widths, 1);
  }

  /**
   * Any net of dense layers.
   *
   * @param layers from input to output
   * @param widths of the input and of every layer: one more than layers
   * @param input second moment of the one input
   * @throws IllegalArgumentException if widths has another length
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  public static FiniteWidth of(List<LayerScale> layers, int[] widths, double input) {
    if (widths.length != layers.size() + 1) {
      throw Args.bad(
          "the number of widths", widths.length, "" + (layers.size() + 1), "Input width first.");
    }
    Args.notNegative(input, "the input's second moment", "Standardize x.");
    int samples = samples(layers, widths);
    double[][] a = new double[widths.length][samples];
    double[][] g = new double[widths.length][samples];
    MomentChain chain = new MomentChain(layers, widths, RandomStreams.fixed(0, "finite width", 0));
    for (int s = 0; s < samples; s++) {
      Progress.checkInterrupted();
      chain.run(input, a, g, s);
    }
    return new FiniteWidth(Band.ofLayers(a), Band.ofLayers(g));
  }

  /** "after 10 layers: second moment 0.9 (0.5 to 1.6), gradient's at the input 1 (0.6 to 1.7)". */
  @Override
  public String toString() {
    int last = activation.size() - 1;
    return "after "
        + last
        + " layers: second moment "
        + activation.at(last)
        + ", gradient's at the input "
        + gradient.at(0);
  }

  /** As many as take about a second: 4000 where a layer costs one draw, else less. */
  private static int samples(List<LayerScale> layers, int[] widths) {
    long draws = 1;
    for (int l = 1; l < widths.length; l++) {
      boolean sums = SumOfSquares.homogeneous(layers.get(l - 1).activation());
      draws += sums ? 8 : 3L * widths[l];
    }
    return (int) Math.max(200, Math.min(4000, WORK / draws));
  }
}
