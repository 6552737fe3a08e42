package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The one rule behind Xavier, He and LeCun: Var(W) = scale / fan.
 *
 * @param rule what figures call it at its own scale
 * @param own the scale that the name stands for: 2 for He; at another the name says the gain
 * @param scale positive and finite; the gain squared
 * @param mode which fan divides
 * @param distribution the law of a weight
 */
public record VarianceScaling(
    String rule, double own, double scale, FanMode mode, Distribution distribution)
    implements BuiltIn {

  public VarianceScaling {
    Args.given(rule, "the name", "Say what figures should call it.");
    Args.positive(scale, "scale", "Use 1 for linear or tanh layers, 2 for ReLU; or Init.zeros().");
    Args.positive(own, "the rule's own scale", "It is 2 for He.");
    Args.given(mode, "the mode", "Use FanMode.IN, OUT, AVG or GEOMETRIC.");
    Args.given(distribution, "the distribution", "Use NORMAL, TRUNCATED_NORMAL or UNIFORM.");
  }

  /** The same rule over another fan; its name says so: "He, fan_out". */
  public VarianceScaling mode(FanMode other) {
    Args.given(other, "the mode", "Use FanMode.IN, OUT, AVG or GEOMETRIC.");
    String bare = rule.replaceFirst(", fan_[a-z]+$", "");
    String said = other == mode ? rule : bare + ", " + other.words();
    return new VarianceScaling(said, own, scale, other, distribution);
  }

  /** The same rule with scale = gain^2; its name says so: "He, gain 10". */
  public VarianceScaling gain(double gain) {
    Args.positive(gain, "gain", "Use 1 for linear or tanh layers, sqrt(2) for ReLU.");
    return new VarianceScaling(rule, own, gain * gain, mode, distribution);
  }

  /** The same variance under another law. */
  public VarianceScaling distribution(Distribution other) {
    return new VarianceScaling(rule, own, scale, mode, other);
  }

  @Override
  public String name() {
    return GainWords.name(rule, Math.sqrt(own), Math.sqrt(scale));
  }

  /** The same rule under another name, which stands for the scale it has now. */
  @Override
  public VarianceScaling named(String other) {
    return new VarianceScaling(other, scale, scale, mode, distribution);
  }

  private double stdOf(WeightShape shape) {
    return Math.sqrt(scale / mode.of(shape));
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    distribution.fill(stdOf(shape), rng, w, shape.size());
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double std = stdOf(shape);
    String formula =
        String.format(
            Locale.ROOT,
            "std = sqrt(%s / %s) = sqrt(%s / %s) = %s",
            b(scale),
            mode.formula(),
            b(scale),
            b(mode.of(shape)),
            b(std));
    return Law.within(formula + limit(std), std, distribution.limit(std));
  }

  private String limit(double std) {
    return switch (distribution) {
      case NORMAL -> ", normal";
      case TRUNCATED_NORMAL -> ", limit = 2 std / 0.8796 = " + b(distribution.limit(std));
      case UNIFORM -> ", limit = sqrt(3) std = " + b(distribution.limit(std));
    };
  }

  private static String b(double x) {
    return Numbers.brief(x, 6);
  }

  @Override
  public String toString() {
    return name()
        + " (variance "
        + b(scale)
        + " / "
        + mode.formula()
        + ", "
        + distribution.words()
        + ")";
  }
}
