package initlab.train;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.loss.Loss;
import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * What is to be trained, on what, and how. It holds no weights: {@link #from} starts anew each time
 * it is asked, and equal starts and seeds give equal histories.
 *
 * <pre>{@code
 * var history = Training.of(plan, Data.xor(500, 1)).sgd(0.1).steps(1000).from(Init.zeros(), 1);
 * }</pre>
 */
public final class Training {
  private final Plan plan;
  private final Dataset data;
  private final Loss loss;
  private final Optimizer optimizer;
  private final Schedule schedule;
  private final List<Watch> watches;
  private final List<String> moved;

  private Training(
      Plan plan,
      Dataset data,
      Loss loss,
      Optimizer optimizer,
      Schedule schedule,
      List<Watch> watches,
      List<String> moved) {
    this.loss = Args.given(loss, "the loss", "Loss.squared() suits numbers.");
    HeldOut.fits(data, plan, loss, "");
    this.plan = plan;
    this.data = data;
    this.optimizer = Args.given(optimizer, "the optimizer", "Such as Adam.of(0.01).");
    this.schedule = schedule;
    this.watches = List.copyOf(watches);
    this.moved = List.copyOf(moved);
  }

  /**
   * Training of this plan on these data: the data's loss, SGD with rate 0.1, 1000 steps of the full
   * batch.
   *
   * @throws IllegalArgumentException if the plan's widths are not those of the data
   */
  public static Training of(Plan plan, Dataset data) {
    Args.given(plan, "the plan", "Make one with Mlp.of(TANH, 2, 16, 1).");
    Args.given(data, "the data", "Make some with Data.xor(500, 1).");
    var schedule = new Schedule(0, 1000, false, 0, 0);
    return new Training(
        plan, data, data.loss(), Optimizer.sgd(0.1), schedule, List.of(), List.of("*"));
  }

  /** The same with this loss. */
  public Training loss(Loss other) {
    return new Training(plan, data, other, optimizer, schedule, watches, moved);
  }

  /** The same by this rule. */
  public Training with(Optimizer other) {
    return new Training(plan, data, loss, other, schedule, watches, moved);
  }

  /** The same by gradient descent. */
  public Training sgd(double rate) {
    return with(Optimizer.sgd(rate));
  }

  /** The same by gradient descent with momentum. */
  public Training sgd(double rate, double momentum) {
    return with(new Sgd(rate, momentum));
  }

  /** The same by Adam. */
  public Training adam(double rate) {
    return with(Adam.of(rate));
  }

  /** The same in pieces of this size, shuffled every epoch; 0 for all samples at once. */
  public Training batch(int size) {
    return when(s -> new Schedule(size, s.length(), s.epochs(), s.until(), s.every()));
  }

  /** The same for so many steps. */
  public Training steps(int count) {
    return when(s -> new Schedule(s.batch(), count, false, s.until(), s.every()));
  }

  /** The same for so many passes over the data. */
  public Training epochs(int count) {
    return when(s -> new Schedule(s.batch(), count, true, s.until(), s.every()));
  }

  /**
   * The same, stopped once the loss on all data is below this. With minibatches that is checked at
   * looks only.
   */
  public Training until(double lossBelow) {
    return when(s -> new Schedule(s.batch(), s.length(), s.epochs(), lossBelow, s.every()));
  }

  /** The same with a look at the network every so many steps. */
  public Training every(int steps) {
    return when(s -> new Schedule(s.batch(), s.length(), s.epochs(), s.until(), steps));
  }

  private Training when(UnaryOperator<Schedule> change) {
    return new Training(plan, data, loss, optimizer, change.apply(schedule), watches, moved);
  }

  /**
   * The same, where only these paths learn: {@code only("*.A", "*.B")} for LoRA.
   *
   * @throws IllegalArgumentException if a path, in which * is anything, names no parameter
   */
  public Training only(String... paths) {
    Args.atLeast(1, paths.length, "the number of paths", "Such as only(\"*.A\", \"*.B\").");
    List.of(paths).forEach(Network.redrawing(plan)::parametersOf);
    return new Training(plan, data, loss, optimizer, schedule, watches, List.of(paths));
  }

  /** The same with this number followed: {@code watch("rank", net -> ...)}. */
  public Training watch(String name, ToDoubleFunction<Network> number) {
    return watch(new Watch(name, number));
  }

  /**
   * The same with this followed too: {@code watch(Watch.rank(1))}.
   *
   * @throws IllegalArgumentException if another series of the history has its name
   */
  public Training watch(Watch more) {
    String name = more.name();
    if (History.isTaken(name) || watches.stream().anyMatch(watch -> watch.name().equals(name))) {
      throw Args.bad("the watch's name", name, "one of its own", "Call it something else.");
    }
    List<Watch> all = new ArrayList<>(watches);
    all.add(more);
    return new Training(plan, data, loss, optimizer, schedule, all, moved);
  }

  /**
   * The same with its last samples held out: training sees the others, and {@link #heldOut} these.
   *
   * @throws IllegalArgumentException unless 1 &lt;= last &lt; samples
   */
  public Training holdOut(int last) {
    int seen = data.samples() - last;
    if (last < 1 || seen < 1) {
      throw Args.bad("held-out samples", last, "1 to " + (data.samples() - 1), "Draw more data.");
    }
    var fewer = new Training(plan, data.take(seen), loss, optimizer, schedule, watches, moved);
    return fewer.heldOut(data.drop(seen));
  }

  /**
   * The same with a second look, at data that training never sees: the histories hold "held-out
   * loss", by the loss that this training has, and "held-out accuracy" where there are classes.
   *
   * @throws IllegalArgumentException if the plan's widths are not those of the other data, or there
   *     are held-out data already
   */
  public Training heldOut(Dataset other) {
    Args.given(other, "the held-out data", "Such as Data.xor(200, 2).");
    HeldOut.fits(other, plan, loss, "held-out ");
    Training looking = this;
    for (Watch look : HeldOut.looks(other, loss)) {
      looking = looking.watch(look);
    }
    return looking;
  }

  /** The network without weights. */
  public Plan plan() {
    return plan;
  }

  /** Inputs and targets. */
  public Dataset data() {
    return data;
  }

  /** What is made small. */
  public Loss loss() {
    return loss;
  }

  /** How weights follow the gradient. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** How long, and in what pieces. */
  Schedule schedule() {
    return schedule;
  }

  List<String> moved() {
    return moved;
  }

  /** What is looked up on the way. */
  List<Watch> watches() {
    return watches;
  }

  /** How many steps it makes at most. */
  public int stepCount() {
    return schedule.steps(data.samples());
  }

  /** Trains a network whose layers are drawn by this rule. */
  public History from(Initializer weights, long seed) {
    return from(Start.drawn(weights), seed);
  }

  /** Trains a network that begins like this. */
  public History from(Start start, long seed) {
    try (Progress progress = Progress.of("steps", stepCount())) {
      return new TrainingRun(this, start, seed).go(progress);
    }
  }

  /** Trains one network for each seed 1 ... seeds, side by side. */
  public Histories over(int seeds, Initializer weights) {
    return over(seeds, Start.drawn(weights));
  }

  /** Trains one network for each seed 1 ... seeds, side by side. */
  public Histories over(int seeds, Start start) {
    return Histories.of(this, seeds, start);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s; %s; %s, %s, %s", plan, data, loss, optimizer, schedule);
  }
}
