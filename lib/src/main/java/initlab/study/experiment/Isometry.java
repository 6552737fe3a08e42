package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.base.Parallel;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.MatrixProduct;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.study.IntervalColumns;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/** What one matrix does to the length of a vector, forward (x W) and backward (g W^T). */
public final class Isometry {
  private static final int SEEDS = 200;

  private Isometry() {}

  /** |x W|^2 / |x|^2 over 200 draws of weights and of x ~ N(0, 1): median, 5 % and 95 %. */
  public static Interval forward(Initializer rule, WeightShape shape) {
    return over(rule, shape, true);
  }

  /** |g W^T|^2 / |g|^2 over 200 draws of weights and of g ~ N(0, 1): median, 5 % and 95 %. */
  public static Interval backward(Initializer rule, WeightShape shape) {
    return over(rule, shape, false);
  }

  private static Interval over(Initializer rule, WeightShape shape, boolean forward) {
    double bytes = 2.0 * Double.BYTES * Machine.processors() * shape.size();
    FreeMemory.require("the memory for the matrices", bytes, "Take a smaller shape.");
    return Interval.of(
        Parallel.seeds(SEEDS, seed -> stretch(rule, shape, forward, seed)).stream()
            .mapToDouble(stretch -> stretch)
            .toArray());
  }

  private static double stretch(Initializer rule, WeightShape shape, boolean forward, long seed) {
    Progress.checkInterrupted();
    DMatrixRMaj w = new DMatrixRMaj(0, 0);
    rule.fill(shape, RandomStreams.layer(seed, 0), w);
    DMatrixRMaj x = Data.normal(1, forward ? w.numRows : w.numCols, seed);
    DMatrixRMaj y = new DMatrixRMaj(0, 0);
    if (forward) {
      MatrixProduct.plain().times(x, w, y);
    } else {
      MatrixProduct.plain().timesTransposed(x, w, y);
    }
    return length(y) / length(x);
  }

  private static double length(DMatrixRMaj x) {
    Moments moments = Moments.of(x);
    return moments.secondMoment() * moments.count();
  }

  /**
   * One row a shape: the squared stretch, median and 5-95 %, forward and backward.
   *
   * @throws IllegalArgumentException if there is no shape, or a matrix does not fit into the memory
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Table table(Initializer rule, WeightShape... shapes) {
    Args.atLeast(1, shapes.length, "the number of shapes", "Add WeightShape.dense(64, 64).");
    Table table =
        Table.of(rule.name() + ": squared length after over before, 200 draws")
            .words("in x out", Arrays.stream(shapes).map(WeightShape::toString).toList());
    table =
        IntervalColumns.add(table, 4, "forward", "forward", each(shapes, s -> forward(rule, s)));
    return IntervalColumns.add(
        table, 4, "backward", "backward", each(shapes, s -> backward(rule, s)));
  }

  private static List<Interval> each(
      WeightShape[] shapes, Function<WeightShape, Interval> stretch) {
    return Arrays.stream(shapes).map(stretch).toList();
  }
}
