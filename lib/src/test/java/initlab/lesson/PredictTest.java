package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.view.Displayable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    Predict.number("055-x", "Other").guess(7);
    Lesson.open("05");
    assertThat(Predict.reveal("055-x", 7).text()).contains("You said 7");
    Predict.number("05-depth", "Steps").guess(10);
    assertThat(calibration()).contains("05-depth").doesNotContain("04-median");
    assertThat(Predict.reveal("04-median", 0.3).text()).contains("You said 0.3");
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

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, true, a factor 2 too small",
    "2, 1, true, a factor 2 too large",
    "2.0001, 1, false, a factor 2 too large",
    "-1, 1, false, of the other sign",
    "0, 1, false, of another kind",
    "Infinity, Infinity, true, exactly right",
    "Infinity, 5, false, of another kind",
    "5, NaN, false, of another kind",
    "0, 0, true, exactly right"
  })
  void aGuessIsRightWithinAFactorTwoAndTheSentenceAgrees(
      double guess, double truth, boolean right, String verdict) {
    MEDIAN.guess(guess);
    assertThat(Predict.reveal("04-median", truth).text())
        .startsWith(right ? "\u2713 He's median: " : "\u2717 He's median: ")
        .endsWith(": " + verdict + ".");
  }

  /** A word where the truth is a number, and the other way round, is no right answer. */
  @Test
  void wordsAndNumbersAreNeverTheSame() {
    DEPTH.guess("grows");
    assertThat(Predict.reveal("04-depth", 3).text())
        .isEqualTo("\u2717 With depth it: 3. You said grows: another answer is right.");
    MEDIAN.guess(3);
    assertThat(Predict.reveal("04-median", "3").text()).startsWith("\u2717").contains("You said 3");
  }

  @Test
  void aWrongWordIsWrongAndARightOneRight() {
    DEPTH.guess("grows");
    assertThat(Predict.reveal("04-depth", "stays").text())
        .isEqualTo("\u2717 With depth it: stays. You said grows: another answer is right.");
    DEPTH.guess("stays");
    assertThat(Predict.reveal("04-depth", "stays").text())
        .isEqualTo("\u2713 With depth it: stays. You said stays: right.");
  }

  @Test
  void anOpenChoiceNamesItsChoicesAndKeepsNoOldAnswer() {
    DEPTH.guess("grows");
    assertThat(DEPTH.guess().text())
        .isEqualTo(
            "\u2026 With depth it: grows, shrinks, stays? Not answered: put one of them, in quotes,"
                + " into guess().");
    assertThat(Predict.reveal("04-depth", "stays").text())
        .startsWith("\u2026 With depth it: stays. You have not answered");
    assertThat(DEPTH.guess("it", "grows").text())
        .isEqualTo(
            "\u2717 With depth it: grows, shrinks, stays? \"it grows\" is none of them, and was not"
                + " noted.");
    assertThat(calibration()).startsWith("Predictions: 0 of 1 answered.");
  }

  @Test
  void aNumberIsSaidBackAndAnOpenQuestionAsksForIt() {
    assertThat(MEDIAN.guess(1e-15).text()).isEqualTo("He's median? You say 1e-15.");
    assertThat(MEDIAN.guess().text())
        .isEqualTo(
            "\u2026 He's median? Not answered: put a number between the parentheses of guess().");
    assertThat(MEDIAN.guess(1, 2).text())
        .isEqualTo("\u2717 One number, please: 2 were given, none noted.");
    assertThat(MEDIAN.guess(Double.NaN).text()).startsWith("\u2717 NaN is not a guess.");
    assertThat(Predict.reveal("04-none", 2).text()).startsWith("\u2026 The answer is 2.");
  }

  private static String calibration() {
    return Lesson.calibration().text();
  }
}
