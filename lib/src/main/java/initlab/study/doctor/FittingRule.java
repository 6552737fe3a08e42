package initlab.study.doctor;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.Initializer;
import java.util.Optional;

/**
 * The rule whose scale fits an activation. It is found from what the function does, and never from
 * its name: a lambda, a renamed function and a constant of the library that do the same get the
 * same rule.
 *
 * @param code as a reader types it
 * @param weights the rule
 */
record FittingRule(String code, Initializer weights) {
  private static final double SMALL = 1e-3;
  private static final double CLOSE = 1e-5;

  /** The rule for f; empty where no one scale fits it at every depth. */
  static Optional<FittingRule> of(Activation f) {
    if (isSteepestAtZero(f)) {
      return found("Init.xavierNormal()", Init.xavierNormal());
    }
    if (isLeaky(f)) {
      double slope = -f.apply(-1);
      return slope == 0
          ? found("Init.heNormal()", Init.heNormal())
          : found("Init.heNormal(" + Numbers.exact(slope) + ")", Init.heNormal(slope));
    }
    if (near(HealthyRange.needed(f), 1)) {
      return found("Init.lecunNormal()", Init.lecunNormal());
    }
    return scalesWithItsInput(f)
        ? found(
            "Init.lecunNormal().gain(Gain.secondMoment(f))",
            Init.lecunNormal().gain(Gain.secondMoment(f)))
        : Optional.empty();
  }

  private static Optional<FittingRule> found(String code, Initializer weights) {
    return Optional.of(new FittingRule(code, weights));
  }

  /** Whether f(z) = c z, for which a layer is linear whatever it is called. */
  static boolean isLinear(Activation f) {
    return scalesWithItsInput(f) && near(f.apply(-1), -f.apply(1));
  }

  /** Whether f(-z) = -f(z) and f'(0) = 1, as of tanh: small signals pass it unchanged. */
  private static boolean isSteepestAtZero(Activation f) {
    return near(f.apply(-1), -f.apply(1)) && near(f.apply(SMALL), SMALL);
  }

  /** Whether f(z) is z above 0 and a z below it: ReLU for a = 0. */
  private static boolean isLeaky(Activation f) {
    return scalesWithItsInput(f) && near(f.apply(1), 1);
  }

  /** Whether f(c z) = c f(z) for c &gt; 0, as of ReLU, and not 0: one gain fits at every depth. */
  private static boolean scalesWithItsInput(Activation f) {
    return near(f.apply(4), 4 * f.apply(1))
        && near(f.apply(-4), 4 * f.apply(-1))
        && (f.apply(1) != 0 || f.apply(-1) != 0);
  }

  private static boolean near(double x, double y) {
    return Math.abs(x - y) <= CLOSE * Math.abs(y);
  }
}
