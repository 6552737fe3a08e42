package initlab.study.probe;

import initlab.base.Args;
import initlab.init.Activation;
import org.ejml.data.DMatrixRMaj;

/** Sentences for data and functions that cannot be measured. */
public final class Refuse {
  private Refuse() {}

  /**
   * Blames the activation for a NaN that it made of a finite z; a NaN that comes from overflow is a
   * result, and passes.
   *
   * @throws IllegalArgumentException naming the activation and the z
   */
  static void refuseNan(int layer, Activation f, DMatrixRMaj z, DMatrixRMaj a) {
    for (int i = 0; i < a.getNumElements(); i++) {
      if (Double.isNaN(a.data[i]) && Double.isFinite(z.data[i])) {
        throw Args.bad(
            "f(" + z.data[i] + ") of \"" + f.name() + "\", layer " + layer,
            a.data[i],
            "a number",
            "Mend the function: it must have a value everywhere.");
      }
    }
  }

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
