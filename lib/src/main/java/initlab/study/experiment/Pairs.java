package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.Watcher;
import initlab.nn.layer.Dense;
import initlab.study.probe.SampleLikeness;
import initlab.theory.MeanField;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Two inputs on their way through a net: the cosine between their pre-activations, layer by layer.
 * Inputs have second moment 1; each of 30 seeds draws a net and eight pairs of the same cosine,
 * over which it takes the mean.
 *
 * <pre>{@code
 * Pairs.of(128, 40).compare(MeanField.of(TANH).gain(0.9), MeanField.of(TANH).gain(3)).plot()
 * }</pre>
 */
public final class Pairs {
  private static final int SEEDS = 30;
  private static final int PAIRS = 8;

  private final int width;
  private final int depth;
  private final double cosine;
  private final List<Entry> entries;

  /** What was measured already. */
  private final Map<Entry, List<double[]>> found = new ConcurrentHashMap<>();

  /** What is compared: a net and its start, and theory's cosines, layer by layer, if any. */
  private record Entry(String name, Plan plan, Start start, List<Double> theory) {}

  private Pairs(int width, int depth, double cosine, List<Entry> entries) {
    this.width = Args.atLeast(2, width, "width", "128 is usual here.");
    this.depth = Args.atLeast(1, depth, "depth", "40 is usual here.");
    this.cosine = cosine;
    this.entries = List.copyOf(entries);
  }

  /** In nets of this width and depth, from a cosine of 0.5; nothing compared yet. */
  public static Pairs of(int width, int depth) {
    return new Pairs(width, depth, 0.5, List.of());
  }

  /**
   * From another cosine; say it before what is compared.
   *
   * @throws IllegalArgumentException unless -1 &lt;= cosine &lt;= 1, or if something is compared
   */
  public Pairs from(double other) {
    if (!(other >= -1 && other <= 1)) {
      throw Args.bad("the cosine", other, "-1 to 1", "0 is a right angle.");
    }
    Args.that(entries.isEmpty(), "name the cosine before what is compared: from(0).compare(...).");
    return new Pairs(width, depth, other, entries);
  }

  /** The same with nets of this law too: Gaussian weights and biases, and theory beside them. */
  public Pairs compare(MeanField... fields) {
    Pairs all = this;
    for (MeanField field : fields) {
      String gain = Numbers.brief(Math.sqrt(field.weightVariance()), 3);
      all = all.and("sigma_w " + gain, field);
    }
    return all;
  }

  /** The same with nets of this law too, under a name. */
  public Pairs and(String name, MeanField field) {
    Dense layer = Dense.of(width, field.activation());
    Plan plan = Plan.of(Signal.vector(width), Collections.nCopies(depth, layer));
    return with(new Entry(name, plan, LawStart.of(field), theory(field)));
  }

  /** The same with this net too, which no theory knows. */
  public Pairs and(Plan plan, Start start) {
    return with(new Entry(start.name(), plan, start, List.of()));
  }

  private Pairs with(Entry more) {
    List<Entry> all = new ArrayList<>(entries);
    all.add(more);
    return new Pairs(width, depth, cosine, all);
  }

  /** Second moment 1 and this cosine at the input, then the two maps, layer after layer. */
  private List<Double> theory(MeanField field) {
    List<Double> cosines = new ArrayList<>(List.of(cosine));
    double q = field.weightVariance() + field.biasVariance();
    double c = (field.weightVariance() * cosine + field.biasVariance()) / q;
    for (int layer = 1; layer <= depth; layer++) {
      Progress.checkInterrupted();
      cosines.add(Math.min(1, c));
      c = Math.min(1, field.correlation(q, c));
      q = field.variance(q);
    }
    return cosines;
  }

