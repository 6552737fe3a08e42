package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.theory.FiniteWidth;
import java.util.List;

/** The exercises of notebook 04: a width for fifty layers, and a leaky slope. */
final class HeExercises {

  static final List<Exercise<?>> ALL = List.of(width(), leaky());

  private static volatile Kept last = new Kept(0, 0);

  private HeExercises() {}

  private static Exercise<Integer> width() {
    return Exercise.count("04-width", "A width for fifty layers")
        .untouched(width -> width == 100)
        .expect(
            "not 5L/n",
            width -> width < 350 || width > 500,
            "the median is exp(-5L/(2n)): a factor 2 too many",
            2)
        .expect(
            "wide enough",
            width -> kept(width) >= 0.5,
            width -> "the median is " + words(width) + ": too narrow",
            2)
        .expect(
            "not wider",
            width -> kept(width) <= 0.6,
            width -> "the median is " + words(width) + ": wider than asked",
            2)
        .praise(width -> "the typical net keeps " + words(width) + ".")
        .hints(
            "The median is below the mean by half the variance of the logarithm, which is 5L/n.",
            "exp(-5 \u00B7 50 / (2n)) = 0.55. Take the logarithm of both sides.",
            "n = 125 / 0.6 is about 210.");
  }

  /** The share of the second moment that the typical He net keeps over 50 ReLU layers. */
  private static double kept(int width) {
    Kept known = last;
    if (known.width != width) {
      known = new Kept(width, FiniteWidth.relu(width, 50).activation().at(50).median());
      last = known;
    }
    return known.share;
  }

  /** A check asks for it several times, and each takes a second. */
  private record Kept(int width, double share) {}

  private static String words(int width) {
    return Numbers.inWords(kept(width));
  }

  private static Exercise<Initializer> leaky() {
    return Exercise.rule("04-leaky", "A leaky He")
        .untouched(mine -> mine.equals(Init.heNormal()))
        .without(
            mine ->
                Mistakes.known(
                    mine, s -> 2 / s.fanIn(), "the slope is missing: this is He's plain rule"),
            1)
        .without(
            mine -> Mistakes.known(mine, s -> 2 / (1.5 * s.fanIn()), "the slope is not squared"), 2)
        .without(
            mine ->
                Mistakes.known(
                    mine, s -> 2.5 / s.fanIn(), "1 + a^2 multiplies where it should divide"),
            2)
        .without(mine -> Mistakes.weights(mine, s -> 2 / (1.25 * s.fanIn())))
        .praise("2 / ((1 + a^2) fan_in) = 1.6 / fan_in.")
        .hints(
            "The lower half of z keeps a share of its square; which share?",
            "E f^2 = (1 + a^2)/2 \u00B7 E z^2, and fan_in Var(W) times that must be 1.",
            "`(shape, rng) -> Init.normal(Math.sqrt(2 / (1.25 * shape.fanIn()))).draw(shape, rng)`");
  }
}
