package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Gaussian;
import java.util.function.DoubleUnaryOperator;

/**
 * What a layer's weights are multiplied by to make up for the activation f: std(W) = gain /
 * sqrt(fan_in). "The gain" has four meanings, equal for ReLU, different for most others; z ~ N(0,
 * 1) throughout. By quadrature, to 1e-9, for any lambda.
 */
public final class Gain {
  /** A spread or a slope that is a smaller share of the function's size is rounding. */
  private static final double ROUNDING = 1e-12;

  private Gain() {}

  /**
   * 1 / sqrt(E f(z)^2): the next pre-activation has variance 1 if this one had.
   *
   * @throws NoGainException if f is 0 wherever a normal variable goes, or its moment is infinite
   */
  public static double secondMoment(Activation f) {
    double size = size(f, 1);
    return inverse(f, size, size > 0, "its second moment E f(z)^2 is 0");
  }

  /**
   * 1 / sqrt(Var f(z)): brings the variance around the mean, not the second moment, back to 1.
   *
   * @throws NoGainException if f is constant wherever a normal variable goes, or its moment is
   *     infinite
   */
  public static double variance(Activation f) {
    double size = size(f, 1);
    if (!(size < Double.POSITIVE_INFINITY)) {
      return inverse(f, size, true, "");
    }
    double unit = size > 0 ? size : 1; // so that no square leaves the range of doubles
    double mean = Gaussian.expect(z -> f.apply(z) / unit);
    DoubleUnaryOperator spread = z -> f.apply(z) / unit - mean;
    boolean exists = Gaussian.largest(spread, 1) > ROUNDING;
    double std = exists ? unit * Gaussian.rootMeanSquare(spread, 1) : 0;
    return inverse(f, std, exists, "it is constant, so that Var f(z) is 0");
  }

  /**
   * The s with E f(s z)^2 = 1, the least where there are several: activations, not pre-activations,
   * keep second moment 1.
   *
   * @throws NoGainException if E f(s z)^2 is 1 for no s from 0.001 to 100
   */
  public static double fixedPoint(Activation f) {
    return GainSolver.solve(s -> size(f, s), given(f).name());
  }

  /**
   * 1 / sqrt(E f'(z)^2): gradients keep their second moment where fan_in = fan_out.
   *
   * @throws NoGainException if f is flat wherever a normal variable goes, or jumps, or the moment
   *     of its slope is infinite
   */
  public static double gradient(Activation f) {
    Slopes.jump(given(f), 1)
        .ifPresent(
            z -> {
              throw none(f, "it jumps at z = " + Numbers.brief(z, 6) + ", where it has no slope");
            });
    double size = f.hasDerivative() ? 0 : size(f, 1);
    boolean exists = size > Double.MAX_VALUE || varies(f) > ROUNDING * size;
    double slope = exists ? Gaussian.rootMeanSquare(f::exactSlope, 1) : 0;
    return inverse(f, slope, exists, "it is flat, so that no gradient passes");
  }

  /** The stated slope at its largest; else how far f goes from f(0), which a spike cannot hide. */
  private static double varies(Activation f) {
    double middle = f.apply(0);
    return f.hasDerivative()
        ? Gaussian.largest(f::exactSlope, 1)
        : Gaussian.largest(z -> f.apply(z) - middle, 1);
  }

  /**
   * What torch.nn.init.calculate_gain gives, which follows no one definition.
   *
   * @throws NoGainException if PyTorch's table has no entry for f
   */
  public static double torch(Activation f) {
    if (given(f) instanceof LeakyRelu leaky) {
      return Math.sqrt(2 / (1 + sq(leaky.negativeSlope())));
    }
    return switch (f.name()) {
      case "linear", "sigmoid" -> 1;
      case "tanh" -> 5.0 / 3;
      case "SELU" -> 0.75;
      default -> throw new NoGainException("PyTorch's table has no gain for " + f.name() + ".");
    };
  }

  /**
   * The gain under which the logarithm of the signal's size is a random walk without drift, so that
   * a typical net of this width neither grows nor shrinks: sqrt(2) exp(1.2 / (max(n, 6) - 2.4)) for
   * ReLU, exp(1 / (2 n)) for linear layers. Weights that keep the mean over nets, as {@link
   * #secondMoment} does, lose that much in a typical one. Sussillo and Abbott (2014).
   *
   * @param width fan_in of the layer, n
   * @throws NoGainException for other activations
   */
  public static double randomWalk(Activation f, double width) {
    if (!(width >= 1 && width < Double.POSITIVE_INFINITY)) {
      throw Args.bad("the width", width, "1 or more", "Pass shape.fanIn().");
    }
    requireRandomWalk(f);
    return f.equals(Activation.LINEAR)
        ? Math.exp(1 / (2 * width))
        : Math.sqrt(2) * Math.exp(1.2 / (Math.max(width, 6) - 2.4));
  }

  /** Refuses an activation that has no random-walk gain. */
  static void requireRandomWalk(Activation f) {
    if (!(given(f).equals(Activation.RELU) || f.equals(Activation.LINEAR))) {
      throw none(f, "a random-walk gain is known for ReLU and linear layers alone");
    }
  }

  /** All of them in one row. */
  public static Gains of(Activation f) {
    return Gains.of(f);
  }

  /** The gains of f(u) v, for two projections u and v: GLU, SwiGLU. */
  public static GatedGains gated(Activation f) {
    return GatedGains.of(f);
  }

  /** sqrt(E f(s z)^2); infinity where it is too large for a double. */
  static double size(Activation f, double s) {
    return Gaussian.rootMeanSquare(given(f)::apply, s);
  }

  static Activation given(Activation f) {
    return Args.given(f, "the activation", "Use RELU, TANH, or a lambda.");
  }

  /** 1 / size, unless that is infinite or, as {@code exists} says, nothing. */
  static double inverse(Activation f, double size, boolean exists, String why) {
    if (!(size < Double.POSITIVE_INFINITY)) {
      throw none(f, "a mean of squares is infinite, or too large for a double");
    }
    if (exists) {
      return 1 / size;
    }
    throw none(f, why);
  }

  private static NoGainException none(Activation f, String why) {
    return new NoGainException("No gain mends " + f.name() + ": " + why + ".");
  }

  static double sq(double x) {
    return x * x;
  }
}
