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

  /** The question with its mark: "He's median?". */
  static String asking(String question) {
    return question.endsWith("?") ? question : question + "?";
  }

  /** The question and its answer: "He's median: 0.65." */
  String answered() {
    var lead = question.endsWith("?") ? question + " " : question + ": ";
    return lead + say(truth) + ".";
  }

  /** Within a factor 3 of a number, or the same word. */
  boolean isRight() {
    if (guess instanceof Double g && truth instanceof Double t) {
      return Guess.isNear(g, t);
    }
    return guess != null && guess.equals(truth);
  }

  /** "0.8 decades too large", "right"; empty where nothing was guessed or nothing shown yet. */
  String verdict() {
    if (guess == null || truth == null) {
      return "";
    }
    if (guess instanceof Double g && truth instanceof Double t) {
      return Guess.distance(g, t);
    }
    return isRight() ? "right" : "another answer is right";
  }

  /** One line for a program: "prediction 00-he number 0.652"; empty where nothing was shown. */
  String line() {
    if (truth == null) {
      return "";
    }
    var kind = truth instanceof Double number ? "number " + exact(number) : "choice " + truth;
    return "prediction " + id + " " + kind + "\n";
  }

  private static String exact(double number) {
    if (Double.isFinite(number)) {
      return Numbers.exact(number);
    }
    return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
  }

  static String say(@Nullable Object value) {
    if (value == null) {
      return "-";
    }
    return value instanceof Double number ? Numbers.inWords(number) : value.toString();
  }
}
