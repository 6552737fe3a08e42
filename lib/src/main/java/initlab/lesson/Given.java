package initlab.lesson;

import initlab.base.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader put between the parentheses of guess(): one answer, none, several, or no answer.
 */
final class Given {
  private static final int LONGEST = 40;

  private Given() {}

  /** The one number, if it is one; a text may be a number too. */
  static Optional<Double> number(@Nullable Object @Nullable [] given) {
    if (given == null || given.length != 1) {
      return Optional.empty();
    }
    if (given[0] instanceof Number number) {
      return Optional.of(number.doubleValue()).filter(x -> !Double.isNaN(x));
    }
    return given[0] instanceof String text ? parsed(text) : Optional.empty();
  }

  private static Optional<Double> parsed(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(x -> !Double.isNaN(x));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** The one choice: by its words, by a beginning that no other has, or by its number from 1. */
  static Optional<String> choice(@Nullable Object @Nullable [] given, List<String> choices) {
    if (given == null || given.length != 1 || given[0] == null) {
      return Optional.empty();
    }
    var word = word(given[0]).strip().toLowerCase(Locale.ROOT);
    var same = choices.stream().filter(word::equalsIgnoreCase).findFirst();
    if (same.isPresent()) {
      return same;
    }
    if (!areNumbers(choices) && parsed(word).isPresent()) {
      double number = parsed(word).get();
      boolean listed = number >= 1 && number <= choices.size() && number == Math.rint(number);
      return listed ? Optional.of(choices.get((int) number - 1)) : Optional.empty();
    }
    var begun = choices.stream().filter(c -> c.toLowerCase(Locale.ROOT).startsWith(word)).toList();
    return begun.size() == 1 && !word.isEmpty() ? Optional.of(begun.get(0)) : Optional.empty();
  }

  /** Whether every choice is a number itself: "1", "2", "16". */
  static boolean areNumbers(List<String> choices) {
    return choices.stream().allMatch(choice -> parsed(choice).isPresent());
  }

  /** Why nothing was noted: what was given, and what is due. */
  static String refuse(@Nullable Object @Nullable [] given, String due) {
    var what =
        given == null
            ? "null"
            : Arrays.stream(given).map(Given::words).collect(Collectors.joining(" and "));
    return "guess() takes " + due + ". You gave " + what + "; nothing was noted.";
  }

  private static String words(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof String text ? "\"" + clipped(text) + "\"" : clipped(word(value));
  }

  private static String word(Object value) {
    return value instanceof Number number ? Numbers.brief(number.doubleValue()) : named(value);
  }

  private static String named(Object value) {
    return value instanceof String || value instanceof Boolean || value instanceof Character
        ? value.toString()
        : "a " + value.getClass().getSimpleName();
  }

  private static String clipped(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }
}
