package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Init;
import java.util.List;

/** The exercises of notebook 02: the factor per layer, a uniform limit, and size over depth. */
final class ScaleExercises {

  static final List<Exercise<?>> ALL = List.of(factor(), limit(), growth());

  private ScaleExercises() {}

  /**
   * Half of E z^2 stands above 0 and is kept, half below, of which the slope 1/2 keeps a quarter:
   * 5/8. For 64 inputs and variance 0.25 the factor is 10.
   */
  private static Exercise<Formula> factor() {
    return Exercise.formula("02-factor", "The factor")
        .untouched(mine -> mine.of(64, 0.25) == 0)
        .expect(
            "leaky",
            mine -> !Trial.near(mine.of(64, 0.25), 16),
            "that is a linear layer's: this one bends at 0",
            2)
        .expect(
            "not a ReLU",
            mine -> !Trial.near(mine.of(64, 0.25), 8),
            "that is a ReLU's: here negative values are halved, not removed",
            2)
        .expect(
            "squares",
            mine -> !Trial.near(mine.of(64, 0.25), 12),
            "half of z is a quarter of z^2",
            2)
        .expect("no root", mine -> !Trial.near(mine.of(64, 0.25), Math.sqrt(10)), "no root here", 1)
        .expect(
            "variance",
            mine -> !Trial.near(mine.of(64, 0.25), 2.5),
            "squared: it is a variance already",
            1)
        .expect(
            "64 inputs",
            mine -> Trial.near(mine.of(64, 0.25), 10),
            "64 inputs of variance 0.25 give another factor",
            2)
        .expect(
            "n and variance",
            mine -> Trial.near(mine.of(9, 1), 5.625) && Trial.near(mine.of(100, 0.016), 1),
            "proportional to n and to the variance",
            3)
        .praise("5/8 n Var(W): half of E z^2 whole, and a quarter of the other half.")
        .hints(
            "E z^2 = n Var(W) E a^2. Which part of E z^2 comes from positive z?",
            "A negative z becomes z/2, so z^2 becomes z^2/4: the negative half keeps a quarter.",
            "`n * variance * 5 / 8`");
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
