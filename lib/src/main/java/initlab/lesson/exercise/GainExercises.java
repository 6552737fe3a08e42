package initlab.lesson.exercise;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.Initializer;
import java.util.List;

/**
 * The exercises of notebook 07: a gain as a formula, a rule with it, and the gain behind a gate.
 */
final class GainExercises {

  static final List<Exercise<?>> ALL = List.of(gain(), rule(), gate());

  private GainExercises() {}

  private static Exercise<GainRule> gain() {
    return Exercise.gain("07-gain", "The second-moment gain")
        .untouched(mine -> mine.of(Activation.RELU) == 0)
        .without(mine -> Mistakes.gain(mine::of))
        .praise("One integral, any activation: no table is needed.")
        .hints(
            "The condition is g^2 E f(z)^2 = 1: which number does it make of g?",
            "`Gaussian.expect(z -> ...)` gives E f(z)^2 if the lambda squares `f.apply(z)`.",
            "`f -> 1 / Math.sqrt(Gaussian.expect(z -> Math.pow(f.apply(z), 2)))`");
  }

  private static Exercise<Initializer> rule() {
    double gain = Gain.secondMoment(Activation.SILU);
    return Exercise.rule("07-rule", "A rule for SiLU")
        .untouched(mine -> mine.equals(Init.zeros()))
        .without(
            mine ->
                Mistakes.known(
                    mine, s -> gain / s.fanIn(), "the scale is the gain; it is due its square"),
            2)
        .without(
            mine ->
                Mistakes.known(
                    mine, s -> 1 / s.fanIn(), "this is LeCun's rule: no gain was applied"),
            1)
        .without(
            mine ->
                Mistakes.known(
                    mine, s -> 2 / s.fanIn(), "this is He's rule: the gain is ReLU's, not SiLU's"),
            1)
        .without(mine -> Mistakes.weights(mine, s -> gain * gain / s.fanIn()))
        .praise("1.6765 / sqrt(fan_in).")
        .hints(
            "The gain is `Gain.secondMoment(SILU)`.",
            "`varianceScaling` takes a variance, the square; `.gain` squares by itself.",
            "`Init.lecunNormal().gain(Gain.secondMoment(SILU))`");
  }

  private static Exercise<Double> gate() {
    double due = Gain.secondMoment(Activation.GELU);
    double moment = 1 / (due * due);
    return Exercise.number("07-gate", "Behind a gate")
        .untouched(gain -> gain == 1)
        .expect(
            "a gain",
            gain -> !Trial.near(gain, moment, 5e-3),
            "this is E a^2: U has to make up for it",
            1)
        .expect(
            "a root",
            gain -> !Trial.near(gain, 1 / moment),
            "this multiplies variances; a gain is its root",
            2)
        .expect(
            "mean included",
            gain -> !Trial.near(gain, Gain.variance(Activation.GELU)),
            "the variance gain leaves out GELU's mean, but times v the mean matters",
            1)
        .expect(
            "E z^2 = 1",
            gain -> Trial.near(gain, Gain.gated(Activation.GELU).secondMoment(), 5e-3),
            "sum up: E(aU)^2 = g^2 E GELU(u)^2 E v^2",
            3)
        .praise("1.534, GELU's own second-moment gain: v has second moment 1 and changes nothing.")
        .hints(
            "u and v are independent, so E a^2 is a product of two expectations; one of them is 1.",
            "The sum over n inputs of U gives g^2 E a^2, which has to be 1.",
            "`Gain.secondMoment(GELU)`, or `Gain.gated(GELU).secondMoment()`");
  }
}
