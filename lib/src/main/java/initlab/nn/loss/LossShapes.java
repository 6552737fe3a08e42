package initlab.nn.loss;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/** Looks at outputs and targets before anyone compares them. */
final class LossShapes {
  private LossShapes() {}

  /**
   * The number of rows.
   *
   * @throws IllegalArgumentException if the shapes differ, or there are no rows
   */
  static int rows(DMatrixRMaj output, DMatrixRMaj target) {
    if (output.numRows != target.numRows || output.numCols != target.numCols) {
      throw Args.bad(
          "the shape of the targets",
          target.numRows + " x " + target.numCols,
          output.numRows + " x " + output.numCols,
          "Give one target for every output of the net.");
    }
    return Args.atLeast(1, output.numRows, "the number of samples", "Pass at least one row.");
  }
}
