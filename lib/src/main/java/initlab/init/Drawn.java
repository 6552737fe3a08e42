package initlab.init;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/** What a rule drew, looked at before anyone computes with it. */
final class Drawn {
  private Drawn() {}

  /**
   * Returns the weights.
   *
   * @throws IllegalArgumentException if they are null or of another shape
   */
  static DMatrixRMaj checked(Initializer by, WeightShape shape, DMatrixRMaj weights) {
    Args.given(weights, "what " + by.name() + " drew", "Return a matrix.");
    if (weights.numRows != shape.rows() || weights.numCols != shape.cols()) {
      throw Args.bad(
          "the shape that " + by.name() + " drew",
          weights.numRows + " x " + weights.numCols,
          shape.toString(),
          "Use shape.rows() and shape.cols().");
    }
    return weights;
  }
}
