package initlab.lesson.exercise;

import initlab.init.Activation;
import initlab.init.Gain;
import java.util.List;

/**
 * The exercises of notebook 07: a gain at another size, the power of a squared ReLU, and the gain
 * behind a gate.
 */
final class GainExercises {

  static final List<Exercise<?>> ALL = List.of(gain(), power(), gate());

  private GainExercises() {}

  private static Exercise<GainRule> gain() {
    return Exercise.gain("07-gain", "A gain at another size")
        .untouched(mine -> mine.of(Activation.RELU) == 0)
        .without(mine -> Mistakes.gain(mine::of))
        .praise("Another size, another gain, but for ReLU: a gain belongs to a q.")
        .hints(
            "Which condition keeps q at 4? It is the last line of the derivation, with q = 4.",
            "g^2 E f(2Z)^2 = 4. `Gaussian.expect(z -> ...)` integrates over N(0, 1).",
            "`f -> 2 / Math.sqrt(Gaussian.expect(z -> Math.pow(f.apply(2 * z), 2)))`");
  }

  /** For f(z) = max(0, z)^2 is z f' = 2 f, so the power is 2. */
  private static Exercise<Double> power() {
    return Exercise.number("07-power", "The power of a squared ReLU")
        .untouched(power -> power == 0)
        .expect("squared", power -> !Trial.near(power, 1), "that is the ReLU's, not squared", 1)
        .expect("a ratio", power -> !Trial.near(power, 1.5), "that is E f^2: divide by it", 2)
        .expect("of q", power -> !Trial.near(power, 4), "E f^2 is like z^4, and z^4 is like q^2", 1)
        .expect(
            "a power",
            power -> !Trial.near(power, Math.sqrt(2.0 / 3), 5e-3),
            "that is its second-moment gain",
            1)
        .expect("z f' = 2 f", power -> Trial.near(power, 2), "compare z f'(z) with f(z)", 2)
        .praise("z f' = 2 f, so p = 2: each layer squares a deviation, and no gain holds.")
        .hints(
            "What is f'(z) for z > 0? And z f'(z)?",
            "p is E[f z f'] over E[f f], and here z f' is a multiple of f.",
            "`2`");
  }

  /** V has gain 1/sqrt 3, so E a^2 = E GELU(u)^2 / 3. */
  private static Exercise<Double> gate() {
    double known = Gain.secondMoment(Activation.GELU);
    double due = known * Math.sqrt(3);
    return Exercise.number("07-gate", "Behind a gate")
        .untouched(gain -> gain == 1)
        .expect(
            "both factors",
            gain -> !Trial.near(gain, known, 5e-3),
            "that is right for a v of second moment 1; V has gain 1/sqrt 3",
            1)
        .expect(
            "a gain",
            gain -> !Trial.near(gain, 1 / (due * due), 5e-3),
            "this is E a^2: U has to make up for it",
            2)
        .expect(
            "a root",
            gain -> !Trial.near(gain, due * due, 5e-3),
            "this multiplies variances; a gain is its root",
            2)
        .expect(
            "the right way",
            gain -> !Trial.near(gain, known / Math.sqrt(3), 5e-3),
            "a small v makes a small: U makes up for it",
            1)
        .expect(
            "mean included",
            gain -> !Trial.near(gain, Gain.variance(Activation.GELU) * Math.sqrt(3), 5e-3),
            "the variance gain leaves out GELU's mean, but times v the mean matters",
            1)
        .expect(
            "E z^2 = 1",
            gain -> Trial.near(gain, due, 5e-3),
            "sum up: E(aU)^2 = g^2 E GELU(u)^2 E v^2",
            3)
        .praise("1.534 times sqrt 3: U makes up for GELU and for the small v.")
        .hints(
            "u and v are independent, so E a^2 is a product of two expectations.",
            "E v^2 is the gain of V squared. The sum over n inputs of U gives g^2 E a^2.",
            "`Gain.secondMoment(GELU) * Math.sqrt(3)`");
  }
}
