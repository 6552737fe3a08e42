package initlab.theory;

import initlab.init.Activation;
import initlab.math.Args;
import initlab.math.Gaussian;

/**
 * Mean-field theory of wide layers: pre-activations are N(0, q), and q is all there is to know.
 *
 * <p>Forward: q' = sigma_w^2 E f(sqrt(q) Z)^2 + sigma_b^2, with sigma_w^2 = fan_in Var(W).
 * Backward: the second moment of dL/da is multiplied by chi = fan_out Var(W) E f'(sqrt(q) Z)^2 a
 * layer. Poole et al. (2016), Schoenholz et al. (2017).
 *
 * @param activation f
 */
public record MeanField(Activation activation) {

  /** The theory of nets with this activation. */
  public static MeanField of(Activation activation) {
    return new MeanField(activation);
  }

  /** E f(sqrt(q) Z)^2: the second moment of activations whose pre-activations have variance q. */
  public double activationMoment(double q) {
    double s = std(q);
    return Gaussian.expect(z -> sq(activation.apply(s * z)));
  }

  /** E f'(sqrt(q) Z)^2: what a backward step through the activation multiplies gradients by. */
  public double slopeMoment(double q) {
    double s = std(q);
    return Gaussian.expect(z -> sq(activation.slope(s * z)));
  }

  private static double std(double q) {
    return Math.sqrt(Args.notNegative(q, "the variance q", "Variances are finite, 0 or more."));
  }

  private static double sq(double x) {
    return x * x;
  }
}
