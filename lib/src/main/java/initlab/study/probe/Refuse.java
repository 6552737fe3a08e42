package initlab.study.probe;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/** Sentences for data and functions that cannot be measured. */
public final class Refuse {
  private Refuse() {}

  /**
   * Returns x.
   *
   * @throws IllegalArgumentException if an entry is NaN or infinite, naming its row and column
   */
  public static DMatrixRMaj finite(DMatrixRMaj x, String what) {
    Args.given(x, what, "Pass a matrix (samples x features).");
    for (int i = 0; i < x.getNumElements(); i++) {
      if (!Double.isFinite(x.data[i])) {
        String where = ", sample " + i / x.numCols + ", column " + i % x.numCols + " (from 0),";
        throw Args.bad(what + where, x.data[i], "finite", "Clean the data first.");
      }
    }
    return x;
  }
}
