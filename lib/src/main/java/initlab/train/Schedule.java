package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Locale;

/**
 * How long and in what pieces training goes.
 *
 * @param batch samples a step; 0 for all
 * @param length steps, or epochs
 * @param epochs whether length counts epochs
 * @param until training stops once the loss on all data is below this; 0 trains to the end
 * @param every how many steps lie between two looks at the network; 0 for about 60 looks
 */
public record Schedule(int batch, int length, boolean epochs, double until, int every) {

  public Schedule {
    Args.atLeast(0, batch, "the batch size", "Take 32, or 0 for all samples.");
    Args.atLeast(1, length, epochs ? "epochs" : "steps", "Train for one at least.");
    Args.notNegative(until, "the loss to stop at", "0 trains to the end.");
    Args.atLeast(0, every, "the steps between looks", "1 looks at every step.");
  }

  /**
   * The number of steps over this many samples.
   *
   * @throws IllegalArgumentException if they are more than an int can count
   */
  int steps(int samples) {
    long pieces = batch == 0 ? 1 : ((long) samples + batch - 1) / batch;
    long steps = epochs ? length * pieces : length;
    if (steps > Integer.MAX_VALUE) {
      throw Args.bad(
          "the number of steps, " + length + " epochs of " + pieces + " steps each,",
          steps,
          "at most " + Integer.MAX_VALUE,
          "Take fewer epochs or larger batches.");
    }
    return (int) steps;
  }

  /** How many steps lie between two looks. */
  int stride(int samples) {
    return every > 0 ? every : Math.max(1, steps(samples) / 60);
  }

  @Override
  public String toString() {
    return (batch == 0 ? "full batch" : "batch " + batch)
        + String.format(Locale.ROOT, ", %d %s", length, epochs ? "epochs" : "steps")
        + (until > 0 ? ", or until the loss is below " + Numbers.brief(until) : "");
  }
}
