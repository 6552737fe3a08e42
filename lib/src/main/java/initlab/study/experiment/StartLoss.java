package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.study.IntervalColumns;
import initlab.train.data.Dataset;
import initlab.view.Displayable;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a net of this plan loses before its first step, start by start: 30 nets each, the same data
 * for all, beside the loss of outputs of 0, which is ln k for k classes or words.
 *
 * <pre>{@code
 * StartLoss.of(plan, text.draw(100, 8, 1)).compare(Init.normal(0.02)).and(Rules.torch())
 * }</pre>
 */
public final class StartLoss implements Displayable {
  private static final int SEEDS = 30;

  private final Plan plan;
  private final Dataset data;
  private final Map<String, Interval> found;

  private StartLoss(Plan plan, Dataset data, Map<String, Interval> found) {
    this.plan = Args.given(plan, "the plan", "Make one with Mlp.of(RELU, 8, 16, 1).");
    this.data = Args.given(data, "the data", "Such as Data.rare(1000, 8, 0.01, 1).");
    this.found = found;
  }

  /** Nothing is compared yet. */
  public static StartLoss of(Plan plan, Dataset data) {
    return new StartLoss(plan, data, Map.of());
  }

  /** The same with these initializers too, measured now. */
  public StartLoss compare(Initializer... initializers) {
    return and(Stream.of(initializers).map(Start::drawn).toArray(Start[]::new));
  }

  /**
   * The same with these starts too, measured now.
   *
   * @throws IllegalArgumentException if there are none, or two have one name
   */
  public StartLoss and(Start... starts) {
    Args.atLeast(1, starts.length, "the number of starts", "Such as Rules.torch().");
    Map<String, Interval> all = new LinkedHashMap<>(found);
    for (Start start : starts) {
      if (all.put(start.name(), measured(start)) != null) {
        String cure = "Give this one a name of its own: named(\"...\").";
        throw Args.bad("the name of a start", start.name(), "one that no other start has", cure);
      }
    }
    return new StartLoss(plan, data, all);
  }

  private Interval measured(Start start) {
    List<Double> losses = Parallel.seeds(SEEDS, seed -> data.loss(start.start(plan, seed)));
    return Interval.of(losses.stream().mapToDouble(loss -> loss).toArray());
  }

  /**
   * The loss of this start over the nets: median and 5-95 %.
   *
   * @throws IllegalArgumentException if there is no such start
   */
  public Interval interval(String start) {
    Interval seen = found.get(start);
    if (seen == null) {
      throw Args.bad(
          "the start", start, "one of " + found.keySet(), "Compare it first: compare(...).");
    }
    return seen;
  }

  /** Its median. */
  public double median(String start) {
    return interval(start).median();
  }

  /** The loss of outputs of 0. */
  public double ofZero() {
    return data.lossOfZero();
  }

  /** One row a start: its loss, and how far that is above the loss of outputs of 0. */
  public Table table() {
    List<Interval> losses = new ArrayList<>(found.values());
    double[] above = losses.stream().mapToDouble(loss -> loss.median() - ofZero()).toArray();
    Table table =
        Table.of("Loss before step one, " + data.name() + ", " + SEEDS + " nets")
            .words("start", new ArrayList<>(found.keySet()));
    return IntervalColumns.add(table, "loss", losses).digits(2, "above that of zeros", above);
  }

  @Override
  public String text() {
    return table().text();
  }

  @Override
  public Map<String, String> display() {
    return table().display();
  }

  @Override
  public String toString() {
    return text();
  }
}
