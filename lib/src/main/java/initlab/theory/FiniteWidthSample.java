package initlab.theory;

import initlab.base.Args;
import java.util.List;

/**
 * Second moments of the last layer of many nets, drawn from the law that {@link FiniteWidth} gives
 * the quantiles of: what a histogram over seeds is to look like. The same nets on every machine.
 */
public final class FiniteWidthSample {
  private static final int MOST = 20_000;

  private FiniteWidthSample() {}

  /**
   * The second moment of a(L) in each of some hundred to 20,000 nets, the fewer the larger they
   * are.
   *
   * @param layers from input to output
   * @param widths of the input and of every layer: one more than layers
   * @param input second moment of the one input
   * @throws IllegalArgumentException if widths has another length, or one of them is below 1
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  public static double[] lastLayer(List<LayerScale> layers, int[] widths, double input) {
    if (widths.length != layers.size() + 1) {
      throw Args.bad(
          "the number of widths", widths.length, "" + (layers.size() + 1), "Input width first.");
    }
    for (int width : widths) {
      Args.atLeast(1, width, "a width", "Give the number of neurons.");
    }
    int nets = Math.min(MOST, 2 * FiniteWidth.samples(layers, widths));
    double[][] a = new double[widths.length][nets];
    double[][] g = new double[widths.length][nets];
    MomentChain chain = new MomentChain(layers, widths, 0);
    for (int net = 0; net < nets; net++) {
      chain.run(input, a, g, net);
    }
    return a[a.length - 1];
  }
}
