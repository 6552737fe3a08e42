package initlab.lesson;

import initlab.view.Displayable;
import java.util.List;

/**
 * A question whose answer is one of a few words.
 *
 * @param id the lesson's number, a dash, and a word: "00-depth"
 * @param question what is asked
 * @param choices the words
 */
public record ChoiceQuestion(String id, String question, List<String> choices) {

  /** Notes the reader's word; none at all leaves the question open. */
  public Displayable guess(String... words) {
    var asked = question + ": " + String.join(", ", choices) + "? ";
    if (words.length == 0) {
      Predictions.SESSION.ask(id, question, null);
      return Note.open(asked + "Not answered: put one of them, in quotes, into guess().");
    }
    var word = String.join(" ", words).strip();
    var choice = choices.stream().filter(word::equalsIgnoreCase).findFirst();
    if (choice.isEmpty()) {
      return Note.of(false, asked + "\"" + word + "\" is none of them, and was not noted.");
    }
    Predictions.SESSION.ask(id, question, choice.get());
    return Note.info(asked + "You say " + choice.get() + ".");
  }
}
