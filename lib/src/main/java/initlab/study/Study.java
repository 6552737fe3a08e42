package initlab.study;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.base.Parallel;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * An experiment: one plan, several starts, many seeds; every layer measured forward and backward.
 *
 * <p>A seed stands for its own weights, its own input batch of N(0, 1), and its own gradient of
 * N(0, 1) at the output.
 */
public final class Study {
  private final Plan plan;
  private final List<Start> starts;
  private final long firstSeed;
  private final int seedCount;
  private final int batchSize;
  private final Inputs inputs;

  private Study(
      Plan plan, List<Start> starts, long firstSeed, int seedCount, int batchSize, Inputs inputs) {
    this.plan = Args.given(plan, "the plan", "Make one with Mlp.deep(RELU, 256, 50).");
    this.starts = List.copyOf(starts);
    Set<String> names = new HashSet<>();
    for (Start start : starts) {
      if (!names.add(start.name())) {
        throw Args.bad(
            "the name of two starts", start.name(), "another for each", "Say .named(\"...\").");
      }
    }
    this.firstSeed = firstSeed;
    this.seedCount = Args.atLeast(1, seedCount, "the number of seeds", "A band wants 30.");
    this.batchSize = Args.atLeast(1, batchSize, "the batch size", "64 is usual here.");
    this.inputs = Args.given(inputs, "the inputs", "Inputs.normal() is usual here.");
  }

  /**
   * A study of this plan, with seeds 1 to 30 and batches of 64. A plan that takes ids is given ids,
   * each as likely as the others; {@code on(Inputs.zipf(1000))} makes some rare.
   */
  public static Study of(Plan plan) {
    Args.given(plan, "the plan", "Make one with Mlp.deep(RELU, 256, 50).");
    return new Study(plan, List.of(), 1, 30, 64, Inputs.suiting(plan));
  }

  /** The same study over so many seeds. */
  public Study seeds(int count) {
    return new Study(plan, starts, firstSeed, count, batchSize, inputs);
  }

  /** The same study from this seed on: {@code from(31).seeds(30)} are seeds 31 to 60. */
  public Study from(long seed) {
    return new Study(plan, starts, seed, seedCount, batchSize, inputs);
  }

  /** The same study with batches of this size. */
  public Study batch(int size) {
    return new Study(plan, starts, firstSeed, seedCount, size, inputs);
  }

  /** The same study on this batch (samples x in) for every seed. */
  public Study on(DMatrixRMaj x) {
    Args.given(x, "the batch", "Pass inputs (samples x in).");
    return new Study(plan, starts, firstSeed, seedCount, x.numRows, Inputs.always(x));
  }

  /** The same study on other inputs. */
  public Study on(Inputs other) {
    return new Study(plan, starts, firstSeed, seedCount, batchSize, other);
  }

  /** The same study with other starts in place of its own. */
  Study only(List<? extends Start> others) {
    return new Study(plan, List.copyOf(others), firstSeed, seedCount, batchSize, inputs);
  }

  /** The network without weights. */
  public Plan plan() {
    return plan;
  }

  /** What is compared. */
  public List<Start> starts() {
    return starts;
  }

  /** Samples in each batch. */
  public int batchSize() {
    return batchSize;
  }

  /** The batch of its first seed. */
  DMatrixRMaj firstBatch() {
    return batchOf(firstSeed);
  }

  /** The batch of a seed. */
  DMatrixRMaj batchOf(long seed) {
    return inputs.of(batchSize, plan.inputs(), seed);
  }

  /** The first of its seeds. */
  long firstSeed() {
    return firstSeed;
  }

  /** The same study with these initializers too. */
  public Study compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same study with these starts too. */
  public Study and(Start... more) {
    List<Start> all = new ArrayList<>(starts);
    all.addAll(List.of(more));
    return only(all);
  }

  /** Measures, once. What is not on request is always measured; name what else to measure. */
  public Results measure(Measure... onRequest) {
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.heNormal()).");
    Set<Measure> measures = EnumSet.allOf(Measure.class);
    measures.removeIf(Measure::onRequest);
    measures.addAll(List.of(onRequest));
    List<List<Report>> reports = run(measures);
    double input = inputMoment(reports.get(0));
    List<Result> rows = new ArrayList<>();
    for (Start start : starts) {
      var theory = new TheoryOf(plan, start, input);
      rows.add(new Result(start.name(), reports.get(rows.size()), theory.mean(drawsInputs())));
    }
    return new Results(this, rows);
  }

  /** One list of reports a start, seed after seed. */
  private List<List<Report>> run(Set<Measure> measures) {
    return FreeMemory.orSay(
        "a study of " + plan + ", batch " + batchSize,
        MemoryBudget.CURE + " Fewer seeds leave room too.",
        () -> {
          var room = MemoryBudget.of(this, SeedRunner.keep(measures), Machine::free);
          var places =
              ThreadLocal.withInitial(() -> new SeedRunner(this, measures, room.redrawing()));
          return Parallel.seeds(
              "networks",
              starts,
              seedCount,
              room.threads(),
              (start, nth) -> places.get().measure(start, firstSeed - 1 + nth));
        });
  }

  /**
   * The second moment of what goes in: that of the law it is drawn from; where none is stated, the
   * mean over the batches that were measured, which is exact where all seeds have one batch.
   */
  double inputMoment(List<Report> measured) {
    double[] seen = measured.stream().mapToDouble(r -> r.profile(Measure.ACTIVATION)[0]).toArray();
    return inputs.secondMoment().orElse(Moments.of(seen).mean());
  }

  /** Whether each seed draws its own numbers, all from one law. */
  boolean drawsInputs() {
    return inputs.secondMoment().isPresent();
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
   * of the first seed each.
   *
   * @param layers 1 ... L
   */
  public Densities activations(int... layers) {
    return LayerDensities.of(this, LayerDensities.Of.ACTIVATIONS, layers);
  }

  /** Where the pre-activations of these layers lie; as {@link #activations}. */
  public Densities preActivations(int... layers) {
    return LayerDensities.of(this, LayerDensities.Of.PRE_ACTIVATIONS, layers);
  }

  /**
   * Where dL/da of these layers lie, N(0, 1) being sent back from the top; as {@link #activations}.
   */
  public Densities gradients(int... layers) {
    return LayerDensities.of(this, LayerDensities.Of.GRADIENTS, layers);
  }

  /** Activations and gradients of these layers beside each other, start by start. */
  public Densities bothWays(int... layers) {
    return LayerDensities.bothWays(this, layers);
  }

  @Override
  public String toString() {
    String seeds = seedCount + " seeds" + (firstSeed == 1 ? "" : " from " + firstSeed);
    List<String> names = starts.stream().map(Start::name).toList();
    return plan + "; " + seeds + ", batch " + batchSize + "; " + names;
  }
}
