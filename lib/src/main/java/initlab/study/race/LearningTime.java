package initlab.study.race;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.train.Training;
import initlab.train.data.Dataset;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

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

  private final int cap;
  private final List<Integer> depths;

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

  private Histories runs(int depth, Initializer start) {
    checked(depth);
    return Race.of(seed -> training(depth))
        .rates(0.4 / depth, 0.2 / depth)
        .seeds(SEEDS)
        .compare(start)
        .run()
        .best(start.name());
  }

  private Training training(int depth) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, WIDTH);
    widths[depth] = OUTPUTS;
    Plan plan = Mlp.of(Activation.LINEAR, widths).withoutBiases().onPlainJava();
    return Training.of(plan, teacher()).steps(cap).every(cap).until(UNTIL);
  }

  private static Dataset teacher() {
    WeightShape square = WeightShape.dense(WIDTH, WIDTH);
    DMatrixRMaj x = Init.orthogonal(Math.sqrt(WIDTH)).draw(square, RandomStreams.data(1));
    WeightShape slice = WeightShape.dense(WIDTH, OUTPUTS);
    DMatrixRMaj target = Init.orthogonal().draw(slice, RandomStreams.of(1, "teacher", 0));
    return Dataset.of(x, CommonOps_DDRM.mult(x, target, null));
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
