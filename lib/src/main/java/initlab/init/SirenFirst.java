package initlab.init;

import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/** U(-1 / fan_in, 1 / fan_in): SIREN's first layer. Sitzmann et al. (2020). */
record SirenFirst() implements BuiltIn {

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    new Uniform(-1 / shape.fanIn(), 1 / shape.fanIn()).fill(shape, rng, w);
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double limit = 1 / shape.fanIn();
    double std = limit / Math.sqrt(3);
    String formula =
        String.format(
            Locale.ROOT,
            "limit = 1 / fan_in = 1 / %s, std = limit / sqrt(3) = %s, uniform",
            Numbers.brief(shape.fanIn(), 6),
            Numbers.brief(std, 6));
    return Law.within(formula, std, limit);
  }

  @Override
  public String name() {
    return "SIREN, first layer";
  }

  @Override
  public String toString() {
    return name();
  }
}
