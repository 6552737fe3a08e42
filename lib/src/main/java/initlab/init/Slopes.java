package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Gaussian;
import initlab.math.Jumps;
import java.util.OptionalDouble;

/** How large the slopes of an activation are, for normal pre-activations. */
public final class Slopes {
  private Slopes() {}

  /**
   * E f'(std z)^2 for z ~ N(0, 1): what a step back through the activation multiplies the second
   * moment of gradients by; infinity where it is too large for a double.
   *
   * @param std of the pre-activations, 0 or more
   * @throws IllegalArgumentException if f jumps and states no derivative of its own, for the slope
   *     has no second moment then
   */
  public static double moment(Activation f, double std) {
    continuous(f, std);
    return Gaussian.secondMoment(f::exactSlope, std);
  }

  /**
   * Returns f.
   *
   * @param std of the pre-activations, 0 or more
   * @throws IllegalArgumentException if f jumps where they go, and states no derivative of its own
   */
  public static Activation continuous(Activation f, double std) {
    OptionalDouble jump = jump(f, std);
    if (jump.isEmpty()) {
      return f;
    }
    throw Args.bad(
        f.name() + " at z = " + Numbers.brief(jump.getAsDouble(), 6),
        "a jump",
        "continuous there",
        "Where it jumps its slope has no second moment, so that theory knows nothing of gradients:"
            + " say which slope training should take, as Activation.of(\"mine\", f, slope).");
  }

  /** Where a function without a derivative of its own jumps; empty if nowhere. */
  static OptionalDouble jump(Activation f, double std) {
    return f.hasDerivative() ? OptionalDouble.empty() : Jumps.first(f::apply, std);
  }
}
