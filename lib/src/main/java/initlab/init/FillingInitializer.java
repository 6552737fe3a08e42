package initlab.init;

import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** A rule that is written as filling a matrix in place. */
interface FillingInitializer extends Initializer {

  @Override
  void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out);

  @Override
  default DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng) {
    DMatrixRMaj weights = new DMatrixRMaj(shape.rows(), shape.cols());
    fill(shape, rng, weights);
    return weights;
  }
}
