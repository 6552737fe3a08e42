package initlab.theory;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** One sample of the second moments through a net of finite width. */
final class MomentChain {
  private final List<LayerScale> layers;
  private final int[] widths;
  private final SumOfSquares[] laws;

  MomentChain(List<LayerScale> layers, int[] widths, UniformRandomProvider rng) {
    this.layers = layers;
    this.widths = widths;
    laws =
        layers.stream()
            .map(layer -> new SumOfSquares(layer.activation(), rng))
            .toArray(SumOfSquares[]::new);
  }

  /** Writes the sample into column s of a and g, each (L + 1 x samples). */
  void run(double input, double[][] a, double[][] g, int s) {
    int depth = layers.size();
    double[] q = new double[depth];
    a[0][s] = input;
    for (int l = 1; l <= depth; l++) {
      LayerScale layer = layers.get(l - 1);
      q[l - 1] = layer.forward() * a[l - 1][s] + layer.bias();
      a[l][s] = laws[l - 1].activations(Math.sqrt(q[l - 1]), widths[l]);
    }
    // dL/da(l) has independent N(0, m) entries, given what lies above it
    double m = 1;
    for (int l = depth; l >= 1; l--) {
      double slopes = laws[l - 1].slopes(Math.sqrt(q[l - 1]), widths[l]);
      g[l][s] = m;
      m *= layers.get(l - 1).backward() * slopes;
    }
    g[0][s] = m;
  }
}
