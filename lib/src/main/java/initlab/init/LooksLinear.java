package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * W = [W0, -W0; -W0, W0] with an orthogonal W0: one draw, mirrored. Neurons come in pairs, z and
 * -z, of which a ReLU keeps the positive one: nothing is lost, and the next layer puts the two
 * together again. A layer of twice as many outputs as inputs makes the pairs, W = [W0, -W0]; one of
 * half as many ends them, W = [W0; -W0]. Between, [max(0, u), max(0, -u)] goes to [max(0, u W0),
 * max(0, -u W0)]: the ReLU net computes what a linear net of the W0 computes, and keeps every
 * length. Balduzzi et al. (2017), who call it looks-linear.
 */
record LooksLinear() implements BuiltIn {
  private static final String NAME = "looks-linear";

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    DMatrixRMaj half = Init.orthogonal().draw(halved(shape), rng);
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.cols(); j++) {
        double value = half.get(i % half.numRows, j % half.numCols);
        boolean mirrored = i < half.numRows != j < half.numCols;
        w[i * shape.cols() + j] = mirrored ? -value : value;
      }
    }
  }

  /** The shape of W0. */
  private static WeightShape halved(WeightShape shape) {
    boolean begins = shape.cols() == 2 * shape.rows();
    boolean ends = shape.rows() == 2 * shape.cols();
    boolean even = begins || ends || (shape.rows() % 2 == 0 && shape.cols() % 2 == 0);
    if (shape.kernel() != null || !even) {
      String cure = "Its neurons come in pairs; give a layer of an odd width another rule.";
      throw Args.bad("the shape for " + NAME, shape, "a matrix with even sides", cure);
    }
    return WeightShape.dense(
        begins ? shape.rows() : shape.rows() / 2, ends ? shape.cols() : shape.cols() / 2);
  }

  @Override
  public Law lawOf(WeightShape shape) {
    WeightShape half = halved(shape);
    int longer = Math.max(half.rows(), half.cols());
    double std = 1 / Math.sqrt(longer);
    String formula =
        String.format(
            Locale.ROOT,
            "W = [W0, -W0; -W0, W0], W0 orthogonal, std = 1 / sqrt(longer side of W0) ="
                + " 1 / sqrt(%d) = %s",
            longer,
            Numbers.brief(std, 6));
    return Law.within(formula, std, 1);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
