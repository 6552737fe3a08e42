package initlab.lesson.exercise;

import initlab.init.Init;
import initlab.init.Initializer;
import java.util.List;

/**
 * The exercises of notebook 00: a level start for another activation, then a rule for any width.
 */
final class StartExercises {

  static final List<Exercise<?>> ALL = List.of(level(), rule());

  private StartExercises() {}

  private static Exercise<Double> level() {
    return Exercise.number("00-level", "A level start for |z|")
        .untouched(std -> std == 0.01)
        .expect(
            "not ReLU's",
            std -> !Trial.near(std, Math.sqrt(2.0 / 400)),
            "this is ReLU's std; |z| turns a sign where ReLU takes the number away",
            1)
        .without(std -> Mistakes.weights(Init.normal(std), shape -> 1.0 / 400))
        .praise("sqrt(1/400) = 0.05: |z| has the same square as z, so nothing is halved.")
        .hints(
            "|z| has the same square as z. So E f(z)^2 is the whole of E z^2, not a half.",
            "A layer multiplies by n Var(W). Set that to 1; the standard deviation is a root.",
            "`Math.sqrt(1.0 / 400)`");
  }

  private static Exercise<Initializer> rule() {
    return Exercise.rule("00-rule", "A rule for any width")
        .untouched(mine -> mine.equals(Init.zeros()))
        .without(mine -> Mistakes.weights(mine, shape -> 2.0 / shape.fanIn()))
        .praise("You have written He's initializer.")
        .hints(
            "Under ReLU a layer multiplies by n Var(W) / 2, and `shape.fanIn()` is its n.",
            "The variance is 2.0 / shape.fanIn(); `Init.normal` takes a standard deviation.",
            "`(shape, rng) -> Init.normal(Math.sqrt(2.0 / shape.fanIn())).draw(shape, rng)`");
  }
}
