package initlab.theory;

import initlab.base.Progress;
import initlab.math.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples the second moments through nets of finite width, one net after another.
 *
 * <p>Backward the weights W of a layer are those of the way forward: of them only z = W a is known,
 * so that W's part across a is as good as new, and its part along a sends back what z says.
 */
final class MomentChain {
  /** So many neurons of one net are kept, with two numbers each. */
  private static final int KEPT = 50_000;

  private final List<LayerScale> layers;
  private final int[] widths;
  private final LayerDraw[] neurons;
  private final Draws draws;

  /** Nets of these layers; the part names the random stream that is shared by its nets. */
  MomentChain(List<LayerScale> layers, int[] widths, int part) {
    this.layers = layers;
    this.widths = widths;
    int most = Arrays.stream(widths).max().orElse(0);
    draws = new Draws(RandomStreams.fixed(0, "finite width, part", part), most);
    boolean kept = (long) layers.size() * most <= KEPT;
    neurons =
        IntStream.range(0, layers.size())
            .mapToObj(l -> LayerDraw.of(layers.get(l).activation(), widths[l + 1], l, draws, kept))
            .toArray(LayerDraw[]::new);
  }

  /**
   * Writes the moments of a(0) ... a(L) and of dL/da(0) ... dL/da(L) into column {@code net} of a
   * and g, each (L + 1 x nets).
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  void run(double input, double[][] a, double[][] g, int net) {
    int depth = layers.size();
    a[0][net] = input;
    for (int l = 1; l <= depth; l++) {
      Progress.checkInterrupted();
      double q = variance(l, a[l - 1][net]);
      a[l][net] = neurons[l - 1].forward(Math.sqrt(q), net) / widths[l];
    }
    double along = draws.normal();
    double variance = 1;
    for (int l = depth; l >= 1; l--) {
      Progress.checkInterrupted();
      LayerDraw.Back back = neurons[l - 1].backward(along, variance);
      g[l][net] = back.gradient() / widths[l];
      variance = layers.get(l - 1).backward() * back.passed() / widths[l];
      along = along(l, a[l - 1][net], back, variance);
    }
    g[0][net] = (along * along + variance * draws.chiSquare(widths[0] - 1)) / widths[0];
  }

  private double variance(int l, double activation) {
    LayerScale layer = layers.get(l - 1);
    return layer.forward() * activation + layer.bias();
  }

  /**
   * The component of dL/da(l - 1) along a(l - 1). Where there is no bias it is z d / |a|; of W a
   * and a bias together, W a has its share in the mean, and what is left is drawn.
   */
  private double along(int l, double activation, LayerDraw.Back back, double variance) {
    LayerScale layer = layers.get(l - 1);
    double weighted = layer.forward() * activation;
    if (!(weighted > 0)) {
      return Math.sqrt(variance) * draws.normal();
    }
    double share = weighted / (weighted + layer.bias());
    double rest = Math.sqrt(share * layer.bias() * back.passed());
    double sum = share * back.product() + (rest > 0 ? rest * draws.normal() : 0);
    return sum / Math.sqrt(widths[l - 1] * activation);
  }
}
