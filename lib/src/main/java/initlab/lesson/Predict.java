package initlab.lesson;

import initlab.view.Displayable;
import java.util.List;

/**
 * The reader commits to an answer before the computer gives it.
 *
 * <pre>{@code
 * Predict.number("00-he-median", "He's median after 50 layers").guess()      // still open
 * Predict.number("00-he-median", "He's median after 50 layers").guess(0.5)   // the reader's 0.5
 * Predict.choice("00-depth", "With depth the signal", "grows", "shrinks", "stays").guess("stays")
 * Predict.reveal("00-he-median", 0.28)
 * }</pre>
 *
 * <p>Predictions are kept by id: running a cell again replaces its answer.
 */
public final class Predict {
  private Predict() {}

  /** A question whose answer is a number. */
  public static NumberQuestion number(String id, String question) {
    return new NumberQuestion(id, question);
  }

  /** A question whose answer is one of the words given. */
  public static ChoiceQuestion choice(String id, String question, String... choices) {
    return new ChoiceQuestion(id, question, List.of(choices));
  }

  /** The guess beside a number that was computed or measured. */
  public static Displayable reveal(String id, double truth) {
    return show(id, truth);
  }

  /** The guess beside the right word. */
  public static Displayable reveal(String id, String truth) {
    return show(id, truth);
  }

  private static Note show(String id, Object truth) {
    var asked = Predictions.SESSION.reveal(id, truth);
    if (asked == null) {
      return Note.open(
          "The answer is "
              + Prediction.say(truth)
              + ". The question '"
              + id
              + "' was not asked in this session: run its cell first.");
    }
    if (!asked.isAnswered()) {
      return Note.info(asked.answered());
    }
    var said = " You said " + Prediction.say(asked.guess()) + ": " + asked.verdict() + ".";
    return Note.of(asked.isRight(), asked.answered() + said);
  }
}
