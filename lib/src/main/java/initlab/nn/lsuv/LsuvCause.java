package initlab.nn.lsuv;

import initlab.base.Numbers;
import initlab.nn.Memory;
import initlab.nn.Node;
import initlab.nn.Pass;
import initlab.nn.lsuv.LsuvTrace.Attempt;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * Why a layer cannot be brought to variance 1, found out by looking at what it has in its hands:
 * what came in, its weights, its pre-activations. Prints as two sentences, what is wrong and where.
 *
 * @param m what the layer has in its hands
 * @param pass of the whole network
 * @param options how LSUV goes about it
 * @param last the look that failed
 */
record LsuvCause(Memory m, Pass pass, LsuvOptions options, Attempt last) {

  @Override
  public String toString() {
    String layer = String.format(Locale.ROOT, "Layer %s of %d: ", last.path(), pass.net().depth());
    if (!Double.isFinite(last.variance())) {
      return layer + notFinite();
    }
    return layer + (last.flat() ? flat() : slow());
  }

  private String flat() {
    String rounding =
        last.variance() == 0
            ? "0"
            : Numbers.brief(last.variance())
                + " around "
                + Numbers.brief(last.mean())
                + ", which is rounding";
    return String.format(
        Locale.ROOT,
        "its %s have variance %s, so no scale can bring them to 1. %s",
        options.what(),
        rounding,
        whyFlat());
  }

  private String whyFlat() {
    if (m.z().getNumElements() == 1) {
      return "It gives a single number, and one number has no variance: pass more rows.";
    }
    if (allZero(LsuvPlan.weight(m.node()).value())) {
      return "Its weights are all 0: draw them, as Init.orthogonal() does.";
    }
    if (allZero(m.x())) {
      return seesTheBatch()
          ? "The batch is all zeros: pass other rows."
          : "All that " + before() + " is 0: are all units off?";
    }
    if (options.afterActivation() && !alike(m.z())) {
      return "Its activation ("
          + m.node().activation().name()
          + ") is the same for all of its pre-activations: bring these to 1 instead.";
    }
    return rowsAlike(m.x())
        ? "The rows of " + source() + " are all alike: pass rows that differ."
        : "Neither its weights nor " + source() + " are all alike: look at what the layer does.";
  }

  private String notFinite() {
    return String.format(
        Locale.ROOT,
        "its %s have variance %s. %s",
        options.what(),
        Numbers.brief(last.variance()),
        whyNotFinite());
  }

  private String whyNotFinite() {
    if (MatrixFeatures_DDRM.hasUncountable(m.x())) {
      return "Look for NaN or infinity in " + source() + ".";
    }
    if (MatrixFeatures_DDRM.hasUncountable(LsuvPlan.weight(m.node()).value())) {
      return "Its weights hold NaN or infinity: draw them anew.";
    }
    return MatrixFeatures_DDRM.hasUncountable(m.z()) || !options.afterActivation()
        ? "Products overflow: look for very large numbers in " + source() + " and in its weights."
        : "Look at its activation (" + m.node().activation().name() + ").";
  }

  private String slow() {
    return String.format(
        Locale.ROOT,
        "after %d rescalings its %s have mean %s and variance %s, not within %s of %s. %s",
        last.attempt(),
        options.what(),
        Numbers.brief(last.mean()),
        Numbers.brief(last.variance()),
        Numbers.brief(options.tolerance()),
        options.centred() ? "0 and 1" : "1",
        options.afterActivation()
            ? "Some activations never get there, however large their input ("
                + m.node().activation().name()
                + " here): bring pre-activations to 1 instead, or take what is reached with .goOn()."
            : "Allow more attempts or a wider tolerance, or take what is reached with .goOn().");
  }

  /** Whether it takes the very batch: the first layer does, and the first one inside it may. */
  private boolean seesTheBatch() {
    return m.x() == pass.a(0);
  }

  private String source() {
    return seesTheBatch() ? "the batch" : "what " + before();
  }

  private String before() {
    Node node = m.node();
    return node.outermost()
        ? "layer " + (node.number() - 1) + " gives"
        : "the layers before " + node.path() + " give";
  }

  private static boolean allZero(DMatrixRMaj matrix) {
    return CommonOps_DDRM.elementMaxAbs(matrix) == 0;
  }

  private static boolean alike(DMatrixRMaj matrix) {
    return CommonOps_DDRM.elementMax(matrix) == CommonOps_DDRM.elementMin(matrix);
  }

  /** To twelve digits: rows that are equal may leave a product unequal in the last ones. */
  private static boolean rowsAlike(DMatrixRMaj x) {
    double slack = 1e-12 * CommonOps_DDRM.elementMaxAbs(x);
    for (int i = x.numCols; i < x.getNumElements(); i++) {
      if (!(Math.abs(x.data[i] - x.data[i % x.numCols]) <= slack)) {
        return false;
      }
    }
    return true;
  }
}
