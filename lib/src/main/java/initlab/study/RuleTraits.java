package initlab.study;

import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.init.Law;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.study.probe.SampleLikeness;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Which theory holds of a rule: by the law that it states, and where it states none, by draws.
 *
 * @param variance of a weight
 * @param centred whether the mean is 0, or by the draws may be: mean-field theory supposes so
 * @param independent whether the weights may be independent: then the effective rank of an (m x n)
 *     matrix is near m n / (m + n), half of a square's rows, where orthogonal rows give them all
 */
record RuleTraits(double variance, boolean centred, boolean independent) {
  private static final double ROUNDING = 1e-9;

  /** So many weights tell a variance to 0.2 %; over fifty layers that is a tenth. */
  private static final int WEIGHTS = 1 << 20;

  private static final int DRAWS = 256;

  /** Rows and columns of which the rank is taken: it costs their third power. */
  private static final int SEEN = 512;

  static RuleTraits of(Initializer rule, WeightShape shape) {
    boolean independent = independent(draw(rule, part(shape), 0));
    Optional<Law> law = rule.law(shape);
    if (law.isPresent()) {
      double std = law.get().std();
      boolean centred = Math.abs(law.get().mean()) <= ROUNDING * std;
      return new RuleTraits(std * std, centred, independent);
    }
    return byDraws(rule, shape, independent);
  }

  /** Enough of a large matrix to see whether its weights hang together. */
  private static WeightShape part(WeightShape shape) {
    int rows = Math.min(shape.rows(), SEEN);
    int cols = Math.min(shape.cols(), SEEN);
    return rows * cols == shape.size() ? shape : WeightShape.dense(rows, cols);
  }

  private static DMatrixRMaj draw(Initializer rule, WeightShape shape, int nth) {
    return rule.draw(shape, RandomStreams.fixed(0, "theory", nth));
  }

  private static RuleTraits byDraws(Initializer rule, WeightShape shape, boolean independent) {
    int draws = Math.max(1, Math.min(DRAWS, WEIGHTS / shape.size()));
    double mean = 0;
    double square = 0;
    for (int nth = 0; nth < draws; nth++) {
      Progress.checkInterrupted();
      Moments drawn = Moments.of(draw(rule, shape, nth));
      mean += drawn.mean() / draws;
      square += drawn.secondMoment() / draws;
    }
    double error = Math.sqrt(square / ((double) draws * shape.size()));
    double std = rule.std(shape).orElse(Math.sqrt(square - mean * mean));
    return new RuleTraits(std * std, Math.abs(mean) <= 5 * error, independent);
  }

  /** The smaller a matrix, the wider its rank scatters; only orthogonal rows give the whole. */
  private static boolean independent(DMatrixRMaj draw) {
    double least = Math.min(draw.numRows, draw.numCols);
    double rank = SampleLikeness.rank(draw, MatrixProduct.fastest());
    double ratio = rank * (1.0 / draw.numRows + 1.0 / draw.numCols);
    double most = least < 3 ? 3 : Math.max(4.0 / 3, least / (least - 2));
    boolean whole = least > 1 && rank > (1 - ROUNDING) * least;
    return !whole && ratio < most && ratio > 1 / most;
  }
}
