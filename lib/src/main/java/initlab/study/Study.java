package initlab.study;

import initlab.base.Args;
import initlab.base.Machine;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import initlab.view.Table;
import initlab.view.density.Densities;
import initlab.view.figure.Explorer;
import initlab.view.figure.Figure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * An experiment: one plan, several starts, many seeds; every layer measured forward and backward.
 *
 * <p>A seed stands for its own weights, its own input batch of N(0, 1), and its own gradient of
 * N(0, 1) at the output.
 *
 * @param plan the network without weights
 * @param starts what is compared
 * @param seedCount how many seeds, from seed 1 on
 * @param batchSize samples in each batch
 * @param inputs what goes in
 */
public record Study(Plan plan, List<Start> starts, int seedCount, int batchSize, Inputs inputs) {

  public Study {
    Args.given(plan, "the plan", "Make one with Mlp.deep(RELU, 256, 50).");
    Args.atLeast(1, seedCount, "the number of seeds", "A band wants 30.");
    Args.atLeast(1, batchSize, "the batch size", "64 is usual here.");
    starts = List.copyOf(starts);
  }

  /** A study of this plan, with 30 seeds and batches of 64. */
  public static Study of(Plan plan) {
    return new Study(plan, List.of(), 30, 64, Inputs.normal());
  }

  /** The same study over so many seeds. */
  public Study seeds(int count) {
    return new Study(plan, starts, count, batchSize, inputs);
  }

  /** The same study with batches of this size. */
  public Study batch(int size) {
    return new Study(plan, starts, seedCount, size, inputs);
  }

  /** The same study on this batch (samples x in) for every seed. */
  public Study on(DMatrixRMaj x) {
    return new Study(plan, starts, seedCount, x.numRows, Inputs.always(x));
  }

  /** The same study on other inputs. */
  public Study on(Inputs other) {
    return new Study(plan, starts, seedCount, batchSize, other);
  }

  /** The same study with these initializers too. */
  public Study compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same study with these starts too. */
  public Study and(Start... more) {
    List<Start> all = new ArrayList<>(starts);
    all.addAll(List.of(more));
    return new Study(plan, all, seedCount, batchSize, inputs);
  }

  /** Measures, once. What is not on request is always measured; name what else to measure. */
  public Results measure(Measure... onRequest) {
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.heNormal()).");
    Set<Measure> measures = EnumSet.allOf(Measure.class);
    measures.removeIf(Measure::onRequest);
    measures.addAll(List.of(onRequest));
    List<Report> reports = run(measures);
    List<Result> rows = new ArrayList<>();
    for (Start start : starts) {
      int from = rows.size() * seedCount;
      List<Report> own = List.copyOf(reports.subList(from, from + seedCount));
      rows.add(new Result(start.name(), own, new TheoryOf(plan, start, inputMoment()).mean()));
    }
    return new Results(this, rows);
  }

  /** All reports: those of the first start, seed after seed, then those of the next. */
  private List<Report> run(Set<Measure> measures) {
    long heap = Machine.memory();
    MemoryBudget room = MemoryBudget.of(this, measures.contains(Measure.WEIGHT_GRADIENT), heap);
    var desks = ThreadLocal.withInitial(() -> new SeedRunner(this, measures, room.redrawing()));
    try (var progress = Progress.of("networks", (long) starts.size() * seedCount)) {
      List<Callable<Report>> tasks = new ArrayList<>();
      for (Start start : starts) {
        LongStream.rangeClosed(1, seedCount)
            .forEach(
                seed ->
                    tasks.add(
                        () -> {
                          Report report = desks.get().measure(start, seed);
                          progress.step();
                          return report;
                        }));
      }
      return Parallel.all(tasks, room.threads());
    }
  }

  /** The second moment of what goes in: 1, if that is what the first seed's batch allows. */
  double inputMoment() {
    Moments x = Moments.of(inputs.of(batchSize, plan.inputs(), 1));
    boolean one = Math.abs(x.secondMoment() - 1) < 5 * Math.sqrt(2.0 / x.count());
    return one ? 1 : x.secondMoment();
  }

  /** Measures, and draws theory beside measurement, forward beside backward. */
  public Figure plot() {
    return measure().plot();
  }

  /** Measures, and gives the numbers at the figure's ends. */
  public Table table() {
    return measure().table();
  }

  /**
   * Measures a rule for so many values of one number, evenly spaced, and draws the standard figure
   * with a slider for it: {@code explore("gain", 0.5, 2, 31, Init::orthogonal)}. The study's own
   * starts are left out.
   *
   * @param parameter what the number is called
   * @param rule from the number to an initializer
   * @throws IllegalArgumentException unless lo &lt; hi and steps &gt;= 2
   */
  public Explorer explore(
      String parameter,
      double lo,
      double hi,
      int steps,
      DoubleFunction<? extends Initializer> rule) {
    return Exploration.of(this, parameter, lo, hi, steps, rule);
  }

  /**
   * Where the activations of these layers lie, layer below layer, start beside start: one network
   * of seed 1 each.
   *
   * @param layers 1 ... L
   */
  public Densities activations(int... layers) {
    return LayerDensities.of(this, true, layers);
  }

  /** Where the pre-activations of these layers lie; as {@link #activations}. */
  public Densities preActivations(int... layers) {
    return LayerDensities.of(this, false, layers);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s; %d seeds, batch %d; %s",
        plan,
        seedCount,
        batchSize,
        starts.stream().map(Start::name).toList());
  }
}
