package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.MatrixProduct;
import initlab.math.Reflections;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * gain times a uniformly distributed (Haar) orthogonal matrix, or a slice of one.
 *
 * <p>By definition: a Gaussian matrix is factored as Q R; Q alone is not uniform, for its signs are
 * an accident of the algorithm. Multiplying each column by the sign of R's diagonal makes the
 * factorization unique and Q uniform. {@link Reflections} draws exactly this Q without factoring.
 * The shorter side comes out orthonormal: W W^T = gain^2 I for a wide matrix, W^T W = gain^2 I for
 * a tall one. A convolution is taken as the matrix (taps in x out). Saxe et al. (2014), Mezzadri
 * (2007).
 *
 * @param rule what figures call it at its own gain
 * @param own the gain that the name stands for, usually 1; at another the name says the gain
 * @param gain positive and finite
 */
public record Orthogonal(String rule, double own, double gain) implements BuiltIn {

  public Orthogonal {
    Args.given(rule, "the name", "Say what figures should call it.");
    Args.positive(gain, "gain", "Use 1 for linear layers, sqrt(2) for ReLU.");
    Args.positive(own, "the rule's own gain", "It is 1 for an orthogonal matrix.");
  }

  /** The same rule with another gain; its name says so: "orthogonal, gain 2". */
  public Orthogonal gain(double other) {
    return new Orthogonal(rule, own, other);
  }

  @Override
  public String name() {
    return GainWords.name(rule, own, gain);
  }

  /** The same rule under another name, which stands for the gain it has now. */
  @Override
  public Orthogonal named(String other) {
    return new Orthogonal(other, gain, gain);
  }

  /**
   * The same draw without the sign fix: Q as Householder QR gives it, in LAPACK and so in NumPy.
   * Every length is kept as before, but Q and -Q are no longer equally likely: the entry (1, 1) is
   * never positive. It is here to show what the fix is for; do not train with it.
   */
  public Initializer withoutSignFix() {
    return new OrthogonalWithoutSigns(this);
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    fill(shape, w, q -> fill(q, rng, MatrixProduct.fastest()));
  }

  /** Lets w (rows x cols) be filled as a matrix, which may take another array meanwhile. */
  static void fill(WeightShape shape, double[] w, Consumer<DMatrixRMaj> filling) {
    DMatrixRMaj q = DMatrixRMaj.wrap(shape.rows(), shape.cols(), w);
    filling.accept(q);
    if (q.data != w) {
      System.arraycopy(q.data, 0, w, 0, shape.size());
    }
  }

  /** Overwrites w (rows x cols) with gain times a slice of a Haar matrix. */
  void fill(DMatrixRMaj w, UniformRandomProvider rng, MatrixProduct product) {
    fill(w, rng, q -> Reflections.haarRows(q, gain, product));
  }

  /** Overwrites w by what becomes of fresh normals, with the shorter side first meanwhile. */
  static void fill(DMatrixRMaj w, UniformRandomProvider rng, Consumer<DMatrixRMaj> rows) {
    boolean tall = w.numRows > w.numCols;
    w.reshape(Math.min(w.numRows, w.numCols), Math.max(w.numRows, w.numCols));
    Distribution.NORMAL.fill(1, rng, w.data, Reflections.normals(w.numRows, w.numCols));
    rows.accept(w);
    if (tall) {
      CommonOps_DDRM.transpose(w);
    }
  }

  /** std is the root mean square of an entry, gain / sqrt(longer side). */
  @Override
  public Law lawOf(WeightShape shape) {
    int longer = Math.max(shape.rows(), shape.cols());
    double std = gain / Math.sqrt(longer);
    String formula =
        String.format(
            Locale.ROOT,
            "%s orthonormal, std = gain / sqrt(longer side) = %s / sqrt(%d) = %s",
            shape.rows() > shape.cols() ? "columns" : "rows",
            Numbers.brief(gain, 6),
            longer,
            Numbers.brief(std, 6));
    return Law.within(formula, std, gain);
  }

  @Override
  public String toString() {
    return name() + " (rows or columns of length " + Numbers.brief(gain, 6) + ")";
  }
}
