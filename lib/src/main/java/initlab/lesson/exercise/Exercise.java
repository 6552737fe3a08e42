package initlab.lesson.exercise;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.init.parse.Parse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * An exercise: the kind of answer that is due, when it counts as untouched, what is looked at in
 * which order, the praise, and the hints.
 *
 * <pre>{@code
 * Exercise.number("02-limit", "A uniform start")
 *     .untouched(limit -> limit == 0.5)
 *     .without(limit -> Mistakes.weights(Init.uniform(limit), shape -> 1.0 / 300))
 *     .praise("l = sqrt(3/300) = 0.1: variance l^2/3 = 1/300.")
 *     .hints("n Var(W) = 1 asks for a variance of 1/300.", "`Math.sqrt(3.0 / 300)`")
 * }</pre>
 *
 * @param <A> what the answer is
 */
public final class Exercise<A> {

  /** How long a reader's code may take in one condition: half a minute. */
  private static final long PATIENCE_MILLIS = 30_000;

  private final String id;
  private final String title;
  private final Kind<A> kind;
  private final List<BiFunction<A, Trial, Trial>> steps = new ArrayList<>();
  private Function<A, String> praise = answer -> "right.";
  private List<String> hints = List.of();

  private Exercise(String id, String title, Kind<A> kind) {
    this.id = id;
    this.title = title;
    this.kind = kind;
  }

  /** The answer is a finite number. */
  static Exercise<Double> number(String id, String title) {
    return new Exercise<>(id, title, Kind.number());
  }

  /** The answer is a whole number of at least 1. */
  static Exercise<Integer> count(String id, String title) {
    return new Exercise<>(id, title, Kind.count());
  }

  /** The answer is an array of as many finite numbers. */
  static Exercise<double[]> numbers(String id, String title, int length) {
    return new Exercise<>(id, title, Kind.numbers(length));
  }

  /** The answer is a text. */
  static Exercise<String> text(String id, String title) {
    return new Exercise<>(
        id, title, Kind.of(String.class, "a text in quotes", Optional.of(text -> text)));
  }

  /** The answer is an initializer. */
  static Exercise<Initializer> rule(String id, String title) {
    return new Exercise<>(
        id, title, Kind.of(Initializer.class, "an initializer", Optional.of(Parse::rule)));
  }

  /** The answer is a matrix. */
  static Exercise<DMatrixRMaj> matrix(String id, String title) {
    return new Exercise<>(id, title, Kind.of(DMatrixRMaj.class, "a matrix"));
  }

  /** The answer computes a number from one number. */
  static Exercise<Curve> curve(String id, String title) {
    return new Exercise<>(id, title, Kind.of(Curve.class, "a Curve"));
  }

  /** The answer computes a number from two numbers. */
  static Exercise<Formula> formula(String id, String title) {
    return new Exercise<>(id, title, Kind.of(Formula.class, "a Formula"));
  }

  /** The answer computes a gain from an activation. */
  static Exercise<GainRule> gain(String id, String title) {
    return new Exercise<>(id, title, Kind.of(GainRule.class, "a GainRule"));
  }

  /** The answer changes a network's weights. */
  static Exercise<Rescaling> rescaling(String id, String title) {
    return new Exercise<>(id, title, Kind.of(Rescaling.class, "a Rescaling"));
  }

  /** The lesson's number, a dash, and a word: "02-factor". */
  public String id() {
    return id;
  }

  /** The hints from the first to the last; words between backticks are code. */
  public List<String> hints() {
    return hints;
  }

  /** Whether an answer can be typed: a number, several with commas between, a rule, a text. */
  public boolean canBeTyped() {
    return kind.typed().isPresent();
  }

  /**
   * What is to be said of an answer that was typed: "sqrt(2 / 300)", "uniform(sqrt(6 / fanIn))". A
   * text that cannot be read is wrong, and the sentence says what is missing or unknown.
   *
   * @throws IllegalArgumentException if answers cannot be typed
   */
  public Verdict checkTyped(String text) {
    Function<String, Object> read =
        kind.typed()
            .orElseThrow(
                () -> Args.bad("the answer", "a text", kind.due(), "Answer in the notebook."));
    Object answer;
    try {
      answer = read.apply(text);
    } catch (IllegalArgumentException unreadable) {
      return new Verdict(Verdict.Kind.WRONG, title + ": " + unreadable.getMessage());
    }
    return check(answer);
  }

  /** What is to be said of an answer, whatever it is: null and another type too. */
  public Verdict check(@Nullable Object answer) {
    return check(answer, PATIENCE_MILLIS);
  }

  /** The same with another limit, in milliseconds, for each condition. */
  Verdict check(@Nullable Object answer, long patience) {
    A given = answer == null ? null : kind.read().apply(answer);
    String fault = given == null ? kind.refuse(answer) : kind.fault().apply(given);
    if (given == null || !fault.isEmpty()) {
      return new Verdict(Verdict.Kind.WRONG, title + ": " + fault);
    }
    Trial trial = Trial.of(title, patience);
    for (var step : steps) {
      trial = step.apply(given, trial);
    }
    Verdict end = trial.verdict(() -> praise.apply(given));
    return end.kind() == Verdict.Kind.OPEN ? new Verdict(Verdict.Kind.OPEN, task()) : end;
  }

  private String task() {
    return "Exercise " + id + ": edit the line with // TODO above, run it, then this cell.";
  }

  /** The default of the cell, which is no answer yet. */
  Exercise<A> untouched(Predicate<A> untouched) {
    return then((answer, trial) -> trial.todo(() -> untouched.test(answer)));
  }

  /** The next condition, the mistake by its name where it fails, and the hint that helps. */
  Exercise<A> expect(String condition, Predicate<A> holds, String diagnosis, int hint) {
    return expect(condition, holds, answer -> diagnosis, hint);
  }

  /** The same with a diagnosis that is worked out from the answer. */
  Exercise<A> expect(
      String condition, Predicate<A> holds, Function<A, String> diagnosis, int hint) {
    return then(
        (answer, trial) ->
            trial.expect(condition, () -> holds.test(answer), () -> diagnosis.apply(answer), hint));
  }

  /** The next condition: this mistake is not there. */
  Exercise<A> without(Function<A, Mistake> mistake) {
    return without(mistake, 0);
  }

  /** The same with the hint that helps. */
  Exercise<A> without(Function<A, Mistake> mistake, int hint) {
    return then((answer, trial) -> trial.without(() -> mistake.apply(answer).find(), hint));
  }

  /** What is said when all conditions hold. */
  Exercise<A> praise(String words) {
    return praise(answer -> words);
  }

  /** The same with words that are worked out from the answer. */
  Exercise<A> praise(Function<A, String> words) {
    praise = words;
    return this;
  }

  /** The hints from the first, which tells little, to the last. */
  Exercise<A> hints(String... words) {
    hints = List.of(words);
    return this;
  }

  private Exercise<A> then(BiFunction<A, Trial, Trial> step) {
    steps.add(step);
    return this;
  }
}
