package initlab.theory;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.base.Parallel;
import initlab.init.Activation;
import initlab.math.Band;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one net of finite width is likely to show: the law of second moments over starts, layer by
 * layer, for one input of a stated second moment and independent normal weights.
 *
 * <p>Given layer l - 1, the pre-activations of layer l are independent N(0, q) with q = sigma_w^2
 * times the second moment of a(l - 1), plus sigma_b^2: the second moments form a Markov chain, and
 * are sampled as one, as exactly as so many samples can be. Backward every neuron keeps the slope
 * that belongs to its activation, and every layer the weights that made it. A batch of several
 * inputs fluctuates like one input as far as they are correlated, so that its band is as wide or
 * somewhat narrower. Hanin and Nica (2020).
 *
 * <p>The law is that of one given input, whose second moment is what is asked for exactly, and of
 * an output gradient of independent N(0, 1) numbers, drawn for each net as a study draws it. Where
 * each net gets an input of its own, of n numbers N(0, 1), the input's moment adds its own
 * fluctuation, a chi-square over n, to every layer: as much as two fifths of a ReLU layer of the
 * same width adds.
 *
 * @param activation the second moment of a(0) ... a(L)
 * @param gradient the second moment of dL/da(0) ... dL/da(L), from N(0, 1) at the output
 */
public record FiniteWidth(Band activation, Band gradient) {
  private static final int MOST = 100_000;
  private static final int LEAST = 200;

  /** So many neurons are drawn in about a second, or layers of ReLU. */
  private static final int WORK = 10_000_000;

  /** So many numbers are kept, of both kinds: 40 MB. */
  private static final int KEPT = 5_100_000;

  /** Each part of the draws has a random stream of its own, whatever thread it runs on. */
  private static final int PARTS = 50;

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
    room(depth, width);
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
   * @throws IllegalArgumentException if widths has another length, or one of them is below 1
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  public static FiniteWidth of(List<LayerScale> layers, int[] widths, double input) {
    return roughly(layers, widths, input, 1);
  }

  /**
   * The same from a share of the usual nets, though never from fewer than two hundred: quicker, and
   * its median less exact by the share's root. Throws as {@link #of}, and of the share likewise.
   *
   * @param share as 0.1: above 0 and at most 1
   */
  public static FiniteWidth roughly(
      List<LayerScale> layers, int[] widths, double input, double share) {
    if (widths.length != layers.size() + 1) {
      throw Args.bad(
          "the number of widths", widths.length, "" + (layers.size() + 1), "Input width first.");
    }
    for (int l = 0; l < widths.length; l++) {
      Args.atLeast(1, widths[l], "the width of layer " + l, "Give the number of neurons.");
    }
    Args.notNegative(input, "the input's second moment", "Standardize x.");
    if (!(share > 0 && share <= 1)) {
      throw Args.bad("the share", share, "above 0 and at most 1", "1 takes about a second.");
    }
    room(widths.length, Arrays.stream(widths).max().orElse(1));
    int nets = (int) Math.max(LEAST, share * samples(layers, widths));
    return of(layers, widths, input, nets);
  }

  /** Both moments of {@link #LEAST} nets, and what the parts at work keep of a layer's neurons. */
  private static void room(double depth, double width) {
    double numbers = 2 * LEAST * depth + 4 * width * Machine.processors();
    String cure = "Take fewer layers, or a narrower net.";
    FreeMemory.require("the memory for this law", Double.BYTES * numbers, cure);
  }

  /** The same from so many nets, in parts side by side. */
  static FiniteWidth of(List<LayerScale> layers, int[] widths, double input, int samples) {
    double[][] a = new double[widths.length][samples];
    double[][] g = new double[widths.length][samples];
    int parts = Math.min(PARTS, samples);
    Parallel.seeds(
        "fiftieths of the nets that make a band",
        List.of(widths),
        parts,
        (all, part) -> {
          MomentChain chain = new MomentChain(layers, all, (int) part);
          long end = part * samples / parts;
          for (long s = (part - 1) * samples / parts; s < end; s++) {
            chain.run(input, a, g, (int) s);
          }
          return end;
        });
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

  /** As many as take about a second, 200 at least and 100,000 at most. */
  static int samples(List<LayerScale> layers, int[] widths) {
    long draws = 1;
    for (int l = 1; l < widths.length; l++) {
      draws += LayerDraw.homogeneous(layers.get(l - 1).activation()) ? 1 : widths[l];
    }
    long most = Math.min(MOST, KEPT / (2L * widths.length));
    return (int) Math.max(LEAST, Math.min(most, WORK / draws));
  }
}
