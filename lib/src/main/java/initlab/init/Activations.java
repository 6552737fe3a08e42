package initlab.init;

/** The formulas behind {@link Activation}'s constants, written so that no large z overflows. */
final class Activations {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  private Activations() {}

  static double sigmoid(double z) {
    double e = Math.exp(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  }

  /** sigmoid(z) sigmoid(-z) by one exponential. */
  static double sigmoidSlope(double z) {
    double e = Math.exp(-Math.abs(z));
    double larger = 1 / (1 + e);
    return e / (1 + e) * larger;
  }

  /** 1 / cosh(z)^2 by one exponential, right also where 1 - tanh(z)^2 is lost in rounding. */
  static double tanhSlope(double z) {
    double e = Math.exp(-2 * Math.abs(z));
    return 4 * e / ((1 + e) * (1 + e));
  }

  static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(Math.exp(-Math.abs(z)));
  }

  static double elu(double z) {
    return z > 0 ? z : StrictMath.expm1(z);
  }

  static double selu(double z) {
    return SELU_SCALE * (z > 0 ? z : SELU_ALPHA * StrictMath.expm1(z));
  }

  static double seluSlope(double z) {
    return SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z));
  }

  static double siluSlope(double z) {
    double s = sigmoid(z);
    return s * (1 + z * (1 - s));
  }

  static double mishSlope(double z) {
    double t = StrictMath.tanh(softplus(z));
    return t + z * (1 - t * t) * sigmoid(z);
  }
}
