package initlab.nn.lsuv;

import java.util.Locale;

/**
 * One look at one layer while LSUV runs, and what followed.
 *
 * @param path of the layer: "3", or "3.dense" inside layer 3
 * @param attempt how often the layer had been rescaled before this look
 * @param mean of what is brought to variance 1, over the batch
 * @param variance of the same
 * @param scale what the weights were multiplied by after this look; 1 if they stayed
 * @param verdict what followed
 */
public record LsuvAttempt(
    String path, int attempt, double mean, double variance, double scale, Verdict verdict) {

  /** What follows a look. */
  public enum Verdict {
    RESCALED,
    ACCEPTED,
    GIVEN_UP
  }

  /** The layer of the plan, 1 ... L. */
  public int layer() {
    int dot = path.indexOf('.');
    return Integer.parseInt(dot < 0 ? path : path.substring(0, dot));
  }

  /** The standard deviation, sqrt(variance). */
  public double std() {
    return Math.sqrt(variance);
  }

  @Override
  public String toString() {
    String what = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return String.format(
        Locale.ROOT, "%5s %8d %11.4g %11.4g %11.4g  %s", path, attempt, mean, std(), scale, what);
  }
}
