package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.nn.Memory;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.Watcher;
import initlab.nn.layer.Lstm;
import initlab.study.probe.Inputs;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * What the cells of a real LSTM still hold of their first step: the product of their forget gates
 * up to every step, a number for each cell of 10 nets on 4 sequences of N(0, 1) each. A gradient
 * comes back along a cell by the same product.
 *
 * <pre>{@code
 * Plan plan = Plan.of(Signal.tokens(200, 32), Lstm.of(32));
 * Forgetting.of(plan).and(Rules.keras()).kept("Keras' defaults", 200)
 * }</pre>
 */
public final class Forgetting {
  private static final int SEEDS = 10;
  private static final int BATCH = 4;

  private final Plan plan;
  private final Lstm layer;
  private final Map<String, Band> found;
  private final Map<String, double[]> theory;

  private Forgetting(Plan plan, Lstm layer, Map<String, Band> found, Map<String, double[]> theory) {
    this.plan = plan;
    this.layer = layer;
    this.found = found;
    this.theory = theory;
  }

  /**
   * The cells of the first LSTM of this plan; nothing compared yet.
   *
   * @throws IllegalArgumentException if the plan has none, or its cells over all steps do not fit
   *     into what is free
   */
  public static Forgetting of(Plan plan) {
    Args.given(plan, "the plan", "Such as Plan.of(Signal.tokens(200, 32), Lstm.of(32)).");
    Lstm first =
        plan.layers().stream()
            .filter(Lstm.class::isInstance)
            .map(Lstm.class::cast)
            .findFirst()
            .orElseThrow(
                () -> Args.bad("the plan", plan, "one with an LSTM", "Put in Lstm.of(32)."));
    FreeMemory.forMatrix(
        "all cells over all steps",
        (long) SEEDS * BATCH * first.hidden(),
        plan.input().places(),
        "Take fewer steps, or a narrower layer.");
    return new Forgetting(plan, first, Map.of(), Map.of());
  }

  /** The same with these initializers too, measured now. */
  public Forgetting compare(Initializer... more) {
    return and(Stream.of(more).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same with these starts too, measured now. */
  public Forgetting and(Start... more) {
    Map<String, Band> all = new LinkedHashMap<>(found);
    Map<String, double[]> lines = new LinkedHashMap<>(theory);
    for (Start start : more) {
      List<double[]> cells =
          Parallel.seeds(SEEDS, seed -> products(start, seed)).stream()
              .flatMap(List::stream)
              .toList();
      all.put(start.name(), Band.of(cells));
      GateTheory.of(plan, start, SEEDS).ifPresent(line -> lines.put(start.name(), line));
    }
    return new Forgetting(plan, layer, all, lines);
  }

  /** One net: for each cell of each sequence its products after 1 ... T steps. */
  private List<double[]> products(Start start, long seed) {
    List<double[]> cells = new ArrayList<>();
    Pass pass = new Pass(plan.init(start, seed), Pass.Keep.LEAST);
    pass.forward(
        Inputs.normal().of(BATCH, plan.inputs(), seed),
        new Watcher() {
          @Override
          public void forward(Memory m) {
            if (cells.isEmpty() && m.node().outermost() && m.node().layer().equals(layer)) {
              add(layer.forgetGates(m), m.in().places(), cells);
            }
          }
        });
    return cells;
  }

  private static void add(DMatrixRMaj gates, int steps, List<double[]> cells) {
    for (int row = 0; row < gates.numRows; row += steps) {
      for (int cell = 0; cell < gates.numCols; cell++) {
        double[] kept = new double[steps];
        double product = 1;
        for (int t = 0; t < steps; t++) {
          product *= gates.get(row + t, cell);
          kept[t] = product;
        }
        cells.add(kept);
      }
    }
  }

  /**
   * What cells still hold after so many steps, 1 ... T: the median over cells, 5 % and 95 %.
   *
   * @throws IllegalArgumentException if the start was not compared, or there are not so many steps
   */
  public Interval kept(String start, int steps) {
    Band band = found.get(start);
    if (band == null) {
      throw Args.bad("the name of a start", start, "one of " + found.keySet(), "Compare it first.");
    }
    if (!(steps >= 1 && steps <= band.size())) {
      throw Args.bad("the number of steps", steps, "1 to " + band.size(), "Plan more of them.");
    }
    return band.at(steps - 1);
  }

  /**
   * Theory's product in the middle cell after so many steps, {@code GateProduct} with the noise of
   * the input; NaN where it is not known: the LSTM is not the first layer, or a rule states no law.
   */
  public double theory(String start, int steps) {
    kept(start, steps); // refuses what was not compared
    double[] line = theory.get(start);
    return line == null ? Double.NaN : line[steps - 1];
  }

  /**
   * The products over the steps, a curve with its band of cells for each start, and theory's middle
   * cell where it is known.
   */
  public Figure plot() {
    Args.atLeast(1, found.size(), "the number of starts", "Add some: and(Rules.keras()).");
    double[] steps = IntStream.rangeClosed(1, plan.input().places()).asDoubleStream().toArray();
    List<Curve> curves = new ArrayList<>();
    found.forEach(
        (name, band) -> {
          Curve curve = Curve.band(name, steps, band.median(), band.low(), band.high());
          double[] line = theory.get(name);
          curves.add(line == null ? curve : curve.theory(line).theoryIs("middle cell"));
        });
    return Figure.of(
        "What a cell still holds: product of forget gates",
        Panel.of("median and 5-95 % of cells", "time step", "", curves));
  }

  @Override
  public String toString() {
    return "forgetting of " + plan + "; " + found.keySet();
  }
}
