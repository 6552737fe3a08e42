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

  private static void number(String word, double truth, double... guess) {
    Predict.number("05-" + word, word).guess(guess);
    Predict.reveal("05-" + word, truth);
  }

  @Test
  void onlyRightAnswersCountAsRight() {
    number("right", 1, 1.5);
    number("wrong", 1, 2.5);
    number("open", 1);
    Predict.choice("05-word", "It", "grows", "falls").guess("grows");
    Predict.reveal("05-word", "falls");
    Predict.choice("05-good", "It", "grows", "falls").guess("falls");
    Predict.reveal("05-good", "falls");
    Predict.number("05-later", "later").guess(3);
    assertThat(table())
        .containsExactly(
            "Predictions: 5 of 6 answered, 2 right or within a factor 2.",
            "prediction  you    truth  verdict",
            "05-right    1.5    1      a factor 1.5 too large",
            "05-wrong    2.5    1      a factor 2.5 too large",
            "05-open     -      1      not answered",
            "05-word     grows  falls  another answer is right",
            "05-good     falls  falls  right",
            "05-later    3      -      truth not shown yet");
  }

  @Test
  void ofWrongAnswersAloneNoneIsRight() {
    number("wrong", 1, 0.49);
    assertThat(table().get(0))
        .isEqualTo("Predictions: 1 of 1 answered, 0 right or within a factor 2.");
  }

  @Test
  void theHtmlHoldsTheSameCells() {
    number("wrong", 1, 0.25);
    assertThat(Lesson.calibration().display().get("text/html"))
        .isEqualTo(
            "<p>Predictions: 1 of 1 answered, 0 right or within a factor 2.</p><table>"
                + "<tr><th>prediction</th><th>you</th><th>truth</th><th>verdict</th></tr>"
                + "<tr><td>05-wrong</td><td>0.25</td><td>1</td><td>a factor 4 too small</td></tr>"
                + "</table>");
  }

  /** A truth once shown stays beside a question that is asked anew. */
  @Test
  void askingAgainKeepsTheTruthAndTheOrder() {
    number("first", 8, 1);
    number("second", 1, 1);
    Predict.number("05-first", "first").guess(8);
    assertThat(table().subList(2, 4))
        .containsExactly(
            "05-first    8    8      exactly right", "05-second   1    1      exactly right");
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
