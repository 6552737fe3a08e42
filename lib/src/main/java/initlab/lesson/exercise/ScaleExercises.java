package initlab.lesson.exercise;

import initlab.init.Init;
import java.util.List;

/** The exercises of notebook 02: the factor per layer, and a uniform limit. */
final class ScaleExercises {

  static final List<Exercise<?>> ALL = List.of(factor(), limit());

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
}
