package initlab.init;

import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A uniformly distributed orthogonal matrix times sqrt(outputs / inputs), so that the largest
 * singular value, the spectral norm, is sqrt(outputs / inputs): an input of numbers of size 1 gives
 * outputs of size 1 at most, at any widths. Yang, Simon and Bernstein (2023).
 */
record Spectral() implements BuiltIn {

  private static Orthogonal scaled(WeightShape shape) {
    return Init.orthogonal(Math.sqrt((double) shape.outputs() / shape.inputs()));
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    scaled(shape).fill(shape, rng, w);
  }

  @Override
  public Law lawOf(WeightShape shape) {
    Law law = scaled(shape).lawOf(shape);
    String formula =
        String.format(
            Locale.ROOT,
            "orthogonal, spectral norm sqrt(out / in) = sqrt(%d / %d) = %s, std = %s",
            shape.outputs(),
            shape.inputs(),
            Numbers.brief(scaled(shape).gain(), 6),
            Numbers.brief(law.std(), 6));
    return Law.within(formula, law.std(), law.high());
  }

  @Override
  public String name() {
    return "spectral";
  }

  @Override
  public String toString() {
    return name();
  }
}
