package initlab.nn;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * Finds out who made a NaN of finite numbers: a reader's activation or layer, whose mistake it then
 * is. A NaN that comes of overflow is a result, and passes.
 */
public final class NotANumber {
  private static final double LARGE = 1e100;

  private NotANumber() {}

  /**
   * Looks at what a layer made of its input.
   *
   * @throws IllegalArgumentException naming the activation and its z, or the layer
   */
  public static void blame(Memory m) {
    m.inside().forEach(NotANumber::blame);
    blame(m.node(), m.z(), m.a());
    boolean small = small(m.x()) && m.node().parameters().stream().allMatch(p -> small(p.value()));
    if (small && m.node().inside().isEmpty() && MatrixFeatures_DDRM.hasNaN(m.z())) {
      throw Args.bad(
          "what layer "
              + m.node().path()
              + " ("
              + m.node().layer().kind()
              + ") made of a finite input",
          "NaN",
          "a number",
          "Look for 0 / 0 or the root of a negative number in its forward(Memory).");
    }
  }

  /** Whether products of such numbers cannot overflow. */
  private static boolean small(DMatrixRMaj m) {
    return !MatrixFeatures_DDRM.hasUncountable(m) && CommonOps_DDRM.elementMaxAbs(m) < LARGE;
  }

  private static void blame(Node node, DMatrixRMaj z, DMatrixRMaj a) {
    Activation f = node.activation();
    for (int i = 0; i < a.getNumElements(); i++) {
      if (Double.isNaN(a.data[i]) && Double.isFinite(z.data[i])) {
        throw Args.bad(
            "f(" + Numbers.exact(z.data[i]) + ") of \"" + f.name() + "\", layer " + node.path(),
            a.data[i],
            "a number",
            "Mend the function: it must have a value everywhere.");
      }
    }
  }
}
