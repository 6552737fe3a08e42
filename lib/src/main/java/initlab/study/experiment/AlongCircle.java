package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.theory.MeanField;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Explorer;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The function that a net computes before it is trained, along a circle of inputs: x = sqrt(n) (u
 * cos t + v sin t) with orthonormal u and v, so that the numbers of x have second moment 1. Hidden
 * weights are N(0, sigma_w^2 / n), hidden biases N(0, sigma_b^2); one linear output, N(0, 1 / n)
 * without a bias. Poole et al. (2016), Raghu et al. (2017).
 *
 * <pre>{@code
 * AlongCircle.of(TANH, 64, 10).bias(0.05).plot(0.8, 1.33, 4)
 * }</pre>
 */
public final class AlongCircle {
  private static final int SEEDS = 30;
  private static final String ACROSS = "angle in turns";

  private final Activation activation;
  private final int width;
  private final int depth;
  private final double biasVariance;

  /** What was measured already, by sigma_w. */
  private final Map<Double, List<CircleWalk>> found = new ConcurrentHashMap<>();

  private AlongCircle(Activation activation, int width, int depth, double biasVariance) {
    this.activation = Args.given(activation, "the activation", "Use TANH.");
    this.width = Args.atLeast(2, width, "width", "64 is usual here.");
    this.depth = Args.atLeast(1, depth, "depth", "10 hidden layers are usual here.");
    this.biasVariance = Args.notNegative(biasVariance, "the bias variance sigma_b^2", "Try 0.05.");
  }

  /** Of nets with so many hidden layers of this width, without biases. */
  public static AlongCircle of(Activation activation, int width, int depth) {
    return new AlongCircle(activation, width, depth, 0);
  }

  /** The same with sigma_b^2, the variance of the hidden biases. */
  public AlongCircle bias(double variance) {
    return new AlongCircle(activation, width, depth, variance);
  }

  /** How often the output of 30 nets changes its sign on the circle: median, 5 % and 95 %. */
  public Interval crossings(double sigmaW) {
    return Interval.of(each(sigmaW, CircleWalk::crossings));
  }

  /** The mean of that over the nets. */
  public double meanCrossings(double sigmaW) {
    return Moments.of(each(sigmaW, CircleWalk::crossings)).mean();
  }

  /** How often theory for wide nets expects it on average: Rice's formula. */
  public double expectedCrossings(double sigmaW) {
    return theory(sigmaW).crossings();
  }

  /** The length of the last hidden layer's path over the circle's own, of 30 nets. */
  public Interval length(double sigmaW) {
    return Interval.of(each(sigmaW, CircleWalk::length));
  }

  private CircleTheory theory(double sigmaW) {
    return CircleTheory.of(field(sigmaW), depth);
  }

  private MeanField field(double sigmaW) {
    return MeanField.of(activation).gain(sigmaW).bias(biasVariance);
  }

  private double[] each(double sigmaW, ToDoubleFunction<CircleWalk> number) {
    return walks(sigmaW).stream().mapToDouble(number).toArray();
  }

  private List<CircleWalk> walks(double sigmaW) {
    List<CircleWalk> known = found.get(sigmaW);
    if (known != null) {
      return known;
    }
    List<CircleWalk> measured = Parallel.seeds(SEEDS, seed -> walk(sigmaW, seed));
    found.put(sigmaW, measured);
    return measured;
  }

  private CircleWalk walk(double sigmaW, long seed) {
    return CircleWalk.of(field(sigmaW), width, depth, seed);
  }

  /** The output of one net for each sigma_w, all from the random numbers of one seed. */
  public Figure plot(double... sigmaW) {
    Args.atLeast(1, sigmaW.length, "the number of sigma_w", "Try plot(0.8, 1.33, 4).");
    Panel[] panels = DoubleStream.of(sigmaW).mapToObj(this::panel).toArray(Panel[]::new);
    return Figure.of("Before training: output along a circle of inputs, " + this, panels)
        .sameScale();
  }

