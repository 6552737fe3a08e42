package initlab.init;

import initlab.base.Numbers;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The gains of one activation under every definition; empty where there is none.
 *
 * @param activation its name
 * @param secondMoment keeps E f^2
 * @param variance keeps Var f
 * @param fixedPoint solves E f(s z)^2 = 1
 * @param gradient keeps the gradient
 * @param torch what PyTorch's table says
 */
public record Gains(
    String activation,
    OptionalDouble secondMoment,
    OptionalDouble variance,
    OptionalDouble fixedPoint,
    OptionalDouble gradient,
    OptionalDouble torch) {

  static Gains of(Activation f) {
    return new Gains(
        Gain.given(f).name(),
        orNone(Gain::secondMoment, f),
        orNone(Gain::variance, f),
        orNone(Gain::fixedPoint, f),
        gradientOrNone(f),
        orNone(Gain::torch, f));
  }

  private static OptionalDouble orNone(ToDoubleFunction<Activation> gain, Activation f) {
    try {
      return OptionalDouble.of(gain.applyAsDouble(f));
    } catch (NoGainException none) {
      return OptionalDouble.empty();
    }
  }

  /**
   * None too where the slopes cannot be integrated, as those of the root of |z|: E f'^2 is
   * infinite.
   */
  private static OptionalDouble gradientOrNone(Activation f) {
    try {
      return OptionalDouble.of(Gain.gradient(f));
    } catch (IllegalArgumentException none) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: second moment %s, variance %s, fixed point %s, gradient %s, PyTorch %s",
        activation,
        text(secondMoment),
        text(variance),
        text(fixedPoint),
        text(gradient),
        text(torch));
  }

  private static String text(OptionalDouble gain) {
    return gain.isPresent() ? Numbers.brief(gain.getAsDouble(), 6) : "none";
  }
}
