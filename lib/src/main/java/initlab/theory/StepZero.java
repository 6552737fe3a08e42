package initlab.theory;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.math.Interval;

/**
 * What a classifier of words loses before its first step. Its logits are independent N(0, std^2),
 * one for each of V words, and the word that is due is one of them: the loss is log sum exp(logits)
 * less the logit that is due.
 *
 * <p>As long as std stays below sqrt(2 ln V), many words share the sum, and the mean loss is ln V +
 * std^2 / 2. Beyond, the largest logit alone makes the sum, and the loss is about std sqrt(2 ln V):
 * Derrida's (1981) random energy model. {@link #loss} is exact for every V and std.
 *
 * <p>A tied head has one logit more that stands out: that of the word that came in, whose row of
 * the table meets itself.
 *
 * @param vocabulary how many words, at least 2
 * @param std of a logit, over the words
 * @param own mean of the logit of the word that came in; 0 where it is one of the others
 * @param ownStd standard deviation of that logit; {@code std} where it is one of the others
 */
public record StepZero(int vocabulary, double std, double own, double ownStd) {
  private static final double EULER = 0.5772156649015329;
  private static final double VARIANCE_OF_GUMBEL = Math.PI * Math.PI / 6;
  private static final double NINETY = 1.6448536269514722; // 5-95 % of a normal law
  private static final double STEP = 0.25;

  public StepZero {
    Args.atLeast(2, vocabulary, "the vocabulary", "One word is always right.");
    Args.notNegative(std, "the standard deviation of logits", "1 is usual.");
    Args.finite(own, "the logit of the word that came in", "0 where it is one of the others.");
    Args.notNegative(ownStd, "its standard deviation", "That of the others is usual.");
    if (std > 1000 || ownStd > 1000 || Math.abs(own) > 10_000) {
      throw Args.bad(
          "the largest logit scale",
          Math.max(Math.max(std, ownStd), Math.abs(own)),
          "at most 1000, and 10,000 for the word's own",
          "Beyond, the loss is the largest logit: see far().");
    }
  }

  /** Logits of this standard deviation, one for each word. */
  public static StepZero of(int vocabulary, double std) {
    return new StepZero(vocabulary, std, 0, std);
  }

  /**
   * A tied head right behind its embedding, of rows e ~ N(0, std^2) of so many numbers: the logit
   * of another word is N(0, std^4 width), the word's own is |e|^2, of mean std^2 width.
   */
  public static StepZero tied(int vocabulary, int width, double std) {
    Args.atLeast(1, width, "the width", "A word needs one number at least.");
    Args.notNegative(std, "the standard deviation of the table", "GPT-2's is 0.02.");
    double square = std * std;
    return new StepZero(
        vocabulary, square * Math.sqrt(width), square * width, square * Math.sqrt(2.0 * width));
  }

  /**
   * The same behind a normalization, which gives the row the root mean square 1: another word's
   * logit is N(0, std^2 width), the word's own is sqrt(width) |e|, about std width.
   */
  public static StepZero tiedNormalized(int vocabulary, int width, double std) {
    Args.atLeast(1, width, "the width", "A word needs one number at least.");
    Args.notNegative(std, "the standard deviation of the table", "GPT-2's is 0.02.");
    double other = std * Math.sqrt(width);
    return new StepZero(vocabulary, other, std * width, other / Math.sqrt(2));
  }

  /** The loss of a guess by chance, ln V. */
  public double chance() {
    return Math.log(vocabulary);
  }

  /** ln V + std^2 / 2, which holds while std is well below {@link #turn}; without the own logit. */
  public double near() {
    return chance() + std * std / 2;
  }

  /** std sqrt(2 ln V), where std is far above {@link #turn}; without the own logit. */
  public double far() {
    return std * turn();
  }

  /** The std at which one law gives way to the other, sqrt(2 ln V). */
  public double turn() {
    return Math.sqrt(2 * chance());
  }

  /**
   * The mean loss of a word that is due and did not come in. With S the sum of exp(logits) and u =
   * ln t, E ln S is the integral over u of exp(-e^u) - E exp(-e^u S), and E exp(-e^u S) the product
   * of one expectation for each word.
   */
  public double loss() {
    return moments()[0];
  }

  /** The standard deviation of the loss from word to word. */
  public double spread() {
    double variance = moments()[1] + std * std * (1 - 2.0 / vocabulary);
    return Math.sqrt(Math.max(0, variance));
  }

  /**
   * Mean, and 5 % and 95 % quantile, of the loss averaged over so many words whose logits are
   * independent: a normal law of the spread over the root of their number.
   */
  public Interval over(int words) {
    Args.atLeast(1, words, "the number of words", "A batch has some hundred.");
    double mean = loss();
    double half = NINETY * spread() / Math.sqrt(words);
    return new Interval(mean - half, mean, mean + half);
  }

  /**
   * Mean and variance of ln S, from those of X = ln S + G with a Gumbel G of its own, for P(X &lt;=
   * x) = E exp(-e^-x S). Sums with equal steps are exact to rounding: the integrand dies out at
   * both ends.
   */
  private double[] moments() {
    double most = Math.max(std, ownStd) * (turn() + 9) + Math.abs(own);
    double low = -Math.max(std, ownStd) * 9 - Math.abs(own) - 10;
    double high = most + chance() + 40;
    Logit other = new Logit(0, std);
    Logit ownLogit = new Logit(own, ownStd);
    double mean = 0;
    double square = 0;
    for (double x = low; x < high; x += STEP) {
      Progress.checkInterrupted();
      double beyond = STEP * (Math.exp(-Math.exp(-x)) - below(x, other, ownLogit));
      mean += beyond;
      square += 2 * x * beyond;
    }
    double gumbel = VARIANCE_OF_GUMBEL + EULER * EULER;
    double shifted = mean + EULER;
    return new double[] {mean, square + gumbel - shifted * shifted - VARIANCE_OF_GUMBEL};
  }

  /** E exp(-e^-x S): each of the others, to the power of their number, times the word's own. */
  private double below(double x, Logit other, Logit ownLogit) {
    double others = (vocabulary - 1) * Math.log1p(-Math.min(1, other.lost(x)));
    return Math.exp(others) * (1 - Math.min(1, ownLogit.lost(x)));
  }
}
