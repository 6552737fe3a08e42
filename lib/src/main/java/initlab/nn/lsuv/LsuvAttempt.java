package initlab.nn.lsuv;

import initlab.base.Numbers;
import java.util.Locale;

/**
 * One look at one layer while LSUV runs, and what followed.
 *
 * @param layer 1 ... L
 * @param attempt how often the layer had been rescaled before this look
 * @param mean of what is brought to variance 1, over the batch
 * @param variance of the same
 * @param scale what the weights were multiplied by after this look; 1 if they stayed
 * @param verdict what followed
 */
public record LsuvAttempt(
    int layer, int attempt, double mean, double variance, double scale, Verdict verdict) {

  /** What follows a look. */
  public enum Verdict {
    RESCALED,
    ACCEPTED,
    GIVEN_UP
  }

  /** The standard deviation, sqrt(variance). */
  public double std() {
    return Math.sqrt(variance);
  }

  @Override
  public String toString() {
    String what = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return String.format(
        Locale.ROOT,
        "%5d %8d %11s %11s %11s  %s",
        layer,
        attempt,
        Numbers.fixed(mean, 4),
        Numbers.fixed(std(), 4),
        Numbers.fixed(scale, 4),
        what);
  }
}
