package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.theory.GateProduct;
import java.util.List;

/** The exercises of notebook 09: a grouped kernel, and a forget bias. */
final class LayerExercises {

  static final List<Exercise<?>> ALL = List.of(groups(), bias());

  private LayerExercises() {}

  /** 3 x 3, 64 to 192 channels in 8 groups, ReLU: Var(W) = 2 / (9 8). */
  private static Exercise<Double> groups() {
    return Exercise.number("09-groups", "He's variance in eight groups")
        .untouched(variance -> variance == 0)
        .expect("positive", variance -> variance > 0, "a variance is positive", 0)
        .expect(
            "groups",
            variance -> !Trial.near(variance, 2.0 / 576),
            "the groups are missing: an output sees its own group of inputs alone",
            1)
        .expect(
            "products into one output",
            variance -> !Trial.near(variance, 2.0 / 216) && !Trial.near(variance, 2.0 / 1728),
            "that is by fan_out: He's rule counts what enters one output",
            1)
        .expect(
            "a variance",
            variance -> !Trial.near(variance, Math.sqrt(2.0 / 72)),
            "that is the standard deviation: square it",
            2)
        .expect(
            "ReLU",
            variance -> !Trial.near(variance, 1.0 / 72),
            "ReLU's half is missing: He's rule has 2 over fan_in",
            2)
        .expect(
            "2 over fan_in",
            variance -> Trial.near(variance, 2.0 / 72),
            "count the products that enter one output: taps times input channels of its group",
            1)
        .praise("2 / (9 \u00B7 8) = 0.0278: eight times that of the same kernel without groups.")
        .hints(
            "Each output sees 64 / 8 = 8 input channels, at 9 places.",
            "fan_in = 9 \u00B7 8 = 72, and He's variance is 2 / fan_in.",
            "`2.0 / 72`");
  }

  /** sigmoid(b)^100 = 1/2: b = -ln(2^(1/100) - 1) = 4.96. */
  private static Exercise<Double> bias() {
    return Exercise.number("09-bias", "A forget bias for a hundred steps")
        .untouched(b -> b == 1)
        .expect("enough", b -> kept(b) >= 0.48, b -> tooMuch(b, "forgets"), 1)
        .expect("not more", b -> kept(b) <= 0.52, b -> tooMuch(b, "keeps"), 2)
        .praise(b -> "after 100 steps the cell still holds " + Numbers.brief(kept(b), 2) + ".")
        .hints(
            "The cell holds sigmoid(b)^100, and that is to be 0.5.",
            "sigmoid(b) = 0.5^(1/100) = 0.9931, and b = ln(f / (1 - f)).",
            "`Math.log(0.9931 / 0.0069)` is about 4.97.");
  }

  private static double kept(double bias) {
    return GateProduct.of(bias).typical(100);
  }

  private static String tooMuch(double bias, String what) {
    return "it " + what + " too much: after 100 steps " + Numbers.brief(kept(bias), 2) + " is left";
  }
}
