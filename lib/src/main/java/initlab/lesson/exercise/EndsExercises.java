package initlab.lesson.exercise;

import initlab.theory.StepZero;
import java.util.List;

/**
 * The exercises of notebook 11: the scale of logits behind a first loss, biases of classes of which
 * one has no example, and the probability of a new word.
 */
final class EndsExercises {
  private static final int WORDS = 50_257;
  private static final double LOSS = 29.7;

  static final List<Exercise<?>> ALL = List.of(scale(), classes(), word());

  private EndsExercises() {}

  /** The first loss of 50,257 words is 29.7: which std had the logits? About 6.85. */
  private static Exercise<Double> scale() {
    double chance = Math.log(WORDS);
    double near = Math.sqrt(2 * (LOSS - chance));
    double far = LOSS / Math.sqrt(2 * chance);
    return Exercise.number("11-scale", "The logits behind a loss of 29.7")
        .untouched(std -> std == 1)
        .expect("a std", std -> std > 0, "a standard deviation is above 0", 1)
        .expect("at most 1000", std -> std <= 1000, "the loss would be above 4,000", 1)
        .expect(
            "beyond the turn",
            std -> !Trial.near(std, near, 5e-3),
            "that solves ln V + s^2/2, which holds below sqrt(2 ln V) = 4.65 only",
            2)
        .expect(
            "not yet far beyond it",
            std -> !Trial.near(std, far, 5e-3),
            "that solves s sqrt(2 ln V), which comes true far beyond 4.65; try a little more",
            3)
        .expect(
            "the loss is 29.7",
            std -> Trial.near(StepZero.of(WORDS, std).loss(), LOSS, 0.01),
            std -> StepZero.of(WORDS, std).loss() < LOSS ? "the loss is lower" : "it is higher",
            3)
        .praise("logits of std 6.8 to 6.9 do it: a quarter of what N(0, 1) gives at width 768.")
        .hints(
            "Which of the two laws is meant? Compare 29.7 with what either says at s = 4.65.",
            "ln V + s^2/2 overshoots here. Start from s sqrt(2 ln V) = 29.7.",
            "`StepZero.of(50_257, 6.6).loss()` is 28.7: a little more.");
  }

  /** Of 900, 90, 9 and 0 examples: ln(count + 1), but for a common constant. */
  private static Exercise<double[]> classes() {
    return Exercise.numbers("11-classes", "A class without examples", 4)
        .untouched(b -> b[0] == b[1] && b[1] == b[2] && b[2] == b[3])
        .expect("the frequent first", b -> b[0] > b[1], "a frequent class has the larger bias", 1)
        .expect(
            "logarithms",
            b -> !Trial.near(b[0] - b[1], 810, 0.05) && b[0] - b[1] < 10,
            "these are counts: softmax takes exponentials, so give it logarithms",
            1)
        .expect(
            "a softmax",
            b -> !(Trial.near(b[0] - b[1], 4.5, 0.02) && Trial.near(b[2] - b[1], -2.42, 0.02)),
            "ln(p/(1-p)) is for one output and a sigmoid; a softmax takes ln p",
            1)
        .expect(
            "10 to 1", b -> Trial.near(b[0] - b[1], Math.log(10), 0.02), "900 to 90 is ln 10", 2)
        .expect("10 to 1 again", b -> Math.abs(b[1] - b[2] - Math.log(10)) < 0.15, "90 to 9", 2)
        .expect(
            "possible",
            b -> b[2] - b[3] < 10,
            "so far below the others the class is out of reach of the first gradients",
            3)
        .expect(
            "rare", b -> b[2] - b[3] > 1, "a class without examples is rarer than one with nine", 3)
        .praise("finite, and in the order of the counts; adding 1 to each is the usual way.")
        .hints(
            "Softmax gives class k the share exp(b_k) over their sum. Which b makes that the count?",
            "b_k = ln(count_k), plus any constant. Differences are what counts.",
            "`{Math.log(901), Math.log(91), Math.log(10), Math.log(1)}`");
  }

  /** 1000 words of logit -7 each, and a new one whose row is 0. */
  private static Exercise<Double> word() {
    double due = 1 / (1 + 1000 * Math.exp(-7));
    return Exercise.number("11-word", "A new word")
        .untouched(p -> p == 0)
        .expect("a probability", p -> p > 0 && p < 1, "it lies between 0 and 1", 1)
        .expect(
            "the zero row",
            p -> !Trial.near(p, 1.0 / 1001),
            "that is the row of means; a row of zeros has the logit 0, seven above all others",
            1)
        .expect(
            "the new word",
            p -> !Trial.near(p, 1 - due, 5e-3),
            "that is what is left for the thousand old words",
            2)
        .expect("all words", p -> !Trial.near(p, 1 / (1 + Math.exp(-7))), "a thousand, not one", 2)
        .expect("exp(0) over the sum", p -> Trial.near(p, due, 0.01), "sum 1001 exponentials", 2)
        .praise("0.52: half of all probability goes to a word that no text has. Means give 0.001.")
        .hints(
            "A row of zeros times any state is 0. What is exp(0)?",
            "The sum has 1000 terms exp(-7) and one exp(0).",
            "`1 / (1 + 1000 * Math.exp(-7))`");
  }
}
