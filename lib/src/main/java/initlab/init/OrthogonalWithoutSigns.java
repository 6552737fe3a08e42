package initlab.init;

import initlab.math.MatrixProduct;
import initlab.math.Reflections;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * An orthogonal matrix as Householder QR gives it: each mirror sends its column to the side away
 * from it, to avoid a difference of nearly equal numbers, so that R's diagonal has the opposite
 * sign of the entry it replaces and Q's entry (1, 1) is never positive.
 *
 * @param fixed the same rule with the sign fix
 */
record OrthogonalWithoutSigns(Orthogonal fixed) implements BuiltIn {

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    MatrixProduct product = MatrixProduct.fastest();
    Orthogonal.fill(
        shape,
        w,
        q ->
            Orthogonal.fill(
                q, rng, rows -> Reflections.rowsWithoutSigns(rows, fixed.gain(), product)));
  }

  /** Lengths are kept as with the fix; only the law is not uniform. */
  @Override
  public Law lawOf(WeightShape shape) {
    return fixed.lawOf(shape);
  }

  @Override
  public String name() {
    return fixed.name() + ", no sign fix";
  }

  @Override
  public String toString() {
    return name();
  }
}
