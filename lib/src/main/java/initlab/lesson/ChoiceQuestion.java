package initlab.lesson;

import initlab.view.Displayable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer is one of a few words.
 *
 * @param id the lesson's number, a dash, and a word: "00-depth"
 * @param question what is asked
 * @param choices the words
 */
public record ChoiceQuestion(String id, String question, List<String> choices) {

  /**
   * Notes the reader's choice: its words, a beginning that no other has, or its number from 1; none
   * at all leaves the question open. Anything else gets a sentence and is not noted.
   */
  public Displayable guess(@Nullable Object @Nullable ... given) {
    if (given != null && given.length == 0) {
      Predictions.SESSION.ask(id, question, null);
      return Note.info(asked() + "?");
    }
    var choice = Given.choice(given, choices);
    if (choice.isEmpty()) {
      return Note.of(false, Given.refuse(given, "one of these: " + listed()));
    }
    Predictions.SESSION.ask(id, question, choice.get());
    return Note.info(asked() + "? You say: " + choice.get() + ".");
  }

  private String asked() {
    return question + ": " + listed();
  }

  /** "(1) grows, (2) shrinks, (3) stays"; choices that are numbers stand for themselves. */
  private String listed() {
    return IntStream.range(0, choices.size())
        .mapToObj(
            i -> Given.areNumbers(choices) ? choices.get(i) : "(" + (i + 1) + ") " + choices.get(i))
        .collect(Collectors.joining(", "));
  }
}
