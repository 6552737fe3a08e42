package initlab.study.race;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.Ending;
import initlab.train.Histories;
import initlab.train.Training;
import initlab.train.data.Dataset;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How many steps of gradient descent a deep linear net needs: 16 wide, 4 outputs, whitened inputs,
 * and an orthonormal teacher of 4 directions, until the squared error is 2 % of what it is for an
 * output of zero. Ten seeds; the learning rate is 0.4 / depth or 0.2 / depth, whichever is better
 * for this depth and this start. On the plain Java product. Saxe et al. (2014).
 *
 * @param cap after how many steps a run is given up
 * @param depths of the nets
 */
public record LearningTime(int cap, int... depths) {
  private static final int WIDTH = 16;
  private static final int OUTPUTS = 4;
  private static final int SEEDS = 10;
  private static final double UNTIL = 0.02 * OUTPUTS;
  private static final double[] RATES = {0.4, 0.2};

  public LearningTime {
    Args.atLeast(1, cap, "the cap", "200 steps are enough to see it.");
    Args.atLeast(1, depths.length, "the number of depths", "Try 3, 10, 50.");
    depths = depths.clone();
  }

  /**
   * The steps of each seed under the better learning rate, in increasing order; infinite for a seed
   * that diverged or did not arrive.
   */
  public double[] steps(int depth, Initializer start) {
    double[] best = new double[0];
    for (double rate : RATES) {
      double[] steps = sorted(training(depth, rate).over(SEEDS, start));
      boolean better = best.length == 0 || Arrays.compare(ends(steps), ends(best)) < 0;
      best = better ? steps : best;
    }
    return best;
  }

  /** The middle, and then all. */
  private static double[] ends(double[] steps) {
    double[] order = new double[steps.length + 1];
    order[0] = steps[steps.length / 2];
    System.arraycopy(steps, 0, order, 1, steps.length);
    return order;
  }

  private static double[] sorted(Histories histories) {
    return histories.runs().stream()
        .map(run -> run.ending())
        .mapToDouble(e -> e.kind() == Ending.Kind.REACHED ? e.step() : Double.POSITIVE_INFINITY)
        .sorted()
        .toArray();
  }

  private Training training(int depth, double rate) {
    int[] widths = new int[depth + 1];
    Arrays.fill(widths, WIDTH);
    widths[depth] = OUTPUTS;
    Plan plan = Mlp.of(Activation.LINEAR, widths).withoutBiases().onPlainJava();
    return Training.of(plan, teacher()).sgd(rate / depth).steps(cap).every(cap).until(UNTIL);
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
    Table table =
        Table.of("Steps to learn a linear task, median of " + SEEDS + " seeds (arrived)")
            .counts("depth", Arrays.stream(depths).asLongStream().toArray());
    for (Initializer start : starts) {
      List<String> column = new ArrayList<>();
      for (int depth : depths) {
        column.add(words(steps(depth, start)));
      }
      table = table.words(start.name(), column);
    }
    return table;
  }

  private String words(double[] steps) {
    double median = steps[steps.length / 2];
    long arrived = Arrays.stream(steps).filter(Double::isFinite).count();
    return (Double.isFinite(median) ? Math.round(median) : "over " + cap) + " (" + arrived + ")";
  }
}
