package initlab.math;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/** Checks of matrices that are handed in. */
public final class Matrices {
  private Matrices() {}

  /**
   * Returns x, not modified.
   *
   * @param what it is: "the input"
   * @throws IllegalArgumentException if it is null, or an entry is NaN or infinite, naming its row
   *     and column
   */
  public static DMatrixRMaj finite(DMatrixRMaj x, String what) {
    Args.given(x, what, "Pass a matrix (samples x features).");
    for (int i = 0; i < x.getNumElements(); i++) {
      if (!Double.isFinite(x.data[i])) {
        String where = ", row " + i / x.numCols + ", column " + i % x.numCols + " (from 0),";
        throw Args.bad(what + where, x.data[i], "finite", "Drop or mend its row first.");
      }
    }
    return x;
  }
}
