package initlab.study.experiment;

import initlab.base.Progress;
import initlab.theory.MeanField;

/**
 * What wide layers make of a circle of inputs, x(t) of second moment 1 and as fast as long: dx/dt
 * has second moment 1 too. A layer maps the second moment of pre-activations, q, and that of their
 * derivative by t, g, to V(q) and chi(q) g.
 *
 * @param moment E a^2 of the last hidden layer
 * @param speed E (da/dt)^2 of it
 */
record CircleTheory(double moment, double speed) {

  static CircleTheory of(MeanField field, int depth) {
    double q = field.weightVariance() + field.biasVariance();
    double g = field.weightVariance();
    for (int layer = 2; layer <= depth; layer++) {
      Progress.checkInterrupted();
      g *= field.chi(q);
      q = field.variance(q);
    }
    return new CircleTheory(field.activationMoment(q), field.slopeMoment(q) * g);
  }

  /**
   * The mean number of zero crossings, once around, of an output a W with Gaussian W: a stationary
   * Gaussian process crosses 0 sqrt(E y'^2 / E y^2) / pi times in a unit of t. Rice (1945).
   */
  double crossings() {
    return 2 * Math.sqrt(speed / moment);
  }

  /** The length of the path of a, over that of the circle. */
  double length() {
    return Math.sqrt(speed);
  }
}
