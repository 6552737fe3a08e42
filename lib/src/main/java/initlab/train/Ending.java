package initlab.train;

import initlab.base.Numbers;
import java.util.Locale;

/**
 * How a training ended.
 *
 * @param kind in one word
 * @param step how many steps had been made
 * @param sentence in words, with the cure if one is needed
 */
public record Ending(Kind kind, int step, String sentence) {

  /** The three ways to end. */
  public enum Kind {
    /** All steps were made. */
    FINISHED,
    /** The loss fell below the one asked for. */
    REACHED,
    /** The loss was no longer a finite number. */
    DIVERGED
  }

  static Ending finished(int step, double loss) {
    return new Ending(
        Kind.FINISHED,
        step,
        String.format(
            Locale.ROOT, "Made all %d steps; the loss is %s.", step, Numbers.brief(loss, 4)));
  }

  static Ending reached(int step, double loss, double until) {
    return new Ending(
        Kind.REACHED,
        step,
        String.format(
            Locale.ROOT,
            "Reached loss %s, below %s, at step %d.",
            Numbers.brief(loss),
            Numbers.brief(until),
            step));
  }

  static Ending diverged(int step, double loss, double before) {
    String was =
        step == 0
            ? ""
            : String.format(Locale.ROOT, ", after %s one step before", Numbers.brief(before));
    return new Ending(
        Kind.DIVERGED,
        step,
        String.format(
                Locale.ROOT,
                "Diverged at step %d: the loss is %s%s. ",
                step,
                Numbers.brief(loss),
                was)
            + (step == 0
                ? "The start itself overflows: take smaller weights."
                : "Take a smaller learning rate or a smaller start."));
  }

  @Override
  public String toString() {
    return sentence;
  }
}