  private Panel panel(double sigmaW) {
    CircleWalk walk = walk(sigmaW, 1);
    Curve curve = curve("output", walk, 1);
    return Panel.of(words(sigmaW, walk), ACROSS, "", List.of(curve)).linear().level("", 0);
  }

  /** The output at every so many points around the circle, and at the first again. */
  private static Curve curve(String name, CircleWalk walk, int every) {
    int[] points =
        IntStream.rangeClosed(0, CircleWalk.POINTS / every).map(i -> i * every).toArray();
    double[] turns =
        IntStream.of(points).mapToDouble(i -> i / (double) CircleWalk.POINTS).toArray();
    double[] y = IntStream.of(points).mapToDouble(walk::output).toArray();
    return Curve.line(name, turns, y);
  }

  private static String name(double sigmaW) {
    return "sigma_w " + Numbers.brief(sigmaW, 3);
  }

  private static String words(double sigmaW, CircleWalk walk) {
    return name(sigmaW) + ": " + Math.round(walk.crossings()) + " zero crossings";
  }

  /**
   * The same function with a slider for sigma_w.
   *
   * @throws IllegalArgumentException unless 0 &lt;= lo &lt; hi and steps &gt;= 2
   */
  public Explorer explore(double lo, double hi, int steps) {
    Args.atLeast(2, steps, "the number of steps", "11 make a slider.");
    double[] values =
        IntStream.range(0, steps)
            .mapToDouble(i -> Math.rint(1e6 * (lo + (hi - lo) * i / (steps - 1))) / 1e6)
            .toArray();
    List<Curve> curves = DoubleStream.of(values).mapToObj(this::spoken).toList();
    Panel panel = Panel.of("output along a circle of inputs", ACROSS, "", curves);
    return Explorer.of(toString(), "sigma_w", values, panel.linear().level("", 0)).stills(3);
  }

  private Curve spoken(double sigmaW) {
    CircleWalk walk = walk(sigmaW, 1);
    return curve(words(sigmaW, walk), walk, 3).looksLike(name(sigmaW));
  }

  /**
   * Inputs sqrt(n) (u cos t + v sin t) once around, for orthonormal u and v, (points x width); the
   * last is the neighbour of the first.
   *
   * @param seed draws u and v
   */
  public static DMatrixRMaj inputs(int points, int width, long seed) {
    var rng = RandomStreams.of(seed, "circle", 0);
    DMatrixRMaj uv = Init.orthogonal(Math.sqrt(width)).draw(WeightShape.dense(2, width), rng);
    DMatrixRMaj x = new DMatrixRMaj(points, width);
    for (int i = 0; i < points; i++) {
      double t = 2 * Math.PI * i / points;
      for (int j = 0; j < width; j++) {
        x.set(i, j, Math.cos(t) * uv.get(0, j) + Math.sin(t) * uv.get(1, j));
      }
    }
    return x;
  }

  /** For each sigma_w: crossings beside theory, and the length of the last layer's path. */
  public Table table(double... sigmaW) {
    List<Interval> crossings = DoubleStream.of(sigmaW).mapToObj(this::crossings).toList();
    return Table.of(this + ": once around, " + SEEDS + " nets")
        .numbers("sigma_w", sigmaW)
        .numbers("crossings: median", of(crossings, Interval::median))
        .numbers("5 %", of(crossings, Interval::low))
        .numbers("95 %", of(crossings, Interval::high))
        .numbers("mean", DoubleStream.of(sigmaW).map(this::meanCrossings).toArray())
        .numbers("theory: mean", DoubleStream.of(sigmaW).map(this::expectedCrossings).toArray())
        .numbers("length: median", DoubleStream.of(sigmaW).map(s -> length(s).median()).toArray())
        .numbers("theory: length", DoubleStream.of(sigmaW).map(s -> theory(s).length()).toArray());
  }

  private static double[] of(List<Interval> all, ToDoubleFunction<Interval> end) {
    return all.stream().mapToDouble(end).toArray();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s net, %d layers, %d wide, sigma_b^2 %s",
        activation.name(),
        depth,
        width,
        Numbers.brief(biasVariance, 3));
  }
}
