package initlab.study;

import initlab.init.Distribution;
import initlab.init.Initializer;
import initlab.math.Args;
import initlab.math.Parallel;
import initlab.math.RandomStreams;
import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.Trace;
import initlab.train.Data;
import initlab.view.Figure;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
 */
public record Study(Plan plan, List<Start> starts, int seedCount, int batchSize) {

  public Study {
    Args.given(plan, "the plan", "Make one with Mlp.deep(RELU, 256, 50).");
    Args.atLeast(1, seedCount, "the number of seeds", "A band wants 30.");
    Args.atLeast(1, batchSize, "the batch size", "64 is usual here.");
    starts = List.copyOf(starts);
  }

  /** A study of this plan, with 30 seeds and batches of 64. */
  public static Study of(Plan plan) {
    return new Study(plan, List.of(), 30, 64);
  }

  /** The same study over so many seeds. */
  public Study seeds(int count) {
    return new Study(plan, starts, count, batchSize);
  }

  /** The same study with batches of this size. */
  public Study batch(int size) {
    return new Study(plan, starts, seedCount, size);
  }

  /** The same study with these initializers too. */
  public Study compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same study with these starts too. */
  public Study and(Start... more) {
    List<Start> all = new ArrayList<>(starts);
    all.addAll(List.of(more));
    return new Study(plan, all, seedCount, batchSize);
  }

  /** Measures everything, once. */
  public Measurements measure() {
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.heNormal()).");
    var traces = ThreadLocal.withInitial(() -> new Trace(plan.layers().size()));
    var gradients = ThreadLocal.withInitial(() -> new Gradients(plan.layers().size()));
    List<Callable<Report>> tasks = new ArrayList<>();
    for (Start start : starts) {
      for (long seed = 1; seed <= seedCount; seed++) {
        long s = seed;
        tasks.add(() -> measure(start, s, traces.get(), gradients.get()));
      }
    }
    List<Report> reports = Parallel.all(tasks);
    List<Measurement> rows = new ArrayList<>();
    for (Start start : starts) {
      int from = rows.size() * seedCount;
      List<Report> own = List.copyOf(reports.subList(from, from + seedCount));
      rows.add(new Measurement(start.name(), own, Expected.of(plan, start)));
    }
    return new Measurements(this, rows);
  }

  /** Measures, and draws theory beside measurement, forward beside backward. */
  public Figure plot() {
    return measure().plot();
  }

  /** Measures, and gives the numbers at the figure's ends. */
  public Table table() {
    return measure().table();
  }

  private Report measure(Start start, long seed, Trace trace, Gradients gradients) {
    Network net = start.start(plan, seed);
    DMatrixRMaj x = Data.normal(batchSize, plan.inputs(), seed);
    DMatrixRMaj gradient = new DMatrixRMaj(batchSize, net.layer(net.depth()).weights().numCols);
    Distribution.NORMAL.fill(
        1, RandomStreams.of(seed, "gradient", 0), gradient.data, gradient.getNumElements());
    return Probe.both(net, x, gradient, trace, gradients);
  }

  @Override
  public String toString() {
    return "%s; %d seeds, batch %d; %s"
        .formatted(plan, seedCount, batchSize, starts.stream().map(Start::name).toList());
  }
}
