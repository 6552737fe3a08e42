package initlab.init.parse;

import initlab.init.Initializer;
import initlab.init.Law;
import initlab.init.WeightShape;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * A rule with one number, which a formula gives for the fans of the shape.
 *
 * @param name what was typed
 * @param number from fan_in and fan_out
 * @param rule from the number: {@code Init::normal}
 */
record FanRule(String name, Expression number, DoubleFunction<Initializer> rule)
    implements Initializer {

  private Initializer at(WeightShape shape) {
    Column given = number.at(Column.of(shape.fanIn()), Column.of(shape.fanOut()));
    return rule.apply(given.values()[0]);
  }

  @Override
  public DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng) {
    return at(shape).draw(shape, rng);
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    at(shape).fill(shape, rng, out);
  }

  @Override
  public Optional<Law> law(WeightShape shape) {
    return at(shape).law(shape);
  }

  @Override
  public String toString() {
    return name;
  }
}
