package initlab.lesson.exercise;

import initlab.base.ErrorWords;
import initlab.base.TimeLimit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries one answer: conditions in order, of which the first that fails gives the diagnosis. It
 * never throws, whatever the reader's code does, and it knows no exercise.
 *
 * <pre>{@code
 * Trial.of("He's std", 30_000)
 *     .todo(() -> std.of(256) == 0)
 *     .expect("it falls with fan_in", () -> std.of(400) < std.of(100), () -> "fan_in is not used", 1)
 *     .without(Mistakes.weights(mine, shape -> 2 / shape.fanIn()), 0)
 *     .verdict(() -> "sqrt(2/fan_in) keeps the second moment through a ReLU.")
 * }</pre>
 */
final class Trial {

  /** Something that holds or does not; what the reader wrote may throw. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  private static final double NEAR = 2e-3;

  private final String title;
  private final long patience;
  private final @Nullable Verdict end;

  private Trial(String title, long patience, @Nullable Verdict end) {
    this.title = title;
    this.patience = patience;
    this.end = end;
  }

  /**
   * Begins the trial of an answer.
   *
   * @param title the exercise by its name
   * @param patience how long each condition may take, in milliseconds
   */
  static Trial of(String title, long patience) {
    return new Trial(title, patience, null);
  }

  /**
   * Equal to within 0.2 % of what is due, so that three digits are enough; NaN never is, and
   * infinity is equal to itself alone.
   */
  static boolean near(double mine, double due) {
    return near(mine, due, NEAR);
  }

  /**
   * Equal to within a share of what is due; NaN never is, and infinity is equal to itself alone.
   *
   * @param share 0.01 allows 1 %
   */
  static boolean near(double mine, double due, double share) {
    return mine == due || (Double.isFinite(due) && Math.abs(mine - due) <= share * Math.abs(due));
  }

  /** Ends here, as open, while the cell still holds its default. */
  Trial todo(Condition untouched) {
    return tried(title, () -> untouched.holds() ? ended(Verdict.Kind.OPEN, "") : this);
  }

  /**
   * The next condition.
   *
   * @param condition what must hold, in a few words, said in brackets when it does not
   * @param diagnosis the mistake by its name, worked out only when it does not
   * @param hint which of the hints helps, from 1; 0 for none
   */
  Trial expect(String condition, Condition holds, Supplier<String> diagnosis, int hint) {
    String asked = title + " (" + condition + ")";
    return tried(asked, () -> holds.holds() ? this : wrong(asked, diagnosis.get(), hint));
  }

  /**
   * The next condition: this mistake is not there. It is looked for once, and what it finds is the
   * diagnosis.
   *
   * @param hint which of the hints helps, from 1; 0 for none
   */
  Trial without(Mistake mistake, int hint) {
    return tried(title, () -> after(mistake.find(), hint));
  }

  /** The first condition that failed, or the praise where all held. */
  Verdict verdict(Supplier<String> praise) {
    Trial last =
        tried(title, () -> ended(Verdict.Kind.RIGHT, title + ": " + sentence(praise.get())));
    return last.end != null ? last.end : new Verdict(Verdict.Kind.OPEN, "");
  }

  private Trial after(Optional<String> found, int hint) {
    return found.map(words -> wrong(title, words, hint)).orElse(this);
  }

  private Trial wrong(String asked, String diagnosis, int hint) {
    String help = hint < 1 ? "" : " Open hint " + hint + ".";
    return ended(Verdict.Kind.WRONG, asked + ": " + sentence(diagnosis) + help);
  }

  /** The next step, unless the trial has ended; what the reader's code does wrong ends it. */
  private Trial tried(String asked, Callable<Trial> next) {
    if (end != null) {
      return this;
    }
    try {
      return TimeLimit.within(patience, next);
    } catch (TimeoutException endless) {
      return ended(Verdict.Kind.WRONG, asked + ": " + endless(patience / 1000));
    } catch (Throwable thrown) {
      return ended(Verdict.Kind.WRONG, asked + ": " + ErrorWords.ofCode(thrown));
    }
  }

  private static String endless(long seconds) {
    return "your code has not ended after "
        + seconds
        + " s. Look for a loop without end; it may keep a processor busy until the kernel is"
        + " restarted.";
  }

  private Trial ended(Verdict.Kind kind, String sentence) {
    return new Trial(title, patience, new Verdict(kind, sentence));
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? text : text + ".";
  }
}
