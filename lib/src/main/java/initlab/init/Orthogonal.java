package initlab.init;

import initlab.math.Args;
import initlab.math.MatrixProduct;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * gain times a uniformly distributed (Haar) orthogonal matrix, or a slice of one.
 *
 * <p>A Gaussian matrix is factored as Q R; Q alone is not uniform, for its signs are an accident of
 * the algorithm. Multiplying each column by the sign of R's diagonal makes the factorization unique
 * and Q uniform. The shorter side comes out orthonormal: W W^T = gain^2 I for a wide matrix, W^T W
 * = gain^2 I for a tall one. Saxe et al. (2014), Mezzadri (2007).
 *
 * @param gain positive and finite
 */
public record Orthogonal(String name, double gain) implements FillingInitializer {

  public Orthogonal {
    Args.positive(gain, "gain", "Use 1 for linear layers, sqrt(2) for ReLU.");
  }

  /** The same rule with another gain. */
  public Orthogonal gain(double other) {
    return new Orthogonal(name, other);
  }

  @Override
  public Orthogonal named(String other) {
    return new Orthogonal(other, gain);
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    int rows = Math.min(shape.rows(), shape.cols());
    int cols = Math.max(shape.rows(), shape.cols());
    out.reshape(rows, cols);
    Distribution.NORMAL.fill(1, rng, out.data, rows * cols);
    fixSigns(out, MatrixProduct.fastest().orthonormalizeRows(out));
    if (shape.rows() > shape.cols()) {
      CommonOps_DDRM.transpose(out);
    }
  }

  private void fixSigns(DMatrixRMaj rows, double[] diagonalOfR) {
    for (int i = 0; i < rows.numRows; i++) {
      double factor = diagonalOfR[i] < 0 ? -gain : gain;
      for (int j = i * rows.numCols; j < (i + 1) * rows.numCols; j++) {
        rows.data[j] *= factor;
      }
    }
  }

  /** gain / sqrt(longer side): the root mean square of the entries. */
  @Override
  public OptionalDouble std(WeightShape shape) {
    return OptionalDouble.of(gain / Math.sqrt(Math.max(shape.rows(), shape.cols())));
  }

  @Override
  public String toString() {
    return name + " (gain " + gain + ")";
  }
}
