package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Init;
import java.util.List;

/** The exercises of notebook 02: the factor per layer, a uniform limit, and size over depth. */
final class ScaleExercises {

  static final List<Exercise<?>> ALL = List.of(factor(), limit(), growth());

  private ScaleExercises() {}

  /** For 64 inputs and variance 0.25 the factor is 8; without the half it is 16. */
  private static Exercise<Formula> factor() {
    return Exercise.formula("02-factor", "The factor")
        .untouched(mine -> mine.of(64, 0.25) == 0)
        .expect(
            "half",
            mine -> !Trial.near(mine.of(64, 0.25), 16),
            "linear: the ReLU's half is missing",
            2)
        .expect("no root", mine -> !Trial.near(mine.of(64, 0.25), Math.sqrt(8)), "no root here", 1)
        .expect(
            "variance",
            mine -> !Trial.near(mine.of(64, 0.25), 2),
            "squared: it is a variance already",
            1)
        .expect(
            "64 inputs",
            mine -> Trial.near(mine.of(64, 0.25), 8),
            "64 inputs of variance 0.25 give another factor",
            2)
        .expect(
            "n and variance",
            mine -> Trial.near(mine.of(9, 1), 4.5) && Trial.near(mine.of(100, 0.02), 1),
            "proportional to n and to the variance",
            3)
        .praise("n Var(W) / 2; set it to 1, and you have He's rule.")
        .hints(
            "E z^2 = n Var(W) E a^2. Everything here is a second moment.",
            "A ReLU sets the negative half of z to 0, and with it half of the second moment.",
            "`n * variance / 2`");
  }

  private static Exercise<Double> limit() {
    return Exercise.number("02-limit", "A uniform start")
        .untouched(limit -> limit == 0.5)
        .without(limit -> Mistakes.weights(Init.uniform(limit), shape -> 1.0 / 300))
        .praise("l = sqrt(3/300) = 0.1: variance l^2/3 = 1/300.")
        .hints(
            "n Var(W) = 1 asks for a variance of 1/300.",
            "A uniform variable on (-l, l) has variance l^2/3.",
            "`Math.sqrt(3.0 / 300)`");
  }

  /**
   * Four linear layers of 50 multiply the root mean square by 100: the second moment by 10^4, so by
   * 10 per layer, and 50 std^2 = 10.
   */
  private static Exercise<Double> growth() {
    double right = Math.sqrt(0.2);
    return Exercise.number("02-growth", "A hundredfold in four layers")
        .untouched(std -> std == 1)
        .expect("a scale", std -> std > 0, "a standard deviation is above 0", 1)
        .expect(
            "root of the variance",
            std -> !Trial.near(std, 0.2),
            "that is the variance: the std is its root",
            3)
        .expect(
            "second moment",
            std -> !Trial.near(std, Math.sqrt(Math.sqrt(10) / 50)),
            "that multiplies the second moment by 100, and the size by 10",
            1)
        .expect(
            "four layers",
            std -> !Trial.near(std, Math.sqrt(1e4 / 50)),
            "that does it in one layer: four layers multiply four times",
            2)
        .expect(
            "linear layers",
            std -> !Trial.near(std, Math.sqrt(0.4)),
            "no ReLU here: the layers are linear",
            3)
        .expect(
            "100 in size",
            std -> Trial.near(std, right),
            std -> "the size is multiplied by " + Numbers.brief(Math.pow(50 * std * std, 2)),
            2)
        .praise("50 std^2 = 10 per layer: 10^4 in the second moment, 100 in size.")
        .hints(
            "Size is the root of the second moment: 100 in size is 10,000 in the second moment.",
            "Four equal factors make 10,000: each is 10. And each is n Var(W).",
            "`Math.sqrt(10.0 / 50)`");
  }
}
