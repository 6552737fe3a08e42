package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A uniformly distributed orthogonal matrix for each gate of a recurrent layer, side by side
 * (hidden x gates hidden). Drawn as one matrix, as PyTorch's orthogonal_ and Keras do it, the gates
 * share unit length, and each has only 1 / sqrt(gates) of it.
 */
record OrthogonalGates() implements BuiltIn {

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    int hidden = shape.rows();
    DMatrixRMaj all = DMatrixRMaj.wrap(hidden, gates(shape) * hidden, w);
    WeightShape one = WeightShape.recurrent(hidden);
    for (int gate = 0; gate < gates(shape); gate++) {
      CommonOps_DDRM.insert(Init.orthogonal().draw(one, rng), all, 0, gate * hidden);
    }
  }

  private static int gates(WeightShape shape) {
    if (shape.cols() % shape.rows() != 0) {
      throw Args.bad(
          "the number of columns for an orthogonal matrix for each gate",
          shape.cols(),
          "a multiple of " + shape.rows() + ", the rows",
          "It is for the recurrent weights of an LSTM or GRU; use Init.orthogonal() elsewhere.");
    }
    return shape.cols() / shape.rows();
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double std = 1 / Math.sqrt(shape.rows());
    String formula =
        String.format(
            Locale.ROOT,
            "%d orthogonal matrices side by side, std = 1 / sqrt(rows) = 1 / sqrt(%d) = %s",
            gates(shape),
            shape.rows(),
            Numbers.brief(std, 6));
    return Law.within(formula, std, 1);
  }

  @Override
  public String name() {
    return "orthogonal, each gate";
  }

  @Override
  public String toString() {
    return name();
  }
}
