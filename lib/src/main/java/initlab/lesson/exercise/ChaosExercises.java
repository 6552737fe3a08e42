package initlab.lesson.exercise;

import initlab.init.Activation;
import java.util.List;

/**
 * The exercises of notebook 08: two perpendicular inputs after a leaky ReLU, and the bias that
 * makes q = 1 critical.
 */
final class ChaosExercises {

  static final List<Exercise<?>> ALL = List.of(angle(), bias());

  /** (1 - a)^2 / (pi (1 + a^2)) for the slope a = 0.2. */
  private static final double ANGLE = 0.64 / (Math.PI * 1.04);

  private ChaosExercises() {}

  private static Exercise<Double> angle() {
    return Exercise.number("08-angle", "A right angle after a leaky ReLU")
        .untouched(cosine -> cosine == 0)
        .expect(
            "the leak",
            cosine -> !Trial.near(cosine, 1 / Math.PI, 5e-3),
            "that is ReLU's, whose slope below 0 is 0",
            1)
        .expect(
            "a cosine",
            cosine -> !Trial.near(cosine, 0.64 / (2 * Math.PI), 5e-3),
            "that is E f(u) f(v): divide by E f(u)^2",
            2)
        .expect(
            "both halves",
            cosine -> !Trial.near(cosine, 0.64 / Math.PI, 5e-3),
            "that divides by ReLU's E f^2 = 1/2; the leak adds a^2/2",
            2)
        .expect(
            "the sign",
            cosine -> !Trial.near(cosine, 1.44 / (Math.PI * 1.04), 5e-3),
            "below 0 the leak gives negative activations, so its mean is subtracted",
            1)
        .expect(
            "squared",
            cosine -> !Trial.near(cosine, 0.8 / (Math.PI * 1.04), 5e-3),
            "both inputs have this mean: it comes in twice",
            1)
        .expect(
            "E f(u) f(v) over E f^2",
            cosine -> Trial.near(cosine, ANGLE, 5e-3),
            "u and v are independent, so E f(u) f(v) = (E f)^2",
            1)
        .praise("0.196, where ReLU has 0.318: a leak keeps angles open for longer.")
        .hints(
            "u and v of correlation 0 are independent. E max(0, u) = 1/sqrt(2 pi) for u ~ N(0, 1).",
            "E f = (1 - a)/sqrt(2 pi) and E f^2 = (1 + a^2)/2.",
            "`0.8 * 0.8 / (Math.PI * (1 + 0.2 * 0.2))`");
  }

  private static Exercise<GainRule> bias() {
    return Exercise.gain("08-bias", "The bias of the edge")
        .untouched(mine -> mine.of(Activation.TANH) == 0)
        .without(mine -> ChaosMistakes.bias(mine::of))
        .praise("With q = 1 given, the edge is a formula: no search is needed.")
        .hints(
            "Two equations at q = 1: sigma_w^2 E f'(Z)^2 = 1, and q must map to itself.",
            "sigma_b^2 = 1 - sigma_w^2 E f(Z)^2, with sigma_w^2 from the first equation.",
            "`f -> 1 - Math.pow(Gain.gradient(f) / Gain.secondMoment(f), 2)`");
  }
}
