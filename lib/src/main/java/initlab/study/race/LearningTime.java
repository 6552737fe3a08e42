package initlab.study.race;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Parallel;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.train.Training;
import initlab.train.data.Dataset;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/**
 * How many steps of gradient descent a deep linear net needs: 16 wide, 4 outputs, whitened inputs,
 * and an orthonormal teacher of 4 directions, until the squared error is 2 % of what it is for an
 * output of zero. Ten seeds; the learning rate is 0.4 / depth or 0.2 / depth, whichever is better
 * for this depth and this start. On the plain Java product. Saxe et al. (2014).
 */
public final class LearningTime {
  private static final int WIDTH = 16;
  private static final int OUTPUTS = 4;
  private static final int SEEDS = 10;
  private static final double UNTIL = 0.02 * OUTPUTS;
  private static final double RATE = 0.2; // over depth

  /** Where the expectation gives up; a singular value below 1e-6 would take longer. */
  private static final int LONGEST = 1_000_000;

  private final int cap;
  private final List<Integer> depths;
  private final Map<List<Object>, Histories> done = new ConcurrentHashMap<>();

  /**
   * Learning times of nets of these depths.
   *
   * @param cap after how many steps a run is given up
   * @throws IllegalArgumentException unless cap &gt;= 1, and there is a depth, each &gt;= 1
   */
  public LearningTime(int cap, int... depths) {
    this.cap = Args.atLeast(1, cap, "the cap", "200 steps are enough to see it.");
    Args.atLeast(1, depths.length, "the number of depths", "Try 3, 10, 50.");
    this.depths = Arrays.stream(depths).map(LearningTime::checked).boxed().toList();
  }

  /**
   * The steps over the seeds under the better learning rate: median, 5 % and 95 % quantile. A seed
   * that diverged or did not arrive counts as infinite.
   */
  public Interval steps(int depth, Initializer start) {
    return runs(depth, start).stepsToAim();
  }

  private static int checked(int depth) {
    return Args.atLeast(1, depth, "a depth", "Try 3, 10, 50.");
  }

  /** Trained once for each depth and start. */
  private Histories runs(int depth, Initializer start) {
    return done.computeIfAbsent(List.of(checked(depth), start), once -> trained(depth, start));
  }

  private Histories trained(int depth, Initializer start) {
    return Race.of(seed -> training(depth))
        .rates(0.4 / depth, 0.2 / depth)
        .seeds(SEEDS)
        .compare(start)
        .run()
        .best(start.name());
  }

  private Training training(int depth) {
    return Training.of(plan(depth), teacher()).steps(cap).every(cap).until(UNTIL);
  }

  private static Plan plan(int depth) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, WIDTH);
    widths[depth] = OUTPUTS;
    return Mlp.of(Activation.LINEAR, widths).withoutBiases().onPlainJava();
  }

  private static Dataset teacher() {
    WeightShape square = WeightShape.dense(WIDTH, WIDTH);
    DMatrixRMaj x = Init.orthogonal(Math.sqrt(WIDTH)).draw(square, RandomStreams.data(1));
    WeightShape slice = WeightShape.dense(WIDTH, OUTPUTS);
    DMatrixRMaj target = Init.orthogonal().draw(slice, RandomStreams.of(1, "teacher", 0));
    return Dataset.of(x, CommonOps_DDRM.mult(x, target, null));
  }

  /**
   * What Saxe's dynamics expect at the rate 0.2 / depth, over the seeds: the slower of two clocks.
   * The smallest singular value sigma of the whole net grows by 2 c sigma^(2 - 2 / depth) (1 -
   * sigma) a step, c = 0.2; and what points the wrong way shrinks by 1 - 2 c a step where sigma is
   * 1. Both run until 2 % of the squared error is left.
   */
  public Interval expected(int depth, Initializer start) {
    Plan plan = plan(checked(depth));
    return Interval.of(
        Parallel.seeds(SEEDS, seed -> expected(plan, plan.init(start, seed))).stream()
            .mapToDouble(steps -> steps)
            .toArray());
  }

  private static double expected(Plan plan, Network net) {
    DMatrixRMaj whole = net.forward(CommonOps_DDRM.identity(WIDTH)).output();
    double sigma = SingularOps_DDRM.singularValues(whole)[OUTPUTS - 1];
    double turning = Math.ceil(Math.log(0.01) / (2 * Math.log(1 - 2 * RATE)));
    int steps = 0;
    while (!((1 - sigma) * (1 - sigma) <= 0.02) && steps < LONGEST) {
      sigma += 2 * RATE * Math.pow(sigma, 2 - 2.0 / plan.depth()) * (1 - sigma);
      steps++;
    }
    return Math.max(turning, steps);
  }

  /**
   * Steps against depth, both in decades: median and 5-95 % over the seeds, with what {@link
   * #expected} says beside it. What did not arrive stands where it was given up.
   */
  public Figure plot(Initializer... starts) {
    Args.atLeast(1, starts.length, "the number of starts", "Add some: Init.orthogonal().");
    List<Curve> curves = Arrays.stream(starts).map(this::curve).toList();
    String title = "Steps to learn a linear task, " + SEEDS + " seeds, at most " + cap + " steps";
    Panel panel =
        Panel.of("steps until 2 % of the error is left", "layers", "", curves).decadesAcross();
    return Figure.of(title, panel.level("given up", cap));
  }

  private Curve curve(Initializer start) {
    double[] x = depths.stream().mapToDouble(depth -> depth).toArray();
    List<Interval> found = depths.stream().map(depth -> steps(depth, start)).toList();
    double[] theory =
        shown(depths.stream().map(depth -> expected(depth, start)).toList(), Interval::median);
    return Curve.band(
            start.name(),
            x,
            shown(found, Interval::median),
            shown(found, Interval::low),
            shown(found, Interval::high))
        .theory(theory)
        .theoryIs("Saxe's dynamics (c = " + Numbers.brief(RATE) + ")");
  }

  private double[] shown(List<Interval> found, ToDoubleFunction<Interval> number) {
    return found.stream().mapToDouble(i -> Math.min(cap, number.applyAsDouble(i))).toArray();
  }

  /** One row a depth: the median of the steps under each start, and how many seeds arrived. */
  public Table table(Initializer... starts) {
    long[] rows = depths.stream().mapToLong(depth -> depth).toArray();
    Table table =
        Table.of("Steps to learn a linear task, median of " + SEEDS + " seeds (arrived)")
            .counts("depth", rows);
    for (Initializer start : starts) {
      table = table.words(start.name(), depths.stream().map(d -> words(runs(d, start))).toList());
    }
    return table;
  }

  private String words(Histories runs) {
    double median = runs.stepsToAim().median();
    int arrived = runs.count(Ending.Kind.REACHED);
    return (Double.isFinite(median) ? Math.round(median) : "over " + cap) + " (" + arrived + ")";
  }
}
