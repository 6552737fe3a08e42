package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.GatedGains;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Band;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Gated layers, one after another: u = x W, v = x V, and a = f(u) v, entry by entry. Every layer is
 * square; weights are normal with std gain / sqrt(width). Inputs, and gradients at the output, are
 * N(0, 1), in batches of 64, with 30 seeds. Dauphin et al. (2017), Shazeer (2020).
 *
 * @param activation f: SIGMOID for GLU, SILU for SwiGLU, GELU for GEGLU
 * @param width of every layer
 * @param depth how many layers
 */
public record Gated(Activation activation, int width, int depth) {
  private static final int SEEDS = 30;
  private static final int BATCH = 64;

  public Gated {
    Args.given(activation, "the activation", "Use SILU for SwiGLU.");
    Args.atLeast(1, width, "width", "256 is usual here.");
    Args.atLeast(1, depth, "depth", "One gated layer is what a transformer's block has.");
  }

  /** A stack of so many gated layers of this width. */
  public static Gated of(Activation activation, int width, int depth) {
    return new Gated(activation, width, depth);
  }

  /**
   * Second moments of a(0) ... a(depth) and of dL/da(0) ... dL/da(depth), over the seeds.
   *
   * @param gain of both projections
   */
  public Measured measure(double gain) {
    Args.positive(gain, "gain", "1 keeps the projections at variance 1.");
    List<double[][]> runs =
        LongStream.rangeClosed(1, SEEDS).parallel().mapToObj(s -> run(gain, s)).toList();
    return new Measured(
        Band.of(runs.stream().map(run -> run[0]).toList()),
        Band.of(runs.stream().map(run -> run[1]).toList()));
  }

  /**
   * What the seeds gave.
   *
   * @param activation second moment of a, layer 0 (the input) to the last
   * @param gradient second moment of dL/da, layer 0 to the last
   */
  public record Measured(Band activation, Band gradient) {}

  private double[][] run(double gain, long seed) {
    Initializer rule = Init.lecunNormal().gain(gain);
    DMatrixRMaj[] w = new DMatrixRMaj[depth];
    DMatrixRMaj[] v = new DMatrixRMaj[depth];
    GatedLayer[] layers = new GatedLayer[depth];
    double[][] moments = new double[2][depth + 1];
    DMatrixRMaj a = Data.normal(BATCH, width, seed);
    moments[0][0] = Moments.of(a).secondMoment();
    for (int l = 0; l < depth; l++) {
      w[l] = rule.draw(WeightShape.dense(width, width), RandomStreams.layer(seed, 2 * l));
      v[l] = rule.draw(WeightShape.dense(width, width), RandomStreams.layer(seed, 2 * l + 1));
      layers[l] = GatedLayer.forward(activation, a, w[l], v[l]);
      a = layers[l].output();
      moments[0][l + 1] = Moments.of(a).secondMoment();
    }
    DMatrixRMaj gradient = Data.normal(BATCH, width, -seed);
    moments[1][depth] = Moments.of(gradient).secondMoment();
    for (int l = depth - 1; l >= 0; l--) {
      gradient = layers[l].backward(activation, gradient, w[l], v[l]);
      moments[1][l] = Moments.of(gradient).secondMoment();
    }
    return moments;
  }

  /** The standard figure: one curve for each gain of the projections. */
  public Figure plot(double... gains) {
    double[] layer = IntStream.rangeClosed(0, depth).asDoubleStream().toArray();
    List<Measured> found = Arrays.stream(gains).mapToObj(this::measure).toList();
    return Figure.of(
        this + ": a = f(u) v",
        Panel.forward(curves(gains, layer, found.stream().map(Measured::activation).toList())),
        Panel.backward(curves(gains, layer, found.stream().map(Measured::gradient).toList())));
  }

  private static List<Curve> curves(double[] gains, double[] layer, List<Band> bands) {
    return IntStream.range(0, gains.length)
        .mapToObj(
            i -> {
              Band band = bands.get(i);
              String name = "gain " + Numbers.brief(gains[i]);
              return Curve.band(name, layer, band.median(), band.low(), band.high());
            })
        .toList();
  }

  /**
   * One gated layer of width 256 under gain 1: E (f(u) v)^2 by quadrature and by sampling, and the
   * gains that follow.
   */
  public static Table table(Activation... activations) {
    List<GatedGains> gains = Arrays.stream(activations).map(Gain::gated).toList();
    List<Band> sampled =
        Arrays.stream(activations).map(f -> of(f, 256, 1).measure(1).activation()).toList();
    return Table.of("f(u) v, u and v ~ N(0, 1): second moment, and gains")
        .words("f", gains.stream().map(GatedGains::activation).toList())
        .digits(
            4, "quadrature", gains.stream().mapToDouble(g -> sq(1 / g.secondMoment())).toArray())
        .numbers("sampled", sampled.stream().mapToDouble(b -> b.median()[1]).toArray())
        .numbers("5 %", sampled.stream().mapToDouble(b -> b.low()[1]).toArray())
        .numbers("95 %", sampled.stream().mapToDouble(b -> b.high()[1]).toArray())
        .digits(4, "A: next layer", gains.stream().mapToDouble(GatedGains::secondMoment).toArray())
        .digits(
            4,
            "C: W and V",
            gains.stream().mapToDouble(g -> g.fixedPoint().orElse(Double.NaN)).toArray())
        .digits(4, "D: W and V", gains.stream().mapToDouble(GatedGains::gradient).toArray());
  }

  private static double sq(double x) {
    return x * x;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "gated %s net, %d layers, %d wide", activation.name(), depth, width);
  }
}
