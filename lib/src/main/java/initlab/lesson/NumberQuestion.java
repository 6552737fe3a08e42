package initlab.lesson;

import initlab.base.Numbers;
import initlab.view.Displayable;

/**
 * A question whose answer is a number.
 *
 * @param id the lesson's number, a dash, and a word: "00-he-median"
 * @param question the quantity asked for
 */
public record NumberQuestion(String id, String question) {

  /** Notes the reader's guess, one number; none at all leaves the question open. */
  public Displayable guess(double... numbers) {
    if (numbers.length > 1) {
      return Note.of(false, "One number, please: " + numbers.length + " were given, none noted.");
    }
    if (numbers.length == 1 && Double.isNaN(numbers[0])) {
      return Note.of(false, "NaN is not a guess. For overflow say Double.POSITIVE_INFINITY.");
    }
    var guess = numbers.length == 0 ? null : (Double) numbers[0];
    Predictions.SESSION.ask(id, question, guess);
    return guess == null
        ? Note.open(question + "? Not answered: put a number between the parentheses of guess().")
        : Note.info(question + "? You say " + Numbers.inWords(guess) + ".");
  }
}
