package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.theory.MeanField;
import java.util.List;

/**
 * The exercises of notebook 03: the rule itself, the geometric mean, and a gain for both
 * directions.
 */
final class XavierExercises {
  /** Layers of the net that wants a gain. */
  private static final int DEPTH = 300;

  static final List<Exercise<?>> ALL = List.of(xavier(), treaty(), gain());

  private XavierExercises() {}

  private static Exercise<Initializer> xavier() {
    return Exercise.rule("03-xavier", "Xavier, uniform")
        .untouched(mine -> mine.equals(Init.zeros()))
        .without(mine -> Mistakes.weights(mine, shape -> 2 / (shape.fanIn() + shape.fanOut())))
        .without(
            mine -> Mistakes.beyond(mine, shape -> Math.sqrt(6 / (shape.fanIn() + shape.fanOut()))))
        .praise("sqrt(6 / (fan_in + fan_out)): a limit, and both fans.")
        .hints(
            "The variance that is due is 2 / (fan_in + fan_out); a uniform law on [-l, l] has"
                + " variance l^2 / 3.",
            "Solve l^2 / 3 = 2 / (fan_in + fan_out) for l.",
            "`(shape, rng) -> Init.uniform(Math.sqrt(6 / (shape.fanIn() +"
                + " shape.fanOut()))).draw(shape, rng)`");
  }

  private static Exercise<Initializer> treaty() {
    return Exercise.rule("03-treaty", "A treaty that holds")
        .untouched(mine -> mine.equals(Init.xavierNormal()))
        .without(
            mine ->
                Mistakes.known(
                    mine,
                    s -> 2 / (s.fanIn() + s.fanOut()),
                    "this is Xavier: the product is below 1"),
            1)
        .without(mine -> Mistakes.weights(mine, s -> 1 / Math.sqrt(s.fanIn() * s.fanOut())))
        .praise(
            "Var(W) = 1 / sqrt(fan_in fan_out), the geometric mean: its errors cancel over any"
                + " chain.")
        .hints(
            "Write the condition down: n_in Var(W) \u00B7 n_out Var(W) = 1, and solve for Var(W).",
            "Var(W) = 1 / sqrt(n_in n_out). The initializer wants its root, a standard deviation.",
            "`(shape, rng) -> Init.normal(Math.pow(shape.fanIn() * shape.fanOut(),"
                + " -0.25)).draw(shape, rng)`, or the library's `FanMode.GEOMETRIC`.");
  }

  private static Exercise<Double> gain() {
    return Exercise.number("03-gain", "Both directions")
        .untouched(gain -> gain == 1)
        .expect("positive", gain -> gain > 0, "a gain is positive", 1)
        .expect(
            "they do not grow",
            gain -> arrives(gain, DEPTH) <= 1.05,
            gain -> "gradients grow to " + words(gain, DEPTH) + ": gain too large",
            2)
        .expect(
            "they do not shrink",
            gain -> arrives(gain, DEPTH) >= 0.95,
            gain -> "gradients shrink to " + words(gain, DEPTH) + ": gain too small",
            2)
        .praise(
            gain ->
                "after 300 layers gradients arrive at "
                    + words(gain, DEPTH)
                    + " of their second moment; after 50 layers the same gain leaves "
                    + words(gain, 50)
                    + ".")
        .hints(
            "Start with the rule of thumb, 1 + 1.4 / sqrt(L), and read which way to go.",
            "The gain lies between 1.08 and 1.09: halve that interval until the check is content.",
            "`1.0825`, or anything from 1.0817 to 1.0833.");
  }

  /** The gradient's second moment at the input of that many tanh layers, from 1 at the top. */
  private static double arrives(double gain, int depth) {
    return MeanField.of(Activation.TANH).gain(gain).through(depth).gradient(0);
  }

  private static String words(double gain, int depth) {
    return Numbers.inWords(arrives(gain, depth));
  }
}
