package initlab.study.experiment;

import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Band;
import initlab.math.MatrixProduct;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.train.data.Data;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;

/** What one matrix does to the length of a vector, forward (x W) and backward (g W^T). */
public final class Isometry {
  private static final int SEEDS = 200;

  private Isometry() {}

  /**
   * |x W|^2 / |x|^2 over 200 draws of weights and of x ~ N(0, 1).
   *
   * @return a band of one number
   */
  public static Band forward(Initializer rule, WeightShape shape) {
    return band(rule, shape, true);
  }

  /**
   * |g W^T|^2 / |g|^2 over 200 draws of weights and of g ~ N(0, 1).
   *
   * @return a band of one number
   */
  public static Band backward(Initializer rule, WeightShape shape) {
    return band(rule, shape, false);
  }

  private static Band band(Initializer rule, WeightShape shape, boolean forward) {
    return Band.of(
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(seed -> new double[] {stretch(rule, shape, forward, seed)})
            .toList());
  }

  private static double stretch(Initializer rule, WeightShape shape, boolean forward, long seed) {
    DMatrixRMaj w = rule.draw(shape, RandomStreams.layer(seed, 0));
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

  /** One row a shape: the squared stretch, median and 5-95 %, forward and backward. */
  public static Table table(Initializer rule, WeightShape... shapes) {
    List<Band> there = Arrays.stream(shapes).map(s -> forward(rule, s)).toList();
    List<Band> back = Arrays.stream(shapes).map(s -> backward(rule, s)).toList();
    return Table.of(rule.name() + ": squared length after over before, 200 draws")
        .words("in x out", Arrays.stream(shapes).map(WeightShape::toString).toList())
        .digits(4, "forward", there.stream().mapToDouble(b -> b.median()[0]).toArray())
        .digits(4, "5 %", there.stream().mapToDouble(b -> b.low()[0]).toArray())
        .digits(4, "95 %", there.stream().mapToDouble(b -> b.high()[0]).toArray())
        .digits(4, "backward", back.stream().mapToDouble(b -> b.median()[0]).toArray())
        .digits(4, "5 % ", back.stream().mapToDouble(b -> b.low()[0]).toArray())
        .digits(4, "95 % ", back.stream().mapToDouble(b -> b.high()[0]).toArray());
  }
}
