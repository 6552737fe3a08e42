package initlab.init;

import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** A rule under another name. */
record NamedInitializer(String name, Initializer rule) implements Initializer {

  @Override
  public DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng) {
    return rule.draw(shape, rng);
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    rule.fill(shape, rng, out);
  }

  @Override
  public OptionalDouble std(WeightShape shape) {
    return rule.std(shape);
  }

  @Override
  public String toString() {
    return name;
  }
}
