package initlab.init;

import initlab.base.Args;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** A rule that is written as filling an array in place, and that states its law. */
interface BuiltIn extends Initializer {

  /** Writes rows x cols weights, row by row, over whatever w holds. */
  void fill(WeightShape shape, UniformRandomProvider rng, double[] w);

  /** What the rule promises of the weights of this shape. */
  Law lawOf(WeightShape shape);

  @Override
  default Optional<Law> law(WeightShape shape) {
    return Optional.of(lawOf(shape));
  }

  @Override
  default void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    Args.given(shape, "the shape", "Pass one, as WeightShape.dense(256, 256).");
    Args.given(rng, "the source of randomness", "Pass one, as RandomStreams.layer(1, 0).");
    out.reshape(shape.rows(), shape.cols());
    fill(shape, rng, out.data);
  }

  @Override
  default DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng) {
    DMatrixRMaj weights = new DMatrixRMaj(0, 0);
    fill(shape, rng, weights);
    return weights;
  }
}
