package initlab.lesson.exercise;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/** The exercises of notebook 06: one step of LSUV, and inputs on one scale. */
final class LsuvExercises {

  private static final double CLOSE = 1e-6;

  static final List<Exercise<?>> ALL = List.of(step(), input());

  private LsuvExercises() {}

  private static Exercise<Rescaling> step() {
    return Exercise.rescaling("06-step", "One step of LSUV")
        .untouched(LsuvExercises::isIdle)
        .without(mine -> Mistakes.lsuv(mine::rescale))
        .praise("Unit variance in every layer, first and last included, in one pass.")
        .hints(
            "The divisor is a standard deviation: z is divided by what W is divided by.",
            "The trace z belongs to the net as it was before this division; the next turn of the"
                + " loop passes the batch again.",
            "`CommonOps_DDRM.divide(net.layer(l).weights(), Moments.of(z).std());`");
  }

  /** Whether no layer's weights change. */
  private static boolean isIdle(Rescaling mine) {
    var plan = Mlp.deep(Activation.RELU, 8, 2).onPlainJava();
    var net = plan.init(Init.heNormal(), 1);
    var before = plan.init(Init.heNormal(), 1);
    mine.rescale(net, Data.normal(16, 8, 1));
    return MatrixFeatures_DDRM.isIdentical(before.layer(1).weights(), net.layer(1).weights(), 0)
        && MatrixFeatures_DDRM.isIdentical(before.layer(2).weights(), net.layer(2).weights(), 0);
  }

  private static Exercise<DMatrixRMaj> input() {
    return Exercise.matrix("06-input", "The input first")
        .expect(
            "samples and features",
            x -> x.numRows > 1 && x.numCols > 0,
            "samples are rows and features columns, and there are at least two rows",
            0)
        .untouched(x -> Moments.of(x).mean() > 50 && Moments.of(x).std() > 20)
        .expect(
            "mean 0",
            x -> Math.abs(Moments.of(x).mean()) < CLOSE,
            "the mean is not 0: LSUV will hide that, not mend it",
            1)
        .expect(
            "std 1",
            x -> Math.abs(Moments.of(x).std() - 1) < CLOSE,
            "the mean is 0, but the standard deviation is not 1",
            2)
        .expect(
            "not the rows",
            x -> isStandard(x) || !isStandard(CommonOps_DDRM.transpose(x, null)),
            "every row is standardized, a sample: standardize feature by feature, column by column",
            2)
        .expect(
            "columns",
            LsuvExercises::isStandard,
            "the whole matrix is standardized, its columns are not: standardize feature by feature",
            2)
        .praise("now LSUV's unit variance is that of the samples, not that of their mean.")
        .hints(
            "Subtract before you divide.",
            "Each column has its own mean and its own standard deviation.",
            "`Data.standardize(raw)`");
  }

  /** Whether every column has mean 0 and standard deviation 1. */
  private static boolean isStandard(DMatrixRMaj x) {
    return MatrixFeatures_DDRM.isIdentical(x, Data.standardize(x), CLOSE);
  }
}
