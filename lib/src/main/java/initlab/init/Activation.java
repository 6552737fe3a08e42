package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.Derivative;
import java.util.function.DoubleUnaryOperator;

/**
 * A function applied to every pre-activation: a = f(z).
 *
 * <p>A lambda is enough: {@code Activation mine = z -> Math.sin(z)}. Its slopes are then
 * differences of its values; {@link #of} takes an exact derivative.
 */
// Safe: a LeakyRelu is constructed only while this interface is being initialized or later, so
// neither can wait for the other.
@SuppressWarnings("ClassInitializationDeadlock")
@FunctionalInterface
public interface Activation {

  Activation LINEAR = of("linear", z -> z, z -> 1);

  /** max(0, z). Nair and Hinton (2010). */
  Activation RELU = new LeakyRelu(0);

  Activation TANH = of("tanh", StrictMath::tanh, Activations::tanhSlope);

  /** 1 / (1 + exp(-z)). */
  Activation SIGMOID = of("sigmoid", Activations::sigmoid, Activations::sigmoidSlope);

  /** log(1 + exp(z)). */
  Activation SOFTPLUS = of("softplus", Activations::softplus, Activations::sigmoid);

  /** z for z &gt; 0, exp(z) - 1 below. Clevert et al. (2016). */
  Activation ELU = of("ELU", Activations::elu, z -> z > 0 ? 1 : Math.exp(z));

  /** 1.0507 (z, or 1.6733 (exp(z) - 1) below 0). Klambauer et al. (2017). */
  Activation SELU = of("SELU", Activations::selu, Activations::seluSlope);

  /** z Phi(z), with the exact normal distribution function. Hendrycks and Gimpel (2016). */
  Activation GELU = new Gelu();

  /** z sigmoid(z), also called swish. Elfwing et al. (2017). */
  Activation SILU = of("SiLU", z -> z * Activations.sigmoid(z), Activations::siluSlope);

  /** z tanh(softplus(z)). Misra (2019). */
  Activation MISH =
      of("Mish", z -> z * StrictMath.tanh(Activations.softplus(z)), Activations::mishSlope);

  /** f(z). */
  double apply(double z);

  /**
   * f'(z), as a network's backward pass takes it: exact where it is known, else one central
   * difference, which is quick and right to about 1e-10 away from kinks. At a kink the constants of
   * this interface give the slope to its left, a lambda the mean of both sides.
   */
  default double slope(double z) {
    double h = 6e-6 * Math.max(1, Math.abs(z));
    double above = apply(z + h);
    double below = apply(z - h);
    boolean beyond = above == below && Double.isInfinite(above); // infinity less infinity is NaN
    return beyond ? Double.POSITIVE_INFINITY : (above - below) / (2 * h);
  }

  /**
   * f'(z), as theory takes it: exact where it is known, else right to about 1e-11 also close to a
   * kink, at some times the price of {@link #slope}. Equal to it for every activation that comes
   * with a derivative.
   */
  default double exactSlope(double z) {
    return Derivative.at(this::apply, z);
  }

  /** Whether a derivative came with the function, so that slopes are not made of differences. */
  default boolean hasDerivative() {
    return false;
  }

  /** Writes f(z) into a, for the first n entries; the two arrays may be one. */
  default void apply(double[] z, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      a[i] = apply(z[i]);
    }
  }

  /** Multiplies the gradient by f'(z), for the first n entries: dL/dz = dL/da f'(z). */
  default void backward(double[] z, double[] gradient, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= slope(z[i]);
    }
  }

  /** What figures and tables call it. */
  default String name() {
    return "activation";
  }

  /** The same function under a name. */
  default Activation named(String name) {
    return new RenamedActivation(name, this);
  }

  /** z for z &gt; 0, slope times z below. Maas et al. (2013); the slope must be finite. */
  static Activation leakyRelu(double slope) {
    return new LeakyRelu(slope);
  }

  /**
   * sin(frequency z), the wave of SIREN, whose frequency is 30. Sitzmann et al. (2020).
   *
   * @throws IllegalArgumentException unless the frequency is positive and finite
   */
  static Activation sine(double frequency) {
    Args.positive(frequency, "the frequency", "30 is SIREN's.");
    return of(
        "sin " + Numbers.brief(frequency, 3) + "z",
        z -> Math.sin(frequency * z),
        z -> frequency * Math.cos(frequency * z));
  }

  /** An activation from a function and its derivative. */
  static Activation of(String name, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
    return new NamedActivation(name, f, slope);
  }
}
