package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Looks at what a reader's initializer draws, and names the mistake.
 *
 * <p>Three shapes of 30,000 weights or more are drawn. The estimate of a variance then has a
 * relative standard deviation of at most 1 %, and a right rule is within the 5 % that are allowed
 * in all but one of a million draws, while every mistake named here is off by 20 % or more.
 */
final class WeightMistakes {
  private static final List<WeightShape> SHAPES =
      List.of(
          WeightShape.dense(300, 100), WeightShape.dense(100, 300), WeightShape.dense(200, 200));

  private static final double ALLOWED = 0.05;
  private static final double ROUNDING = 1e-9;

  private final Initializer mine;
  private final ToDoubleFunction<WeightShape> due;

  private WeightMistakes(Initializer mine, ToDoubleFunction<WeightShape> due) {
    this.mine = mine;
    this.due = due;
  }

  /**
   * The mistake, if there is one.
   *
   * @param mine what the reader wrote
   * @param due the variance that a weight of a shape is due
   */
  static Optional<String> in(Initializer mine, ToDoubleFunction<WeightShape> due) {
    WeightMistakes check = new WeightMistakes(mine, due);
    return SHAPES.stream().map(check::mistake).flatMap(Optional::stream).findFirst();
  }

  /**
   * A weight beyond the limit, if there is one.
   *
   * @param mine what the reader wrote
   * @param limit the largest size of a weight of a shape
   */
  static Optional<String> beyond(Initializer mine, ToDoubleFunction<WeightShape> limit) {
    WeightShape shape = SHAPES.get(0);
    double most = limit.applyAsDouble(shape);
    double size = CommonOps_DDRM.elementMaxAbs(drawn(mine, shape));
    return size <= most * (1 + ROUNDING)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the variance is right, and the law is not uniform; for %s weights one has size %s,"
                    + " and the limit is %s",
                shape,
                Numbers.inWords(size),
                Numbers.inWords(most)));
  }

  private static DMatrixRMaj drawn(Initializer mine, WeightShape shape) {
    DMatrixRMaj weights = new DMatrixRMaj(shape.rows(), shape.cols());
    mine.fill(shape, RandomStreams.fixed(1, "check", 0), weights);
    return weights;
  }

  private Optional<String> mistake(WeightShape shape) {
    DMatrixRMaj weights = drawn(mine, shape);
    Optional<String> none = Given.noNumbers(weights);
    if (none.isPresent()) {
      return none;
    }
    Moments drawn = Moments.of(weights);
    double expected = due.applyAsDouble(shape);
    if (Trial.near(drawn.variance(), expected, ALLOWED) && centred(drawn)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s; for %s weights the variance is %s, and %s is due",
            name(drawn, shape, expected),
            shape,
            Numbers.inWords(drawn.variance()),
            Numbers.inWords(expected)));
  }

  private String name(Moments drawn, WeightShape shape, double expected) {
    double variance = drawn.variance();
    WeightShape turned = WeightShape.dense(shape.cols(), shape.rows());
    if (variance == 0) {
      return "all weights are equal, and so will be all neurons";
    } else if (!centred(drawn)) {
      return String.format(
          Locale.ROOT, "the weights have mean %s instead of 0", Numbers.inWords(drawn.mean()));
    } else if (shape.rows() != shape.cols()
        && Trial.near(variance, due.applyAsDouble(turned), ALLOWED)) {
      return "the fans are swapped";
    } else if (Trial.near(variance, due.applyAsDouble(square(shape.rows())), ALLOWED)) {
      return "only fan_in is used";
    } else if (Trial.near(variance, due.applyAsDouble(square(shape.cols())), ALLOWED)) {
      return "only fan_out is used";
    } else if (Trial.near(Math.sqrt(variance), expected, ALLOWED)) {
      return "a variance was passed where a standard deviation is due";
    } else if (Trial.near(variance * shape.rows(), expected, ALLOWED)) {
      return "the root of fan_in is missing: a standard deviation falls with sqrt(fan_in)";
    } else if (Trial.near(Math.sqrt(3 * variance), expected, ALLOWED)) {
      return "a variance was passed where a limit is due";
    } else if (Trial.near(Math.sqrt(variance / 3), expected, ALLOWED)) {
      return "the root is missing: U(-l, l) has variance l^2 / 3, so l = sqrt(3 Var W)";
    }
    return byRatio(variance / expected);
  }

  private static WeightShape square(int width) {
    return WeightShape.dense(width, width);
  }

  private static String byRatio(double ratio) {
    if (Trial.near(ratio, 0.5, ALLOWED)) {
      return "the factor 2 is missing";
    } else if (Trial.near(ratio, 2, ALLOWED)) {
      return "there is a factor 2 too many";
    } else if (Trial.near(ratio, 1.0 / 3, ALLOWED)) {
      return "a uniform limit lacks sqrt 3: U(-l, l) has variance l^2 / 3";
    } else if (Trial.near(ratio, 3, ALLOWED)) {
      return "a uniform limit is sqrt 3 too wide";
    } else if (Trial.near(ratio, 0.7737, ALLOWED)) {
      return "a normal cut at two standard deviations lacks its correction";
    }
    return ratio < 1 ? "the weights are too small" : "the weights are too large";
  }

  private static boolean centred(Moments drawn) {
    return Math.abs(drawn.mean()) < 6 * drawn.std() / Math.sqrt((double) drawn.count());
  }
}
