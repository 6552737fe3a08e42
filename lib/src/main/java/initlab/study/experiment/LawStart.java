package initlab.study.experiment;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.theory.MeanField;

/** The nets that a mean field is the theory of. */
final class LawStart {
  private LawStart() {}

  /** Weights N(0, sigma_w^2 / fan_in), biases N(0, sigma_b^2). */
  static Rules of(MeanField field) {
    double gain = Math.sqrt(field.weightVariance());
    Initializer weights = gain > 0 ? Init.lecunNormal().gain(gain) : Init.zeros();
    return Rules.of(weights).on(Role.BIAS, Init.normal(Math.sqrt(field.biasVariance())));
  }
}
