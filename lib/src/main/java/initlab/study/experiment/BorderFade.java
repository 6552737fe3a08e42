package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.nn.layer.Conv2d;
import initlab.study.probe.Inputs;
import initlab.theory.PaddingFade;
import initlab.view.map.Images;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Where a convolutional net loses its signal: the second moment at every pixel, layer after layer
 * of 3 x 3 convolutions that keep all places, without activation and biases, for images of N(0, 1).
 * Each is a mean over 40 nets, one image each.
 *
 * <pre>{@code
 * BorderFade.of(16, 16, Init.lecunNormal(), 1, 5, 20).plot()
 * }</pre>
 */
public final class BorderFade {
  private static final int SEEDS = 40;
  private static final int KERNEL = 3;

  private final int side;
  private final String rule;
  private final List<Integer> layers;
  private final List<double[]> kept;

  private BorderFade(int side, String rule, List<Integer> layers, List<double[]> kept) {
    this.side = side;
    this.rule = rule;
    this.layers = layers;
    this.kept = kept;
  }

  /**
   * Measures it.
   *
   * @param side pixels along one side
   * @param channels in every layer
   * @param weights their rule, such as {@code Init.lecunNormal()}
   * @param layers those that are looked at, in rising order
   */
  public static BorderFade of(int side, int channels, Initializer weights, int... layers) {
    Args.atLeast(1, layers.length, "the number of layers to look at", "Such as 1, 5, 20.");
    List<Integer> looked = Arrays.stream(layers).boxed().toList();
    Plan plan =
        Plan.of(Signal.image(side, side, channels), Conv2d.of(KERNEL, channels, LINEAR).same())
            .then(layers[layers.length - 1] - 1, Conv2d.of(KERNEL, channels, LINEAR).same())
            .withoutBiases();
    List<List<double[]>> nets = Parallel.seeds(SEEDS, seed -> pixels(plan, weights, seed, looked));
    List<double[]> mean = new ArrayList<>();
    for (int i = 0; i < looked.size(); i++) {
      double[] all = new double[side * side];
      for (List<double[]> net : nets) {
        for (int p = 0; p < all.length; p++) {
          all[p] += net.get(i)[p] / SEEDS;
        }
      }
      mean.add(all);
    }
    return new BorderFade(side, weights.name(), looked, mean);
  }

  private static List<double[]> pixels(Plan plan, Initializer rule, long seed, List<Integer> of) {
    Network net = plan.init(rule, seed);
    List<double[]> found = new ArrayList<>();
    new Pass(net, Pass.Keep.LEAST)
        .forward(
            Inputs.normal().of(1, plan.inputs(), seed),
            new Watcher() {
              @Override
              public void forward(Memory m) {
                if (of.contains(m.node().number())) {
                  found.add(squares(m.a()));
                }
              }
            });
    return found;
  }

  private static double[] squares(DMatrixRMaj a) {
    double[] mean = new double[a.numRows];
    for (int row = 0; row < a.numRows; row++) {
      for (int c = 0; c < a.numCols; c++) {
        mean[row] += a.get(row, c) * a.get(row, c) / a.numCols;
      }
    }
    return mean;
  }

  /** E a^2 of a layer over the whole image; its input has 1. */
  public double kept(int layer) {
    return Arrays.stream(pixels(layer)).average().orElse(Double.NaN);
  }

  /** E a^2 of a layer over the four pixels in the middle. */
  public double middle(int layer) {
    int low = (side - 1) / 2;
    int high = side / 2;
    return four(layer, low, high);
  }

  /** E a^2 of a layer over the four corners. */
  public double corners(int layer) {
    return four(layer, 0, side - 1);
  }

  private double four(int layer, int low, int high) {
    double[] p = pixels(layer);
    return (p[low * side + low]
            + p[low * side + high]
            + p[high * side + low]
            + p[high * side + high])
        / 4;
  }

  /** What theory says: {@link PaddingFade}. */
  public PaddingFade theory() {
    return new PaddingFade(side, KERNEL);
  }

  private double[] pixels(int layer) {
    int i = layers.indexOf(layer);
    if (i < 0) {
      throw Args.bad("the layer", layer, "one of " + layers, "Look at it too.");
    }
    return kept.get(i);
  }

  /** An image for each layer: black is E a^2 = 1 or more, white 0. */
  public Images plot() {
    Images images =
        Images.of(rule + ": E a^2 at every pixel, black 1, white 0; below: the whole image");
    for (int layer : layers) {
      images = images.and("layer " + layer + ": " + Numbers.brief(kept(layer), 2), pixels(layer));
    }
    return images;
  }

  @Override
  public String toString() {
    return "what borders leave of " + side + " x " + side + " pixels, " + rule + ", " + layers;
  }
}