  /**
   * The cosine of a pair at this layer over the seeds: median, 5 % and 95 %.
   *
   * @param layer 0 (the inputs) to the last
   * @throws IllegalArgumentException if nothing has this name, or there is no such layer
   */
  public Interval cosine(String name, int layer) {
    Entry entry =
        entries.stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Args.bad("a name", name, "one of " + names(), "Compare it first."));
    Band band = Band.of(measured(entry));
    if (!(layer >= 0 && layer < band.size())) {
      throw Args.bad("the layer", layer, "0 to " + (band.size() - 1), "0 is the input.");
    }
    return band.at(layer);
  }

  private List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  private List<double[]> measured(Entry entry) {
    List<double[]> known = found.get(entry);
    if (known != null) {
      return known;
    }
    List<double[]> measured =
        Parallel.seeds(SEEDS, seed -> cosines(entry.start().start(entry.plan(), seed), seed));
    found.put(entry, measured);
    return measured;
  }

  private double[] cosines(Network net, long seed) {
    double[] cosines = new double[net.depth() + 1];
    DMatrixRMaj x = inputs(net.plan().inputs(), seed);
    cosines[0] = SampleLikeness.cosine(x);
    new Pass(net, Pass.Keep.LEAST)
        .forward(
            x,
            new Watcher() {
              @Override
              public void forward(Memory m) {
                if (m.node().outermost()) {
                  cosines[m.node().number()] = SampleLikeness.cosine(m.z());
                }
              }
            });
    return cosines;
  }

  /** Rows in pairs, (2 PAIRS x n): u and c u + sqrt(1 - c^2) v, for orthogonal u and v. */
  private DMatrixRMaj inputs(int n, long seed) {
    DMatrixRMaj x = new DMatrixRMaj(2 * PAIRS, n);
    double sine = Math.sqrt(1 - cosine * cosine);
    for (int pair = 0; pair < PAIRS; pair++) {
      var rng = RandomStreams.of(seed, "pair", pair);
      DMatrixRMaj uv = Init.orthogonal(Math.sqrt(n)).draw(WeightShape.dense(2, n), rng);
      for (int j = 0; j < n; j++) {
        x.set(2 * pair, j, uv.get(0, j));
        x.set(2 * pair + 1, j, cosine * uv.get(0, j) + sine * uv.get(1, j));
      }
    }
    return x;
  }

  /** The cosine over the layers, and beside it what it lacks to 1, in decades. */
  public Figure plot() {
    Args.atLeast(1, entries.size(), "the number of nets", "Add some: compare(MeanField...).");
    List<Curve> plain = new ArrayList<>();
    List<Curve> apart = new ArrayList<>();
    for (Entry entry : entries) {
      List<double[]> seen = measured(entry);
      double[] theory = entry.theory().stream().mapToDouble(c -> c).toArray();
      plain.add(curve(entry.name(), seen, theory));
      apart.add(
          curve(entry.name(), seen.stream().map(Pairs::distances).toList(), distances(theory)));
    }
    String title = "Two inputs of cosine " + Numbers.brief(cosine, 3) + ", " + width + " wide";
    return Figure.of(
            title,
            Panel.of("cosine c of pre-activations", "layer", "", plain).linear().level("", 1),
            Panel.of("1 - c", "layer", "", apart))
        .ownScales();
  }

  private static Curve curve(String name, List<double[]> found, double[] theory) {
    Band band = Band.of(found);
    double[] layers = IntStream.range(0, band.size()).asDoubleStream().toArray();
    Curve curve = Curve.band(name, layers, band.median(), band.low(), band.high());
    return theory.length == 0 ? curve : curve.theory(theory).theoryIs("mean");
  }

  /** 1 - c; what is smaller than rounding counts as rounding. */
  private static double[] distances(double[] cosines) {
    return Arrays.stream(cosines).map(c -> Math.max(1e-15, 1 - c)).toArray();
  }

  @Override
  public String toString() {
    return "pairs of cosine " + Numbers.brief(cosine, 3) + "; " + names();
  }
}
