package initlab.theory;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Slopes;
import initlab.math.Gaussian;
import java.util.Collections;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Mean-field theory of wide layers: pre-activations are N(0, q), and q is all there is to know of
 * one input; of two inputs, their correlation c too.
 *
 * <p>Forward: q' = sigma_w^2 E f(sqrt(q) Z)^2 + sigma_b^2, with sigma_w^2 = fan_in Var(W).
 * Backward: the second moment of dL/da is multiplied by chi = sigma_w^2 E f'(sqrt(q) Z)^2 a layer
 * (with fan_out in the place of fan_in where they differ). Poole et al. (2016), Schoenholz et al.
 * (2017).
 *
 * @param activation f
 * @param weightVariance sigma_w^2 = fan_in Var(W)
 * @param biasVariance sigma_b^2
 */
public record MeanField(Activation activation, double weightVariance, double biasVariance) {

  public MeanField {
    Args.given(activation, "the activation", "Use TANH, RELU, or a lambda.");
    Args.notNegative(weightVariance, "the weight variance sigma_w^2", "It is fan_in Var(W).");
    Args.notNegative(biasVariance, "the bias variance sigma_b^2", "0 is a net without biases.");
  }

  /** The theory of nets with this activation, sigma_w^2 = 1 and sigma_b^2 = 0. */
  public static MeanField of(Activation activation) {
    return new MeanField(activation, 1, 0);
  }

  /** The same with sigma_w^2 = fan_in Var(W): 1 is LeCun and square Xavier, 2 is He. */
  public MeanField weights(double variance) {
    return new MeanField(activation, variance, biasVariance);
  }

  /** The same with sigma_w = gain. */
  public MeanField gain(double gain) {
    return weights(gain * gain);
  }

  /** The same with sigma_b^2, the variance of the biases. */
  public MeanField bias(double variance) {
    return new MeanField(activation, weightVariance, variance);
  }

  /**
   * E f(sqrt(q) Z)^2: the second moment of activations whose pre-activations have variance q;
   * infinity where it is too large for a double.
   *
   * @throws IllegalArgumentException unless 0 &lt;= q &lt; infinity; or if f gives NaN, or is too
   *     rough to integrate
   */
  public double activationMoment(double q) {
    return Gaussian.secondMoment(activation::apply, std(q));
  }

  /**
   * E f'(sqrt(q) Z)^2: what a backward step through the activation multiplies gradients by;
   * infinity where it is too large for a double.
   *
   * @throws IllegalArgumentException as {@link #activationMoment}; or if f jumps and states no
   *     derivative, for its slope has no second moment then
   */
  public double slopeMoment(double q) {
    return Slopes.moment(activation, std(q));
  }

  /** The variance map: q of the next layer's pre-activations. */
  public double variance(double q) {
    return weightVariance * activationMoment(q) + biasVariance;
  }

  /** chi = sigma_w^2 E f'(sqrt(q) Z)^2: the gradient map, and the correlation map's slope at 1. */
  public double chi(double q) {
    return weightVariance * slopeMoment(q);
  }

  /** The covariance of the next layer's pre-activations, for two inputs of variance q. */
  public double covariance(double q, double c) {
    return weightVariance * product(activation::apply, std(q), correlation(c)) + biasVariance;
  }

  /** The correlation map: c of the next layer, for two inputs of variance q, -1 &lt;= c &lt;= 1. */
  public double correlation(double q, double c) {
    return covariance(q, c) / variance(q);
  }

  /**
   * The slope of the correlation map where q is a fixed point: sigma_w^2 E f'(u) f'(v).
   *
   * @throws IllegalArgumentException as {@link #slopeMoment}
   */
  public double correlationSlope(double q, double c) {
    Activation f = Slopes.continuous(activation, std(q));
    return weightVariance * product(f::exactSlope, std(q), correlation(c));
  }

  /** E g(s u) g(s v) for standard normal u and v of correlation c. */
  private static double product(DoubleUnaryOperator g, double s, double c) {
    double rest = s * Math.sqrt(1 - c * c);
    return Gaussian.expect(
        u -> {
          double left = g.applyAsDouble(u);
          return left == 0 // half of the plane for a ReLU
              ? 0
              : left * Gaussian.expect(g, c * u, rest);
        },
        0,
        s);
  }

  /** The second moments through so many layers of equal widths, from inputs of second moment 1. */
  public Propagation through(int depth) {
    return through(depth, 1);
  }

  /** The same from inputs of this second moment. */
  public Propagation through(int depth, double input) {
    Args.atLeast(1, depth, "depth", "Give the number of layers.");
    FreeMemory.require(
        "the memory for the moments", 6.0 * Double.BYTES * depth, "Take fewer layers.");
    var layer = new LayerScale(activation, weightVariance, weightVariance, biasVariance);
    return Propagation.of(Collections.nCopies(depth, layer), input, 1);
  }

  /**
   * The second moments of h(0) ... h(T), and of dL/dh(t) from one of 1 at h(T), in a recurrent
   * layer h(t) = f(x(t) W + h(t - 1) U + b) from h(0) = 0 that takes new x(t) at every step:
   * sigma_w^2 is hidden Var(U), or gain^2 for an orthogonal U; sigma_b^2 is Var(b). That U is the
   * same at every step makes no difference in wide layers as long as new input comes.
   *
   * @param steps T, at least 1
   * @param input what the input adds to each pre-activation's variance, in Var(W) E x^2
   */
  public Propagation overTime(int steps, double input) {
    Args.notNegative(input, "what the input adds to the variance", "It is in Var(W) E x^2.");
    return bias(biasVariance + input).through(steps, 0);
  }

  /** The variance that the variance map runs into from 1: 0 if it dies, infinity if it explodes. */
  public double fixedVariance() {
    return VarianceLimit.of(this);
  }

  /** Where the maps lead after many layers; beyond the edge of chaos it takes a second. */
  public FixedPoint fixedPoint() {
    return FixedPoint.of(this);
  }

  /**
   * The same with the sigma_w^2 that makes chi = 1 at the fixed point that the variance map runs
   * into from 1, for this sigma_b^2: the edge of chaos.
   *
   * @throws IllegalArgumentException if there is none, as for ReLU with biases, whose variance
   *     grows for ever, and for GELU without; or as {@link #slopeMoment}
   */
  public MeanField critical() {
    return weights(CriticalLine.weightVariance(this));
  }

  private static double std(double q) {
    return Math.sqrt(Args.notNegative(q, "the variance q", "Variances are finite, 0 or more."));
  }

  private static double correlation(double c) {
    if (!(c >= -1 && c <= 1)) {
      throw Args.bad("the correlation", c, "-1 to 1", "Divide the covariance by the variance.");
    }
    return c;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "mean field of %s, sigma_w^2 %s, sigma_b^2 %s",
        activation.name(),
        Numbers.brief(weightVariance, 6),
        Numbers.brief(biasVariance, 6));
  }
}
