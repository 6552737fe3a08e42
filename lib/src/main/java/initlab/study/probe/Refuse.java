package initlab.study.probe;

import initlab.base.Args;
import initlab.init.Activation;
import org.ejml.data.DMatrixRMaj;

/** Sentences for functions that cannot be measured. */
final class Refuse {
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
}
