package initlab.init;

import initlab.base.Numbers;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The gains of a = f(u) v, a product of two projections of one input, u = x W and v = x V: GLU
 * (sigmoid), SwiGLU (SiLU), GEGLU (GELU). For wide layers u and v are independent and normal.
 * Shazeer (2020).
 *
 * @param activation the name of f
 * @param secondMoment 1 / sqrt(E (f(u) v)^2) for u, v ~ N(0, 1), the gain of the layer after; the
 *     mean is 0, so it keeps the variance too
 * @param fixedPoint the one gain s of both projections with E (f(s u) s v)^2 = 1; empty if none
 * @param gradient the one gain of both projections that keeps the gradient at u, v ~ N(0, 1): 1 /
 *     sqrt(E (f'(u) v)^2 + E f(u)^2), where fan_in = fan_out; NaN where f jumps, for its slope has
 *     no second moment then
 */
public record GatedGains(
    String activation, double secondMoment, OptionalDouble fixedPoint, double gradient) {

  static GatedGains of(Activation f) {
    double values = Gain.size(f, 1);
    double slopes = slopes(f);
    String dead = "E f(u)^2 is 0, and the product with it";
    double secondMoment = Gain.inverse(f, values, values > 0, dead);
    double gradient = 1 / Math.hypot(slopes, values);
    return new GatedGains(f.name(), secondMoment, fixedPoint(f), gradient);
  }

  /** NaN where f jumps, or its slopes cannot be integrated. */
  private static double slopes(Activation f) {
    try {
      return Math.sqrt(Slopes.moment(f, 1));
    } catch (IllegalArgumentException none) {
      return Double.NaN;
    }
  }

  private static OptionalDouble fixedPoint(Activation f) {
    try {
      return OptionalDouble.of(GainSolver.solve(s -> s * Gain.size(f, s), f.name()));
    } catch (NoGainException none) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public String toString() {
    String fixed = fixedPoint.isPresent() ? Numbers.brief(fixedPoint.getAsDouble(), 6) : "none";
    return String.format(
        Locale.ROOT,
        "%s(u) v: second moment %s, fixed point %s, gradient %s",
        activation,
        Numbers.brief(secondMoment, 6),
        fixed,
        Numbers.brief(gradient, 6));
  }
}
