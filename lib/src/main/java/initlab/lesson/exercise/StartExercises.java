package initlab.lesson.exercise;

import initlab.init.Init;
import initlab.init.Initializer;
import java.util.List;

/** The exercises of notebook 00: a level start for one width, then for any. */
final class StartExercises {

  static final List<Exercise<?>> ALL = List.of(level(), rule());

  private StartExercises() {}

  private static Exercise<Double> level() {
    return Exercise.number("00-level", "A level start")
        .untouched(std -> std == 0.01)
        .without(std -> Mistakes.weights(Init.normal(std), shape -> 2.0 / 400))
        .praise("sqrt(2/400) = 0.0707: every layer multiplies by 400 \u00B7 0.005 / 2 = 1.")
        .hints(
            "Each layer multiplies the second moment by n Var(W) / 2.",
            "Set that factor to 1 and solve for Var(W). The standard deviation is its root.",
            "`Math.sqrt(2.0 / 400)`");
  }

  private static Exercise<Initializer> rule() {
    return Exercise.rule("00-rule", "A rule for any width")
        .untouched(mine -> mine.equals(Init.zeros()))
        .without(mine -> Mistakes.weights(mine, shape -> 2 / shape.fanIn()))
        .praise("You have written He's initializer.")
        .hints(
            "What the first exercise computed for 400 inputs, `shape.fanIn()` gives for any number.",
            "The variance is 2 / shape.fanIn(); `Init.normal` takes a standard deviation.",
            "`(shape, rng) -> Init.normal(Math.sqrt(2 / shape.fanIn())).draw(shape, rng)`");
  }
}
