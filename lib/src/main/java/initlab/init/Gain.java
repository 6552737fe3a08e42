package initlab.init;

import initlab.base.Args;
import initlab.math.Gaussian;

/**
 * What a layer's weights are multiplied by to make up for the activation f: std(W) = gain /
 * sqrt(fan_in). "The gain" has four meanings, equal for ReLU, different for most others; z ~ N(0,
 * 1) throughout. By quadrature, to 1e-9, for any lambda.
 */
public final class Gain {
  private static final double NOTHING = 1e-24;

  private Gain() {}

  /**
   * 1 / sqrt(E f(z)^2): the next pre-activation has variance 1 if this one had.
   *
   * @throws NoGainException if f is 0 wherever a normal variable goes
   */
  public static double secondMoment(Activation f) {
    return inverseRoot(f, square(f, 1), "its second moment E f(z)^2 is 0");
  }

  /**
   * 1 / sqrt(Var f(z)): brings the variance around the mean, not the second moment, back to 1.
   *
   * @throws NoGainException if f is constant wherever a normal variable goes
   */
  public static double variance(Activation f) {
    double mean = Gaussian.expect(given(f)::apply);
    double variance = Gaussian.expect(z -> sq(f.apply(z) - mean));
    return inverseRoot(f, variance, "it is constant, so that Var f(z) is 0");
  }

  /**
   * The s with E f(s z)^2 = 1, the least where there are several: activations, not pre-activations,
   * keep second moment 1.
   *
   * @throws NoGainException if E f(s z)^2 is 1 for no s from 0.001 to 100
   */
  public static double fixedPoint(Activation f) {
    return GainSolver.solve(s -> square(f, s), f.name());
  }

  /**
   * 1 / sqrt(E f'(z)^2): gradients keep their second moment where fan_in = fan_out.
   *
   * @throws NoGainException if f is flat wherever a normal variable goes
   */
  public static double gradient(Activation f) {
    double slopes = Gaussian.expect(z -> sq(given(f).exactSlope(z)));
    return inverseRoot(f, slopes, "it is flat, so that no gradient passes");
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

  /** All of them in one row. */
  public static Gains of(Activation f) {
    return Gains.of(f);
  }

  /** The gains of f(u) v, for two projections u and v: GLU, SwiGLU. */
  public static GatedGains gated(Activation f) {
    return GatedGains.of(f);
  }

  /** E f(s z)^2; what overflows counts as 1e300. */
  static double square(Activation f, double s) {
    given(f);
    return Gaussian.expect(z -> Math.min(sq(f.apply(s * z)), 1e300));
  }

  static Activation given(Activation f) {
    return Args.given(f, "the activation", "Use RELU, TANH, or a lambda.");
  }

  static double inverseRoot(Activation f, double moment, String why) {
    if (moment > NOTHING) {
      return 1 / Math.sqrt(moment);
    }
    throw new NoGainException("No gain mends " + f.name() + ": " + why + ".");
  }

  static double sq(double x) {
    return x * x;
  }
}
