package initlab.init;

import static initlab.init.Distribution.NORMAL;
import static initlab.init.Distribution.UNIFORM;

/** Every initializer by its name in the field, each one line over a rule. */
public final class Init {
  private Init() {}

  /** W = 0. */
  public static Constant zeros() {
    return new Constant(0);
  }

  /** W = c. */
  public static Constant constant(double c) {
    return new Constant(c);
  }

  /** W ~ N(0, std^2), whatever the width. */
  public static Initializer normal(double std) {
    return new Independent(std, NORMAL);
  }

  /** W ~ U(-limit, limit), whatever the width; its standard deviation is limit / sqrt(3). */
  public static Initializer uniform(double limit) {
    return new Independent(limit / Math.sqrt(3), UNIFORM).named("uniform, limit " + limit);
  }

  /** Var(W) = scale / fan. */
  public static VarianceScaling varianceScaling(
      double scale, FanMode mode, Distribution distribution) {
    return new VarianceScaling("variance scaling", scale, mode, distribution);
  }

  /** Var(W) = 2 / (fan_in + fan_out), normal. Glorot and Bengio (2010). */
  public static VarianceScaling xavierNormal() {
    return varianceScaling(1, FanMode.AVG, NORMAL).named("Xavier");
  }

  /** U(-l, l), l = sqrt(6 / (fan_in + fan_out)). Glorot and Bengio (2010). */
  public static VarianceScaling xavierUniform() {
    return varianceScaling(1, FanMode.AVG, UNIFORM).named("Xavier uniform");
  }

  /** Var(W) = 2 / fan_in, normal. He et al. (2015). */
  public static VarianceScaling heNormal() {
    return varianceScaling(2, FanMode.IN, NORMAL).named("He");
  }

  /** U(-l, l), l = sqrt(6 / fan_in). He et al. (2015). */
  public static VarianceScaling heUniform() {
    return varianceScaling(2, FanMode.IN, UNIFORM).named("He uniform");
  }

  /** Var(W) = 1 / fan_in, normal. LeCun et al. (1998). */
  public static VarianceScaling lecunNormal() {
    return varianceScaling(1, FanMode.IN, NORMAL).named("LeCun");
  }

  /** U(-l, l), l = sqrt(3 / fan_in). LeCun et al. (1998). */
  public static VarianceScaling lecunUniform() {
    return varianceScaling(1, FanMode.IN, UNIFORM).named("LeCun uniform");
  }

  /** A uniformly distributed orthogonal matrix, any rectangle. Saxe et al. (2014). */
  public static Orthogonal orthogonal() {
    return orthogonal(1);
  }

  /** gain times a uniformly distributed orthogonal matrix. */
  public static Orthogonal orthogonal(double gain) {
    return new Orthogonal("orthogonal", gain);
  }
}
