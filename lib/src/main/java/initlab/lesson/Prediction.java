package initlab.lesson;

import initlab.base.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A question to the reader, the answer so far, and the truth once it was shown. Guess and truth are
 * both a {@link Double} or both a {@link String}; null is "not answered" and "not shown".
 */
record Prediction(String id, String question, @Nullable Object guess, @Nullable Object truth) {

  Prediction being(Object newTruth) {
    return new Prediction(id, question, guess, newTruth);
  }

  boolean isAnswered() {
    return guess != null;
  }

  /** Within a factor 2 of a number, or the same word. */
  boolean isRight() {
    if (guess instanceof Double g && truth instanceof Double t) {
      return Guess.isNear(g, t);
    }
    return guess != null && guess.equals(truth);
  }

  /** "a factor 3.6 too large", "right", "not answered", "truth not shown yet". */
  String verdict() {
    if (guess == null) {
      return "not answered";
    }
    if (truth == null) {
      return "truth not shown yet";
    }
    if (guess instanceof Double g && truth instanceof Double t) {
      return Guess.distance(g, t);
    }
    return isRight() ? "right" : "another answer is right";
  }

  static String say(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    return value instanceof Double number ? Numbers.inWords(number) : value.toString();
  }
}
