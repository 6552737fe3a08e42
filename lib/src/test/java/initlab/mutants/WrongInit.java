package initlab.mutants;

import initlab.init.Distribution;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Initializers with the bugs of published libraries, one each. */
final class WrongInit {
  private WrongInit() {}

  private static Initializer scaled(Distribution law, ToDoubleFunction<WeightShape> std) {
    return (shape, rng) -> {
      DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
      law.fill(std.applyAsDouble(shape), rng, w.data, shape.size());
      return w;
    };
  }

  private static double xavier(WeightShape s) {
    return Math.sqrt(2 / (s.fanIn() + s.fanOut()));
  }

  private static double lecun(WeightShape s) {
    return 1 / Math.sqrt(s.fanIn());
  }

  /** Magnitude 6 where 3 is due: a factor sqrt 2 in Xavier. */
  static Initializer sqrt2TooWide() {
    return scaled(Distribution.UNIFORM, s -> Math.sqrt(2) * xavier(s));
  }

  /** The std taken as what has to be multiplied by sqrt 3 twice. */
  static Initializer sqrt3TooWide() {
    return scaled(Distribution.UNIFORM, s -> Math.sqrt(3) * lecun(s));
  }

  /** The std passed as the limit. */
  static Initializer sqrt3TooNarrow() {
    return scaled(Distribution.UNIFORM, s -> lecun(s) / Math.sqrt(3));
  }

  /** U(0, limit). */
  static Initializer oneSided() {
    return (shape, rng) -> {
      DMatrixRMaj w = scaled(Distribution.UNIFORM, WrongInit::xavier).draw(shape, rng);
      CommonOps_DDRM.abs(w, w);
      return w;
    };
  }

  /** A variance passed as the std. */
  static Initializer varianceAsStd() {
    return scaled(Distribution.NORMAL, s -> 2 / s.fanIn());
  }

  /** Cut at two standard deviations, and not widened for it. */
  static Initializer missingCorrection() {
    return scaled(Distribution.TRUNCATED_NORMAL, s -> 0.8796256610342398 * lecun(s));
  }

  /** The receptive field counted twice in fan_in. */
  static Initializer fanSquared() {
    return scaled(
        Distribution.NORMAL,
        s -> Math.sqrt(2 / (s.fanIn() * (s.kernel() == null ? s.fanIn() : s.kernel().taps()))));
  }

  /** fan_out for fan_in. */
  static Initializer fansSwapped() {
    return scaled(Distribution.NORMAL, s -> Math.sqrt(2 / s.fanOut()));
  }

  /** Q as the algorithm leaves it. */
  static Initializer missingSignFix() {
    return (shape, rng) -> orthogonal(shape.rows(), shape.cols(), rng, Signs.NONE);
  }

  /** The signs of Q's diagonal taken, where R's are due. */
  static Initializer signsOfQ() {
    return (shape, rng) -> orthogonal(shape.rows(), shape.cols(), rng, Signs.OF_Q);
  }

  /** QR of a matrix that is uniform in a cube, not normal. */
  static Initializer orthogonalFromUniform() {
    return (shape, rng) -> {
      DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
      Distribution.UNIFORM.fill(1, rng, w.data, shape.size());
      return fixed(w, MatrixProduct.plain().orthonormalizeRows(w), Signs.RIGHT);
    };
  }

  /** An orthogonal matrix for each tap, where the whole kernel should be one. */
  static Initializer missingReshape() {
    return (shape, rng) -> {
      int taps = shape.kernel() == null ? 1 : shape.kernel().taps();
      DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
      int rows = shape.rows() / taps;
      for (int tap = 0; tap < taps; tap++) {
        CommonOps_DDRM.insert(orthogonal(rows, shape.cols(), rng, Signs.RIGHT), w, tap * rows, 0);
      }
      return w;
    };
  }

  private enum Signs {
    RIGHT,
    NONE,
    OF_Q
  }

  private static DMatrixRMaj orthogonal(
      int rows, int cols, UniformRandomProvider rng, Signs signs) {
    DMatrixRMaj w = new DMatrixRMaj(Math.min(rows, cols), Math.max(rows, cols));
    Distribution.NORMAL.fill(1, rng, w.data, w.getNumElements());
    fixed(w, MatrixProduct.plain().orthonormalizeRows(w), signs);
    return rows > cols ? CommonOps_DDRM.transpose(w, null) : w;
  }

  private static DMatrixRMaj fixed(DMatrixRMaj q, double[] diagonalOfR, Signs signs) {
    for (int i = 0; i < q.numRows && signs != Signs.NONE; i++) {
      double sign = Math.signum(signs == Signs.OF_Q ? q.get(i, i) : diagonalOfR[i]);
      for (int j = 0; j < q.numCols; j++) {
        q.set(i, j, sign * q.get(i, j));
      }
    }
    return q;
  }
}
