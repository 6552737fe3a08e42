package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Matrices;
import initlab.math.RandomStreams;
import initlab.view.scatter.Scatter;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The eigenvalues of one square weight matrix for each rule, in the plane, with the unit circle:
 * what is outside grows when the matrix is applied again and again, what is inside dies.
 *
 * <pre>{@code
 * Eigenvalues.of(64).compare(Init.lecunNormal(), Init.orthogonal()).plot()
 * }</pre>
 */
public final class Eigenvalues {
  /** Finding them takes width^3, half a second here, and nothing can stop it on the way. */
  private static final int WIDEST = 256;

  private final int width;
  private final long seed;
  private final List<Initializer> rules;

  private Eigenvalues(int width, long seed, List<Initializer> rules) {
    this.width = notTooWide(Args.atLeast(1, width, "width", "64 points make a picture."));
    this.seed = seed;
    this.rules = List.copyOf(rules);
  }

  private static int notTooWide(int width) {
    if (width > WIDEST) {
      String cure = "64 points make a picture; a larger matrix takes long, and cannot be stopped.";
      throw Args.bad("width", width, "at most " + WIDEST, cure);
    }
    return width;
  }

  /**
   * Of matrices (width x width), drawn from seed 1; nothing compared yet.
   *
   * @throws IllegalArgumentException unless 1 &lt;= width &lt;= 256
   */
  public static Eigenvalues of(int width) {
    return new Eigenvalues(width, 1, List.of());
  }

  /** The same from another seed. */
  public Eigenvalues seed(long other) {
    return new Eigenvalues(width, other, rules);
  }

  /** The same with these rules too. */
  public Eigenvalues compare(Initializer... more) {
    List<Initializer> all = new ArrayList<>(rules);
    all.addAll(List.of(more));
    return new Eigenvalues(width, seed, all);
  }

  /** The eigenvalues that a rule's matrix has. */
  public List<Complex_F64> of(Initializer rule) {
    WeightShape square = WeightShape.dense(width, width);
    DMatrixRMaj weights = new DMatrixRMaj(0, 0);
    rule.fill(square, RandomStreams.layer(seed, 0), weights);
    return of(weights);
  }

  /**
   * The eigenvalues of a square matrix, with their multiplicity. Not modified.
   *
   * @throws IllegalArgumentException if it is not square, has more than 256 rows, or an entry is
   *     NaN or infinite
   * @throws java.util.concurrent.CancellationException if this thread is interrupted before
   */
  public static List<Complex_F64> of(DMatrixRMaj matrix) {
    Matrices.finite(matrix, "the matrix");
    if (matrix.numRows != matrix.numCols) {
      throw Args.bad(
          "the shape of the matrix",
          matrix.numRows + " x " + matrix.numCols,
          "square",
          "Others have singular values: Spectrum.");
    }
    notTooWide(matrix.numRows);
    Progress.checkInterrupted();
    var eigen = DecompositionFactory_DDRM.eig(matrix.numRows, false);
    if (!eigen.decompose(matrix.copy())) {
      throw new ArithmeticException("The eigenvalues of this matrix were not found.");
    }
    List<Complex_F64> found = new ArrayList<>();
    for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      found.add(new Complex_F64(value.real, value.imaginary));
    }
    return found;
  }

  /** The largest |eigenvalue|: what one application multiplies by at most in the long run. */
  public double radius(Initializer rule) {
    return of(rule).stream().mapToDouble(Complex_F64::getMagnitude).max().orElse(0);
  }

  /** A panel for each rule. */
  public Scatter plot() {
    Args.atLeast(1, rules.size(), "the number of rules", "Add some: compare(Init.orthogonal()).");
    Scatter picture =
        Scatter.of("Eigenvalues of W, " + width + " x " + width).axes("real", "imaginary");
    for (Initializer rule : rules) {
      List<Complex_F64> found = of(rule);
      double[] real = found.stream().mapToDouble(Complex_F64::getReal).toArray();
      double[] imaginary = found.stream().mapToDouble(Complex_F64::getImaginary).toArray();
      picture = picture.panel(rule.name()).points(rule.name(), real, imaginary).circle(1);
    }
    return picture;
  }

  @Override
  public String toString() {
    return "eigenvalues, " + width + " wide; " + rules.stream().map(Initializer::name).toList();
  }
}
