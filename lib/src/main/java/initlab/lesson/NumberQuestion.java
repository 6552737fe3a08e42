package initlab.lesson;

import initlab.base.Numbers;
import initlab.view.Displayable;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer is a number.
 *
 * @param id the lesson's number, a dash, and a word: "00-he-median"
 * @param question the quantity asked for
 */
public record NumberQuestion(String id, String question) {

  /**
   * Notes the reader's guess, one number; none at all leaves the question open. A text that is a
   * number counts as that number; anything else gets a sentence and is not noted.
   */
  public Displayable guess(@Nullable Object @Nullable ... given) {
    if (given != null && given.length == 0) {
      Predictions.SESSION.ask(id, question, null);
      return Note.info(Prediction.asking(question) + " Your guess, a number, goes into guess().");
    }
    var guess = Given.number(given);
    if (guess.isEmpty()) {
      return Note.of(false, Given.refuse(given, "one number, such as 0.1 or 1e-6"));
    }
    Predictions.SESSION.ask(id, question, guess.get());
    return Note.info(
        Prediction.asking(question) + " You say " + Numbers.inWords(guess.get()) + ".");
  }
}
