package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * Looks at what should be uniformly distributed orthogonal matrices, and names the mistake.
 *
 * <p>A square, a tall and a wide shape are drawn. Uniform matrices are as often Q as -Q, so over
 * 400 draws of 6 x 6 each entry has mean 0 with a standard deviation of 1 / sqrt(6 * 400) = 0.020;
 * six of these are allowed, which fails in less than one of ten million right answers. Without the
 * sign fix entry (1, 1) has mean -0.33 or +0.33.
 */
final class OrthogonalMistakes {
  private static final int DRAWS = 400;
  private static final int SIZE = 6;
  private static final double CLOSE = 1e-8;

  private OrthogonalMistakes() {}

  /** The mistake, if there is one. */
  static Optional<String> in(Initializer mine) {
    for (var shape :
        List.of(WeightShape.dense(6, 6), WeightShape.dense(7, 4), WeightShape.dense(4, 7))) {
      var wrong = wrong(mine.draw(shape, RandomStreams.fixed(1, "check", 0)), shape);
      if (wrong.isPresent()) {
        return wrong.map(text -> text + " (asked for " + shape + ")");
      }
    }
    return biased(mine);
  }

  private static Optional<String> wrong(DMatrixRMaj w, WeightShape shape) {
    if (w.numRows != shape.rows() || w.numCols != shape.cols()) {
      return Optional.of(String.format(Locale.ROOT, "the matrix is %d x %d", w.numRows, w.numCols));
    }
    Optional<String> none = Given.noNumbers(w);
    if (none.isPresent()) {
      return none;
    }
    boolean tall = w.numRows > w.numCols;
    DMatrixRMaj gram = new DMatrixRMaj(0, 0);
    if (tall) {
      CommonOps_DDRM.multTransA(w, w, gram);
    } else {
      CommonOps_DDRM.multTransB(w, w, gram);
    }
    if (MatrixFeatures_DDRM.isIdentity(gram, CLOSE)) {
      return Optional.empty();
    }
    String side = tall ? "columns" : "rows";
    if (unitDiagonal(gram)) {
      return Optional.of("the " + side + " have length 1, but are not orthogonal to each other");
    }
    return Optional.of(
        isDiagonal(gram)
            ? "the "
                + side
                + " are orthogonal, but their squared length is "
                + Numbers.inWords(gram.get(0, 0))
            : "the " + side + " are not orthonormal: was the matrix factored, and is this its Q?");
  }

  private static boolean unitDiagonal(DMatrixRMaj gram) {
    for (int i = 0; i < gram.numRows; i++) {
      if (!(Math.abs(gram.get(i, i) - 1) < CLOSE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDiagonal(DMatrixRMaj gram) {
    for (int i = 0; i < gram.numRows; i++) {
      for (int j = 0; j < i; j++) {
        if (!(Math.abs(gram.get(i, j)) < CLOSE)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<String> biased(Initializer mine) {
    DMatrixRMaj sum = new DMatrixRMaj(SIZE, SIZE);
    for (int draw = 0; draw < DRAWS; draw++) {
      var rng = RandomStreams.fixed(draw, "check", 1);
      CommonOps_DDRM.addEquals(sum, mine.draw(WeightShape.dense(SIZE, SIZE), rng));
    }
    double limit = 6 / Math.sqrt(SIZE * (double) DRAWS);
    for (int i = 0; i < sum.getNumElements(); i++) {
      double mean = sum.data[i] / DRAWS;
      if (!(Math.abs(mean) < limit)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "no sign fix after QR: over %d draws entry (%d, %d) has mean %s, where Q and -Q should be alike",
                DRAWS,
                i / SIZE + 1,
                i % SIZE + 1,
                Numbers.inWords(mean)));
      }
    }
    return Optional.empty();
  }
}
