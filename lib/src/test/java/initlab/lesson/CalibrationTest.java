package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Right and wrong guesses, words and numbers, answered or not, before and after the truth. */
class CalibrationTest {

  @BeforeEach
  void open() {
    Lesson.open("05");
  }

  private static List<String> table() {
    return Lesson.calibration().text().lines().toList();
  }

  private static void number(String word, double truth, Object... guess) {
    Predict.number("05-" + word, word).guess(guess);
    Predict.reveal("05-" + word, truth);
  }

  @Test
  void onlyRightAnswersCountAsRight() {
    number("right", 1, 1.5);
    number("wrong", 1, 3.5);
    number("open", 1);
    Predict.choice("05-word", "It", "grows", "falls").guess("grows");
    Predict.reveal("05-word", "falls");
    Predict.choice("05-good", "It", "grows", "falls").guess("falls");
    Predict.reveal("05-good", "falls");
    Predict.number("05-later", "later").guess(3);
    assertThat(table())
        .containsExactly(
            "5 of 6 predictions answered, 2 right: the same word, or within a factor 3.",
            "asked  you    truth  verdict",
            "right  1.5    1      right, within a factor 3",
            "wrong  3.5    1      0.5 decades too large",
            "open   -      1",
            "It     grows  falls  another answer is right",
            "It     falls  falls  right",
            "later  3      -");
  }

  /** Who only reads sees what was asked and what came out, and no reproach. */
  @Test
  void whereNothingWasAnsweredThereIsNoColumnForIt() {
    number("first", 8);
    Predict.number("05-later", "later").guess();
    assertThat(table())
        .containsExactly(
            "Predictions of this lesson: 2.", "asked  what came out", "first  8", "later  -");
  }

  @Test
  void ofWrongAnswersAloneNoneIsRight() {
    number("wrong", 1, 0.3);
    assertThat(table().get(0)).startsWith("1 of 1 predictions answered, 0 right");
  }

  @Test
  void theHtmlHoldsTheSameCells() {
    number("wrong", 1, 0.25);
    assertThat(Lesson.calibration().display().get("text/html"))
        .isEqualTo(
            "<p>1 of 1 predictions answered, 0 right: the same word, or within a factor 3.</p>"
                + "<table><tr><th>asked</th><th>you</th><th>truth</th><th>verdict</th></tr>"
                + "<tr><td>wrong</td><td>0.25</td><td>1</td><td>0.6 decades too small</td></tr>"
                + "</table>");
  }

  /** A truth once shown stays beside a question that is asked anew. */
  @Test
  void askingAgainKeepsTheTruthAndTheOrder() {
    number("first", 8, 1);
    number("second", 1, 1);
    Predict.number("05-first", "first").guess(8);
    assertThat(table().subList(2, 4))
        .containsExactly("first   8    8      exactly right", "second  1    1      exactly right");
  }

  /** "5-x" and "055-x" are of other lessons, whose answers stay. */
  @Test
  void aLessonKnowsItsOwnPredictionsOnly() {
    number("mine", 1, 1);
    Predict.number("06-other", "other").guess(2);
    assertThat(table()).hasSize(3);
    Lesson.open("06");
    assertThat(table()).hasSize(2);
    Lesson.open("nowhere");
    assertThat(table()).hasSize(2);
    Lesson.open("05");
    assertThat(table()).hasSize(2);
  }
}
