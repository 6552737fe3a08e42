package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Recurring;
import initlab.study.probe.Inputs;
import initlab.theory.Propagation;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Second moments of the state h(t) and of dL/dh(t) in a recurrent layer, step by step, over many
 * seeds: inputs N(0, 1) at every step, and a gradient of N(0, 1) at the plan's output. With {@code
 * LastStep} behind the layer, all of dL/dh(t) has come back from the last step.
 *
 * <pre>{@code
 * Plan plan = Plan.of(Signal.tokens(200, 32), Rnn.of(64, TANH), new LastStep());
 * OverTime.of(plan).seeds(30).compare(Init.lecunNormal()).plot()
 * }</pre>
 */
public final class OverTime {
  private final Plan plan;
  private final int layer;
  private final int seeds;
  private final int batch;
  private final Inputs inputs;
  private final Map<String, Row> found;

  /** One start: bands over the seeds, a place for each step, and theory where it is known. */
  private record Row(List<TimeProfile> runs, Optional<Propagation> theory) {
    Band band(Function<TimeProfile, double[]> of) {
      return Band.of(runs.stream().map(of).toList());
    }
  }

  private OverTime(
      Plan plan, int layer, int seeds, int batch, Inputs inputs, Map<String, Row> found) {
    this.plan = plan;
    this.layer = layer;
    this.seeds = Args.atLeast(1, seeds, "the number of seeds", "A band wants 30.");
    this.batch = Args.atLeast(1, batch, "the batch size", "16 is usual here.");
    this.inputs = Args.given(inputs, "the inputs", "Inputs.normal() is usual here.");
    this.found = found;
  }

  /**
   * The first recurrent layer of this plan, with seeds 1 to 30 and batches of 16; nothing compared
   * yet.
   *
   * @throws IllegalArgumentException if the plan has no recurrent layer
   */
  public static OverTime of(Plan plan) {
    Args.given(plan, "the plan", "Such as Plan.of(Signal.tokens(200, 32), Lstm.of(64)).");
    for (int l = 1; l <= plan.depth(); l++) {
      if (plan.layers().get(l - 1) instanceof Recurring) {
        return new OverTime(plan, l, 30, 16, Inputs.normal(), Map.of());
      }
    }
    throw Args.bad(
        "the plan",
        plan,
        "one with a recurrent layer",
        "Put in an Rnn.of(64, TANH) or Lstm.of(64).");
  }

  /** The same over so many seeds; what was compared is measured again when it is compared again. */
  public OverTime seeds(int count) {
    return new OverTime(plan, layer, count, batch, inputs, Map.of());
  }

  /** The same with batches of this size, nothing compared yet. */
  public OverTime batch(int size) {
    return new OverTime(plan, layer, seeds, size, inputs, Map.of());
  }

  /** The same on other inputs, nothing compared yet. */
  public OverTime on(Inputs other) {
    return new OverTime(plan, layer, seeds, batch, other, Map.of());
  }

  /** The same with these initializers too, measured now. */
  public OverTime compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /** The same with these starts too, measured now. */
  public OverTime and(Start... more) {
    Map<String, Row> all = new LinkedHashMap<>(found);
    for (Start start : more) {
      var places = ThreadLocal.withInitial(() -> new TimeProbe(plan, layer));
      List<TimeProfile> runs =
          Parallel.seeds(
              seeds,
              seed -> places.get().measure(start, inputs.of(batch, plan.inputs(), seed), seed));
      Network net = Network.redrawing(plan);
      Optional<Propagation> theory =
          inputs.secondMoment().isPresent()
              ? TimeTheory.of(net, start, inputs.secondMoment().getAsDouble())
              : Optional.empty();
      all.put(start.name(), new Row(runs, theory));
    }
    return new OverTime(plan, layer, seeds, batch, inputs, all);
  }

  /** How many steps: T. */
  public int steps() {
    return plan.input().places();
  }

  /** E h(t)^2 at a step 1 ... T over the seeds: median, 5 % and 95 %. */
  public Interval state(String start, int step) {
    return row(start).band(TimeProfile::state).at(known(step) - 1);
  }

  /** E (dL/dh(t))^2 at a step 1 ... T over the seeds: median, 5 % and 95 %. */
  public Interval gradient(String start, int step) {
    return row(start).band(TimeProfile::gradient).at(known(step) - 1);
  }

  /** What of the gradient's second moment at step T is there at step 1: E dh(1)^2 / E dh(T)^2. */
  public Interval reach(String start) {
    return Interval.of(row(start).runs().stream().mapToDouble(TimeProfile::reach).toArray());
  }

  /**
   * Theory's second moments of h(0) ... h(T) and dL/dh(0) ... dL/dh(T): known for a plan of one
   * {@code Rnn} and a {@code LastStep}, whose rules state their laws; empty elsewhere.
   */
  public Optional<Propagation> theory(String start) {
    return row(start).theory();
  }

  private Row row(String start) {
    Row row = found.get(start);
    if (row == null) {
      throw Args.bad("the name of a start", start, "one of " + found.keySet(), "Compare it first.");
    }
    return row;
  }

  private int known(int step) {
    if (step >= 1 && step <= steps()) {
      return step;
    }
    throw Args.bad("the step", step, "1 to " + steps(), "h(0) is 0.");
  }

  /** The state forward in time beside the gradient backward, theory where it is known. */
  public Figure plot() {
    Args.atLeast(1, found.size(), "the number of starts", "Add some: compare(Init.orthogonal()).");
    List<Curve> forward = new ArrayList<>();
    List<Curve> backward = new ArrayList<>();
    found.forEach(
        (name, row) -> {
          forward.add(curve(name, row, TimeProfile::state, Propagation::activation));
          backward.add(curve(name, row, TimeProfile::gradient, Propagation::gradient));
        });
    return Figure.of(
        plan.toString(),
        Panel.of("forward: second moment of h(t)", "time step", "", forward),
        Panel.of("backward: second moment of dL/dh(t)", "time step", "", backward).toTheLeft());
  }

  private Curve curve(
      String name,
      Row row,
      Function<TimeProfile, double[]> of,
      Function<Propagation, double[]> mean) {
    Band band = row.band(of);
    double[] steps = IntStream.rangeClosed(1, steps()).asDoubleStream().toArray();
    Curve curve = Curve.band(name, steps, band.median(), band.low(), band.high());
    return row.theory()
        .map(mean)
        .map(
            all ->
                curve.theory(IntStream.rangeClosed(1, steps()).mapToDouble(t -> all[t]).toArray()))
        .map(with -> with.theoryIs("mean"))
        .orElse(curve);
  }

  @Override
  public String toString() {
    return plan + "; " + seeds + " seeds, batch " + batch + "; " + found.keySet();
  }
}
