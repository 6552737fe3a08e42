package initlab.lesson;

import initlab.base.ErrorWords;
import initlab.base.TimeLimit;
import initlab.view.Displayable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An exercise's check: conditions in order, of which the first that fails gives the diagnosis. It
 * never throws, and it is what its cell shows.
 *
 * <pre>{@code
 * Check.that("He's std")
 *     .todo(() -> std.of(256) == 0)
 *     .expect("it falls with fan_in", () -> std.of(400) < std.of(100), "fan_in is not used", 1)
 *     .without(Mistakes.weights(mine, shape -> 2 / shape.fanIn()))
 *     .pass("sqrt(2/fan_in) keeps the second moment through a ReLU.")
 * }</pre>
 */
public final class Check implements Displayable {

  /** Something that holds or does not; what the reader wrote may throw. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it holds. */
    boolean holds() throws Exception;
  }

  private static final double NEAR = 2e-3;

  /** How long a reader's code may take in one condition: a minute. */
  private static final long PATIENCE_MILLIS = 60_000;

  private final String exercise;
  private final long patience;
  private final int held;
  private final @Nullable Note end;

  private Check(String exercise, long patience, int held, @Nullable Note end) {
    this.exercise = exercise;
    this.patience = patience;
    this.held = held;
    this.end = end;
  }

  /**
   * Equal to within 0.2 % of what is due, so that three digits are enough; NaN never is, and
   * infinity is equal to itself alone.
   */
  public static boolean near(double mine, double due) {
    return near(mine, due, NEAR);
  }

  /**
   * Equal to within a share of what is due; NaN never is, and infinity is equal to itself alone.
   *
   * @param share 0.01 allows 1 %
   */
  public static boolean near(double mine, double due, double share) {
    return mine == due || (Double.isFinite(due) && Math.abs(mine - due) <= share * Math.abs(due));
  }

  /** Begins the check of an exercise, by its name. */
  public static Check that(String exercise) {
    return that(exercise, PATIENCE_MILLIS);
  }

  /** The same with another limit, in milliseconds, for each condition. */
  static Check that(String exercise, long patience) {
    return new Check(exercise, patience, 0, null);
  }

  /** Ends here, as "not done yet", while the cell still holds its default. */
  public Check todo(Condition untouched) {
    return tried(
        exercise,
        () ->
            untouched.holds()
                ? ended(Note.open(exercise + ": not done yet. Edit the line with // TODO."))
                : this);
  }

  /**
   * The next condition.
   *
   * @param condition what must hold, in a few words, said in brackets when it does not
   * @param diagnosis the mistake by its name, when it does not
   * @param hint which of the folded hints helps, from 1; 0 for none
   */
  public Check expect(String condition, Condition holds, String diagnosis, int hint) {
    return expect(condition, holds, () -> diagnosis, hint);
  }

  /** The next condition, with a diagnosis that is worked out only when it fails. */
  public Check expect(String condition, Condition holds, Supplier<String> diagnosis, int hint) {
    String asked = exercise + " (" + condition + ")";
    return tried(asked, () -> holds.holds() ? oneMore() : wrong(asked, diagnosis.get(), hint));
  }

  /**
   * The next condition: this mistake is not there. It is looked for once, and what it finds is the
   * diagnosis.
   */
  public Check without(Mistake mistake) {
    return without(mistake, 0);
  }

  /**
   * The same, with the hint that helps.
   *
   * @param hint which of the folded hints helps, from 1; 0 for none
   */
  public Check without(Mistake mistake, int hint) {
    return tried(exercise, () -> after(mistake.find(), hint));
  }

  /** Ends the check; said when every condition held. */
  public Check pass(String praise) {
    return end != null ? this : ended(Note.of(true, exercise + ": " + praise));
  }

  /** Whether every condition held and {@link #pass} was reached. */
  public boolean passed() {
    return note().mark() == Note.Mark.RIGHT;
  }

  private Check after(Optional<String> found, int hint) {
    return found.map(words -> wrong(exercise, words, hint)).orElseGet(this::oneMore);
  }

  private Check oneMore() {
    return new Check(exercise, patience, held + 1, null);
  }

  private Check wrong(String asked, String diagnosis, int hint) {
    return ended(Note.of(false, asked + ": " + sentence(diagnosis) + hintText(hint)));
  }

  /** The next step, unless the check has ended; what the reader's code does wrong ends it. */
  private Check tried(String asked, Callable<Check> next) {
    if (end != null) {
      return this;
    }
    try {
      return TimeLimit.within(patience, next);
    } catch (TimeoutException endless) {
      return ended(Note.of(false, asked + ": " + endless(patience / 1000)));
    } catch (Throwable thrown) {
      return ended(Note.of(false, asked + ": " + ErrorWords.ofCode(thrown)));
    }
  }

  private static String endless(long seconds) {
    return "your code has not ended after "
        + seconds
        + " s. Look for a loop without end; it may keep a processor busy until the kernel is"
        + " restarted.";
  }

  private Check ended(Note note) {
    return new Check(exercise, patience, held, note);
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.?!]") ? text : text + ".";
  }

  private static String hintText(int hint) {
    return hint < 1 ? "" : " Open hint " + hint + ".";
  }

  private Note note() {
    return end != null
        ? end
        : Note.open(
            exercise
                + ": "
                + held
                + (held == 1 ? " condition holds" : " conditions hold")
                + " so far.");
  }

  /** The verdict as one sentence behind its mark. */
  @Override
  public Map<String, String> display() {
    return note().display();
  }

  @Override
  public String toString() {
    return note().toString();
  }
}
