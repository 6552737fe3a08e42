package initlab.init;

import initlab.math.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Checks that a rule draws gain times a slice of a Haar-distributed orthogonal matrix; returns what
 * fails, as sentences.
 *
 * <p>8,000 small draws. For W (r x c), N the longer side, t the sum of the k = min(r, c) diagonal
 * entries, Haar has E t = 0, E t^2 = k / N, E w^4 = 3 / (N (N + 2)). Bounds are 5 standard errors,
 * from the sample: a false alarm in 500,000 runs, none at the fixed seeds. Power: without its sign
 * fix, Householder's Q for 4 x 4 has E t about -1.7 where 0.06 is let pass; the first column of a
 * cube-shaped law for 3 x 3 has E w^4 = 0.187 where 0.2 is due and 0.0045 is let pass.
 */
public final class HaarLaws {
  private static final int DRAWS = 8000;

  private HaarLaws() {}

  /** What contradicts Haar's law for this shape, and orthonormality at 1e-12. */
  public static List<String> failures(Initializer rule, WeightShape shape, double gain) {
    int k = Math.min(shape.rows(), shape.cols());
    double longer = Math.max(shape.rows(), shape.cols());
    double[] t = new double[DRAWS];
    double[] t2 = new double[DRAWS];
    double[] w4 = new double[DRAWS];
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < DRAWS; i++) {
      DMatrixRMaj w = rule.draw(shape, RandomStreams.layer(5, i));
      if (i < 10 && !(defect(w, gain) <= 1e-12 * gain * gain)) {
        failures.add("not orthonormal: off by " + defect(w, gain));
      }
      CommonOps_DDRM.divide(w, gain);
      t[i] = diagonal(w, k);
      t2[i] = t[i] * t[i];
      w4[i] = Math.pow(w.get(0, 0), 4);
    }
    mean("E t", t, 0, failures);
    mean("E t^2", t2, k / longer, failures);
    mean("E w^4", w4, 3 / (longer * (longer + 2)), failures);
    return failures;
  }

  private static double diagonal(DMatrixRMaj w, int k) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += w.get(i, i);
    }
    return sum;
  }

  private static void mean(String what, double[] x, double due, List<String> failures) {
    var m = initlab.math.Moments.of(x);
    if (!(Math.abs(m.mean() - due) <= 5 * m.std() / Math.sqrt(x.length))) {
      failures.add("%s is %.4g where %.4g is due".formatted(what, m.mean(), due));
    }
  }

  /** The largest entry of W W^T - gain^2 I, or W^T W where W is tall. */
  public static double defect(DMatrixRMaj w, double gain) {
    int k = Math.min(w.numRows, w.numCols);
    DMatrixRMaj product = new DMatrixRMaj(k, k);
    if (w.numRows > w.numCols) {
      CommonOps_DDRM.multTransA(w, w, product);
    } else {
      CommonOps_DDRM.multTransB(w, w, product);
    }
    for (int i = 0; i < k; i++) {
      product.add(i, i, -gain * gain);
    }
    return CommonOps_DDRM.elementMaxAbs(product);
  }
}
