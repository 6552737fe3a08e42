package initlab.study;

import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.study.probe.SampleLikeness;
import org.ejml.data.DMatrixRMaj;

/**
 * One draw of a rule, looked at to see which theory holds of it.
 *
 * @param variance of a weight, as the rule states it, or where it states none, as drawn
 * @param centred whether the mean may be 0: mean-field theory supposes so
 * @param independent whether the weights may be independent: then the effective rank of an (m x n)
 *     matrix is near m n / (m + n), half of a square's rows, where orthogonal rows give them all
 */
record RuleTraits(double variance, boolean centred, boolean independent) {

  static RuleTraits of(Initializer rule, WeightShape shape) {
    DMatrixRMaj draw = rule.draw(shape, RandomStreams.fixed(0, "theory", 0));
    Moments measured = Moments.of(draw);
    double std = rule.std(shape).orElse(measured.std());
    double error = measured.std() / Math.sqrt((double) measured.count());
    double expected = 1 / (1.0 / shape.rows() + 1.0 / shape.cols());
    double ratio = SampleLikeness.rank(draw, MatrixProduct.fastest()) / expected;
    boolean centred = Math.abs(measured.mean()) <= 5 * error;
    return new RuleTraits(std * std, centred, ratio > 0.75 && ratio < 1.33);
  }
}
