package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 05: the right answers pass, each known mistake gets its name. */
class OrthogonalExercisesTest {

  /** The solution, less what is left out. */
  private static Initializer mine(boolean factored, boolean signed, double scale, boolean turned) {
    return (shape, rng) -> {
      int m = Math.min(shape.rows(), shape.cols());
      int n = Math.max(shape.rows(), shape.cols());
      DMatrixRMaj w = Init.normal(1).draw(WeightShape.dense(m, n), rng);
      double[] r = factored ? MatrixProduct.plain().orthonormalizeRows(w) : new double[m];
      for (int i = 0; signed && i < m; i++) {
        CommonOps_DDRM.scaleRow(Math.signum(r[i]), w, i);
      }
      CommonOps_DDRM.scale(scale, w);
      return turned && shape.rows() > shape.cols() ? CommonOps_DDRM.transpose(w, null) : w;
    };
  }

  private static void said(Initializer mine, String words) {
    assertThat(Tried.by("05-qr", mine)).contains(words);
  }

  @Test
  void aHaarMatrix() {
    said(mine(false, false, 1, true), "\u2026 Exercise 05-qr");
    said(mine(true, true, 1, true), "\u2713 A Haar matrix");
    said(mine(true, false, 1, true), "no sign fix after QR");
    said(mine(true, true, 1, false), "(asked for");
    said(mine(true, true, 2, true), "their squared length is 4");
    said(mine(true, true, Double.NaN, true), "some weights are NaN, not a number");
    said((shape, rng) -> null, "Return a matrix.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "2.8284, \u2713 A wider layer",
    "2.83, \u2713",
    "1.41421, the shape is missing",
    "2, half is missing",
    "8, a gain is its root",
    "0.7071, start from gain",
    "-2.8284, a gain is positive"
  })
  void aWiderLayer(double answer, String said) {
    assertThat(Tried.by("05-wide", answer)).contains(said);
  }
}
