package initlab.lesson;

import initlab.base.ErrorWords;
import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.nn.Network;
import initlab.view.Displayable;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * An exercise's check: conditions in order, of which the first that fails gives the diagnosis. It
 * never throws, and it is what its cell shows.
 *
 * <pre>{@code
 * Check.that("He's std")
 *     .todo(() -> std.of(256) == 0)
 *     .expect("it falls with fan_in", () -> std.of(400) < std.of(100), "fan_in is not used", 1)
 *     .expect("Var W = 2/fan_in", () -> near(std.of(200), 0.1), "the factor 2 is missing", 2)
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

  private final String exercise;
  private final int held;
  private final @Nullable Note end;

  private Check(String exercise, int held, @Nullable Note end) {
    this.exercise = exercise;
    this.held = held;
    this.end = end;
  }

  /** Equal to within 0.2 % of what is due, so that three digits are enough; NaN never is. */
  public static boolean near(double mine, double due) {
    return near(mine, due, NEAR);
  }

  /**
   * Equal to within a share of what is due; NaN never is.
   *
   * @param share 0.01 allows 1 %
   */
  public static boolean near(double mine, double due, double share) {
    return Math.abs(mine - due) <= share * Math.abs(due);
  }

  /** Begins the check of an exercise, by its name. */
  public static Check that(String exercise) {
    return new Check(exercise, 0, null);
  }

  /** Ends here, as "not done yet", while the cell still holds its default. */
  public Check todo(Condition untouched) {
    return step(
        untouched,
        () -> ended(Note.open(exercise + ": not done yet. Edit the line with // TODO.")),
        () -> this);
  }

  /**
   * The next condition.
   *
   * @param condition what must hold, as the reader will see it when it does
   * @param diagnosis the mistake by its name, when it does not
   * @param hint which of the folded hints helps, from 1; 0 for none
   */
  public Check expect(String condition, Condition holds, String diagnosis, int hint) {
    return expect(condition, holds, () -> diagnosis, hint);
  }

  /** The next condition, with a diagnosis that is worked out only when it fails. */
  public Check expect(String condition, Condition holds, Supplier<String> diagnosis, int hint) {
    return step(
        holds,
        () -> new Check(exercise, held + 1, null),
        () -> ended(Note.of(false, exercise + ": " + sentence(diagnosis.get()) + hintText(hint))));
  }

  /**
   * The next condition: the weights that a rule draws have mean 0 and the variance that is due. The
   * diagnosis names the mistake: swapped fans, a factor 2, a variance for a standard deviation, a
   * uniform limit without sqrt 3.
   *
   * @param mine what the reader wrote
   * @param due the variance that a weight of a shape is due
   */
  public Check weights(Initializer mine, ToDoubleFunction<WeightShape> due) {
    return expect(
        "the weights have the variance that is due",
        () -> WeightCheck.mistake(mine, due).isEmpty(),
        () -> WeightCheck.mistake(mine, due).orElseThrow(),
        0);
  }

  /**
   * The next condition: the weights are not what a known mistake would give.
   *
   * @param mine what the reader wrote
   * @param wrong the variance that a weight of a shape has under that mistake
   * @param diagnosis the mistake by its name
   * @param hint which of the folded hints helps, from 1; 0 for none
   */
  public Check unlike(
      Initializer mine, ToDoubleFunction<WeightShape> wrong, String diagnosis, int hint) {
    return expect(diagnosis, () -> WeightCheck.mistake(mine, wrong).isPresent(), diagnosis, hint);
  }

  /**
   * The next condition: a function gives every activation the gain 1 / sqrt(E f(z)^2). The
   * diagnosis names the mistake: a moment for a gain, a missing root, the variance for the second
   * moment, the slope for the function, ReLU's gain for every f.
   */
  public Check gain(ToDoubleFunction<Activation> mine) {
    return expect(
        "the gain keeps the second moment",
        () -> GainCheck.mistake(mine).isEmpty(),
        () -> GainCheck.mistake(mine).orElseThrow(),
        0);
  }

  /**
   * The next condition: a rule draws uniformly distributed orthogonal matrices, also tall and wide
   * ones. The diagnosis names the mistake: a wrong shape, no factorization, another length than 1,
   * no sign fix after QR.
   */
  public Check orthogonal(Initializer mine) {
    return expect(
        "the matrices are orthogonal and uniformly distributed",
        () -> OrthogonalCheck.mistake(mine).isEmpty(),
        () -> OrthogonalCheck.mistake(mine).orElseThrow(),
        0);
  }

  /**
   * The next condition: a rescaling, given a network and a batch, brings the pre-activations of
   * every layer to variance 1. The diagnosis names the mistake: a layer left out, the variance for
   * its root, all layers measured before any was rescaled.
   */
  public Check lsuv(BiConsumer<Network, DMatrixRMaj> mine) {
    return expect(
        "every layer ends with variance 1",
        () -> LsuvCheck.mistake(mine).isEmpty(),
        () -> LsuvCheck.mistake(mine).orElseThrow(),
        0);
  }

  /** Ends the check; said when every condition held. */
  public Check pass(String praise) {
    return end != null ? this : ended(Note.of(true, exercise + ": " + praise));
  }

  /** Whether every condition held and {@link #pass} was reached. */
  public boolean passed() {
    return note().mark() == Note.Mark.RIGHT;
  }

  private Check step(Condition condition, Supplier<Check> yes, Supplier<Check> no) {
    if (end != null) {
      return this;
    }
    try {
      return condition.holds() ? yes.get() : no.get();
    } catch (Throwable thrown) {
      return ended(Note.of(false, exercise + ": " + ErrorWords.ofCode(thrown)));
    }
  }

  private Check ended(Note note) {
    return new Check(exercise, held, note);
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
