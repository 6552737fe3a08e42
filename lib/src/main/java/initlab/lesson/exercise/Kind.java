package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.parse.Parse;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kind of answer that an exercise is due.
 *
 * @param due the kind in words: "a number"
 * @param read the answer as it is needed; null if it is of another kind
 * @param fault what is wrong with an answer of this kind, in a sentence; empty if nothing is
 * @param typed the answer that a text stands for; empty if none does
 */
record Kind<A>(
    String due,
    Function<Object, @Nullable A> read,
    Function<A, String> fault,
    Optional<Function<String, Object>> typed) {

  /** A finite number. */
  static Kind<Double> number() {
    return new Kind<>(
        "a number",
        x -> x instanceof Number n ? (Double) n.doubleValue() : null,
        Kind::numberFault,
        Optional.of(Parse::number));
  }

  /** A whole number of at least 1. */
  static Kind<Integer> count() {
    return new Kind<>(
        "a whole number of at least 1", Kind::asCount, n -> "", Optional.of(Parse::number));
  }

  /** As many finite numbers as asked. */
  static Kind<double[]> numbers(int length) {
    return new Kind<>(
        "an array of " + length + " numbers",
        Kind::asArray,
        x -> fault(x, length),
        Optional.of(Kind::typedNumbers));
  }

  /** Something that is of this type, and that nobody types. */
  static <A> Kind<A> of(Class<A> type, String due) {
    return of(type, due, Optional.empty());
  }

  /** Something that is of this type, which a text may stand for. */
  static <A> Kind<A> of(Class<A> type, String due, Optional<Function<String, Object>> typed) {
    return new Kind<>(due, x -> type.isInstance(x) ? type.cast(x) : null, x -> "", typed);
  }

  /** Why this answer cannot be tried: "the answer is the text "0.1", and a number is due." */
  String refuse(@Nullable Object answer) {
    return "the answer is " + Given.words(answer) + ", and " + due + " is due.";
  }

  /** Numbers between commas. */
  private static double[] typedNumbers(String text) {
    return Stream.of(text.split(",", -1)).mapToDouble(Parse::number).toArray();
  }

  private static @Nullable Integer asCount(Object x) {
    boolean whole =
        x instanceof Number n && n.doubleValue() >= 1 && n.doubleValue() == n.intValue();
    return whole ? (Integer) ((Number) x).intValue() : null;
  }

  private static double @Nullable [] asArray(Object x) {
    if (x instanceof int[] whole) {
      return Arrays.stream(whole).asDoubleStream().toArray();
    }
    return x instanceof double[] numbers ? numbers : null;
  }

  private static String fault(double[] x, int length) {
    if (x.length != length) {
      return "the array has " + x.length + " numbers, and " + length + " are due.";
    }
    return Arrays.stream(x)
        .mapToObj(Kind::numberFault)
        .filter(f -> !f.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String numberFault(double x) {
    if (Double.isNaN(x)) {
      return "the answer is NaN, not a number: look for 0 / 0, or for the root of a negative number.";
    }
    return Double.isInfinite(x)
        ? "the answer is " + Numbers.inWords(x) + ": look for a division by 0."
        : "";
  }
}
