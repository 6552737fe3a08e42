package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Band;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.nn.layer.Dense;
import initlab.study.probe.Inputs;
import initlab.theory.MeanField;
import initlab.train.data.Data;
import initlab.view.map.HeatMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The plane of sigma_w and sigma_b, measured: weights N(0, sigma_w^2 / width), biases N(0,
 * sigma_b^2). Each place shows by how many decades a layer multiplies the second moment of
 * gradients going backward, over the deeper half of a net, where the forward pass has settled.
 * Theory's line chi = 1 should lie where that is 0. Poole et al. (2016), Schoenholz et al. (2017).
 *
 * <p>A seed's draw is scaled for every place, and batches are N(0, 1), as gradients at the output
 * are.
 */
public final class PhasePlane {
  private static final int BATCH = 16;

  private final Activation activation;
  private final int width;
  private final int depth;
  private final int seeds;
  private final double[] weights;
  private final double[] biases;

  private PhasePlane(
      Activation activation, int width, int depth, int seeds, double[] weights, double[] biases) {
    this.activation = Args.given(activation, "the activation", "Use TANH.");
    this.width = Args.atLeast(1, width, "width", "64 is usual here.");
    this.depth = Args.atLeast(2, depth, "depth", "The deeper half is measured; 20 is usual here.");
    this.seeds = Args.atLeast(1, seeds, "the number of seeds", "The median wants 3.");
    this.weights = weights;
    this.biases = biases;
  }

  /** The plane from 0.5 to 3 and from 0 to 1, in 26 x 11 places, with 3 seeds. */
  public static PhasePlane of(Activation activation, int width, int depth) {
    return new PhasePlane(activation, width, depth, 3, grid(0.5, 3, 26), grid(0, 1, 11));
  }

  /** The same with so many values of sigma_w. */
  public PhasePlane weights(double lo, double hi, int steps) {
    return new PhasePlane(activation, width, depth, seeds, grid(lo, hi, steps), biases);
  }

  /** The same with so many values of sigma_b. */
  public PhasePlane biases(double lo, double hi, int steps) {
    return new PhasePlane(activation, width, depth, seeds, weights, grid(lo, hi, steps));
  }

  /** The same over so many seeds. */
  public PhasePlane seeds(int count) {
    return new PhasePlane(activation, width, depth, count, weights, biases);
  }

  private static double[] grid(double lo, double hi, int steps) {
    Args.notNegative(lo, "the lowest sigma", "A standard deviation is 0 or more.");
    Args.atLeast(2, steps, "the number of steps", "26 make a smooth picture.");
    if (!(hi > lo && Double.isFinite(hi))) {
      throw Args.bad("the highest sigma", hi, "more than " + Numbers.exact(lo), "Swap the two.");
    }
    return IntStream.range(0, steps)
        .mapToDouble(i -> Math.rint(1e9 * (lo + (hi - lo) * i / (steps - 1))) / 1e9)
        .toArray();
  }

  /**
   * Decades a layer by which gradients grow backward, the median over seeds: a row for each
   * sigma_b, a number for each sigma_w; -infinity where they are lost.
   *
   * @throws IllegalArgumentException if the weights do not fit into the memory
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public double[][] measure() {
    double weights = 2.0 * depth * width * width;
    FreeMemory.require(
        "the memory for the weights of these networks",
        Double.BYTES * Machine.processors() * weights,
        "Take a narrower net, or fewer layers.");
    Dense layer = Dense.of(width, activation);
    Plan plan = Plan.of(Signal.vector(width), Collections.nCopies(depth, layer));
    List<Double> rows = DoubleStream.of(biases).boxed().toList();
    return Parallel.seeds("rows", rows, seeds, (sigmaB, seed) -> row(plan, sigmaB, seed)).stream()
        .map(found -> Band.of(found).median())
        .toArray(double[][]::new);
  }

  private double[] row(Plan plan, double sigmaB, long seed) {
    Network drawn = plan.init(Init.lecunNormal(), seed);
    Network net = plan.init(Rules.of(Init.zeros()).on(Role.BIAS, Init.normal(sigmaB)), seed);
    Pass pass = new Pass(net, Pass.Keep.LEAST);
    DMatrixRMaj x = Data.normal(BATCH, width, seed);
    DMatrixRMaj gradient = Inputs.gradient(BATCH, width, seed);
    double[] out = new double[weights.length];
    for (int i = 0; i < out.length; i++) {
      scale(drawn, weights[i], net);
      out[i] = decades(pass.forward(x), gradient);
    }
    return out;
  }

  private static void scale(Network drawn, double sigmaW, Network into) {
    for (Node layer : drawn.layers()) {
      CommonOps_DDRM.scale(sigmaW, layer.weights(), into.layer(layer.number()).weights());
    }
  }

  private double decades(Pass pass, DMatrixRMaj gradient) {
    int half = depth / 2;
    double[] middle = new double[1];
    pass.backward(
        gradient,
        new Watcher() {
          @Override
          public void backward(Memory m) {
            if (m.node().number() == half + 1) {
              middle[0] = Moments.of(m.dx()).secondMoment();
            }
          }
        });
    double factor = middle[0] / Moments.of(gradient).secondMoment();
    return Math.log10(factor) / (depth - half);
  }

  /** Measures, and draws the plane with theory's critical line over it. */
  public HeatMap plot() {
    HeatMap map =
        HeatMap.of(this + ", median of " + seeds + " seeds", weights, biases, measure())
            .axes("sigma_w", "sigma_b")
            .shows("log10 growth per layer of the gradients' second moment, backward", 0);
    double[] line = DoubleStream.of(biases).map(this::critical).toArray();
    int[] run = longestRun(line);
    double[] x = Arrays.copyOfRange(line, run[0], run[1]);
    double[] y = Arrays.copyOfRange(biases, run[0], run[1]);
    return x.length < 2 ? map : map.curve("theory: chi = 1", x, y);
  }

  /** The longest part without a gap, {from, to}, to excluded: a line is not drawn across one. */
  static int[] longestRun(double[] line) {
    int[] longest = {0, 0};
    for (int from = 0; from < line.length; from++) {
      int to = from;
      while (to < line.length && Double.isFinite(line[to])) {
        to++;
      }
      longest = to - from > longest[1] - longest[0] ? new int[] {from, to} : longest;
    }
    return longest;
  }

  /** Theory's sigma_w at which chi = 1; NaN where there is none, or theory does not know f. */
  private double critical(double sigmaB) {
    Progress.checkInterrupted();
    try {
      return Math.sqrt(MeanField.of(activation).bias(sigmaB * sigmaB).critical().weightVariance());
    } catch (IllegalArgumentException | ArithmeticException none) {
      return Double.NaN;
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s net, %d layers, %d wide", activation.name(), depth, width);
  }
}
