package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.view.Displayable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictTest {
  private static final NumberQuestion MEDIAN = Predict.number("04-median", "He's median");
  private static final ChoiceQuestion DEPTH =
      Predict.choice("04-depth", "With depth it", "grows", "shrinks", "stays");

  @BeforeEach
  void open() {
    Lesson.open("04");
  }

  @Test
  void anUneditedDefaultIsNotAnswered() {
    assertThat(MEDIAN.guess().text()).contains("He's median", "Not answered");
    assertThat(Predict.reveal("04-median", 0.28).text()).startsWith("\u2026").contains("0.28");
    assertThat(calibration()).startsWith("Predictions: 0 of 1 answered.").contains("not answered");
  }

  @Test
  void aGuessWithinAFactorTwoIsRight() {
    MEDIAN.guess(0.5);
    assertThat(Predict.reveal("04-median", 0.28).text())
        .isEqualTo("\u2713 He's median: 0.28. You said 0.5: a factor 1.79 too large.");
  }

  @Test
  void aGuessFarOffIsMeasuredInDecades() {
    MEDIAN.guess(1);
    assertThat(Predict.reveal("04-median", 1e-15).text())
        .startsWith("\u2717")
        .endsWith("15 decades too large.");
  }

  @Test
  void anotherRunReplacesTheAnswer() {
    MEDIAN.guess(1);
    MEDIAN.guess(0.3);
    Predict.reveal("04-median", 0.28);
    Predict.reveal("04-median", 0.28);
    assertThat(calibration()).startsWith("Predictions: 1 of 1 answered, 1 right");
    MEDIAN.guess();
    assertThat(calibration()).startsWith("Predictions: 0 of 1 answered.");
  }

  @Test
  void twoNumbersOrNoneAtAllAreExplained() {
    MEDIAN.guess(0.3);
    assertThat(MEDIAN.guess(1, 2).text()).contains("One number");
    assertThat(MEDIAN.guess(Double.NaN).text()).contains("NaN is not a guess");
    assertThat(calibration()).contains("0.3");
  }

  @Test
  void aWordIsTakenInAnyCase() {
    assertThat(DEPTH.guess(" Shrinks ").text()).endsWith("You say shrinks.");
    assertThat(Predict.reveal("04-depth", "shrinks").text()).startsWith("\u2713").contains("right");
  }

  @Test
  void anotherWordIsRefusedWithTheChoices() {
    DEPTH.guess("grows");
    assertThat(DEPTH.guess("explodes").text()).contains("grows, shrinks, stays", "explodes");
    assertThat(Predict.reveal("04-depth", "stays").text()).contains("You said grows");
  }

  @Test
  void aQuestionNeverAskedStillGetsItsAnswer() {
    assertThat(Predict.reveal("04-none", 2).text()).contains("The answer is 2", "'04-none'");
  }

  @Test
  void openingALessonForgetsItsAnswersOnly() {
    MEDIAN.guess(0.3);
    Lesson.open("05");
    Predict.number("05-depth", "Steps").guess(10);
    assertThat(calibration()).contains("05-depth").doesNotContain("04-median");
    Lesson.open("04");
    assertThat(calibration()).startsWith("Predictions: 0 of 0 answered.");
    Lesson.open("05");
  }

  @Test
  void theTableIsAlignedAndItsHtmlEscaped() {
    Predict.number("04-<b>", "Less").guess(2);
    Displayable table = Lesson.calibration();
    assertThat(table.display().get("text/html")).contains("04-&lt;b&gt;").doesNotContain("<b>");
    assertThat(table.text().lines().skip(1))
        .containsExactly(
            "prediction  you  truth  verdict", "04-<b>      2    -      truth not shown yet");
  }

  private static String calibration() {
    return Lesson.calibration().text();
  }
}
