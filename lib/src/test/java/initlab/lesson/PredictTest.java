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
  void anUneditedDefaultIsThePlainQuestionAndThePlainAnswer() {
    assertThat(MEDIAN.guess()).hasToString("He's median? Your guess, a number, goes into guess().");
    assertThat(DEPTH.guess()).hasToString("With depth it: (1) grows, (2) shrinks, (3) stays?");
    assertThat(Predict.reveal("04-median", 0.28)).hasToString("He's median: 0.28.");
    assertThat(Predict.reveal("04-depth", "stays")).hasToString("With depth it: stays.");
    assertThat(calibration()).doesNotContain("not answered");
  }

  @Test
  void aQuestionMayBringItsOwnMark() {
    NumberQuestion asked = Predict.number("04-q", "How many?");
    assertThat(asked.guess().text()).startsWith("How many? Your guess");
    assertThat(Predict.reveal("04-q", 3)).hasToString("How many? 3.");
  }

  @Test
  void aGuessWithinAFactorThreeIsRight() {
    MEDIAN.guess(0.5);
    assertThat(Predict.reveal("04-median", 0.28).text())
        .isEqualTo("\u2713 He's median: 0.28. You said 0.5: right, within a factor 3.");
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
    assertThat(calibration()).startsWith("1 of 1 predictions answered, 1 right");
    MEDIAN.guess();
    assertThat(calibration()).startsWith("Predictions of this lesson: 1.");
  }

  @Test
  void aTextThatIsANumberIsThatNumber() {
    assertThat(MEDIAN.guess(" 0.3 ").text()).isEqualTo("He's median? You say 0.3.");
    assertThat(MEDIAN.guess("1e-6").text()).endsWith("You say 1e-6.");
    assertThat(MEDIAN.guess(3).text()).endsWith("You say 3.");
    assertThat(MEDIAN.guess(Double.POSITIVE_INFINITY).text()).contains("You say overflow");
  }

  @Test
  void whatIsNoNumberGetsASentenceAndIsNotNoted() {
    MEDIAN.guess(0.3);
    assertThat(MEDIAN.guess("small"))
        .hasToString(
            "\u2717 guess() takes one number, such as 0.1 or 1e-6. You gave \"small\"; nothing"
                + " was noted.");
    assertThat(MEDIAN.guess(1, 2).text()).contains("You gave 1 and 2; nothing was noted.");
    assertThat(MEDIAN.guess(Double.NaN).text()).contains("You gave NaN");
    assertThat(MEDIAN.guess("NaN").text()).startsWith("\u2717");
    assertThat(MEDIAN.guess((Object) null).text()).contains("You gave null");
    assertThat(MEDIAN.guess((Object[]) null).text()).contains("You gave null");
    assertThat(MEDIAN.guess(new double[1]).text()).contains("You gave a double[]");
    assertThat(MEDIAN.guess(true).text()).contains("You gave true");
    assertThat(MEDIAN.guess("x".repeat(999)).text()).hasSizeLessThan(150);
    assertThat(calibration()).contains("0.3");
  }

  @ParameterizedTest
  @CsvSource({"' Shrinks ', shrinks", "shr, shrinks", "G, grows", "2, shrinks", "' 3', stays"})
  void aChoiceIsTakenByItsWordsItsBeginningOrItsNumber(String given, String noted) {
    assertThat(DEPTH.guess(given).text()).endsWith("? You say: " + noted + ".");
  }

  @Test
  void aNumberOfAChoiceCountsFromOne() {
    assertThat(DEPTH.guess(1).text()).endsWith("You say: grows.");
    assertThat(DEPTH.guess(3.0).text()).endsWith("You say: stays.");
    for (Object none : new Object[] {0, 4, 1.5, -1, "s", "", "explodes", Double.NaN}) {
      assertThat(DEPTH.guess(none).text())
          .startsWith("\u2717 guess() takes one of these: (1) grows, (2) shrinks, (3) stays.");
    }
    assertThat(DEPTH.guess("it", "grows").text()).contains("You gave \"it\" and \"grows\"");
    assertThat(DEPTH.guess((Object) null).text()).contains("You gave null");
    assertThat(Predict.reveal("04-depth", "stays").text()).contains("You said stays: right.");
  }

  @Test
  void choicesThatAreNumbersStandForThemselves() {
    ChoiceQuestion neurons = Predict.choice("04-n", "Neurons", "1", "2", "16");
    assertThat(neurons.guess()).hasToString("Neurons: 1, 2, 16?");
    assertThat(neurons.guess(16).text()).endsWith("You say: 16.");
    assertThat(neurons.guess("1").text()).endsWith("You say: 1.");
    assertThat(neurons.guess(3).text()).startsWith("\u2717");
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
    assertThat(calibration()).contains("Steps").doesNotContain("median");
    assertThat(Predict.reveal("04-median", 0.3).text()).contains("You said 0.3");
    Lesson.open("04");
    assertThat(calibration()).startsWith("Predictions of this lesson: 0.");
    Lesson.open("05");
  }

  @Test
  void theTableIsAlignedAndItsHtmlEscaped() {
    Predict.number("04-less", "<b>").guess(2);
    Displayable table = Lesson.calibration();
    assertThat(table.display().get("text/html"))
        .contains("<td>&lt;b&gt;</td>")
        .doesNotContain("<b>");
    assertThat(table.text().lines().skip(1))
        .containsExactly("asked  you  truth  verdict", "<b>    2    -");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, true, 'right, within a factor 3'",
    "3.2, 1, false, 0.5 decades too large",
    "-1, 1, false, of the other sign",
    "0, 1, false, it is not 0",
    "Infinity, Infinity, true, exactly right",
    "Infinity, 5, false, it does not overflow",
    "5, NaN, false, no number came out",
    "0, 0, true, exactly right"
  })
  void whetherAGuessIsRightAndWhatIsSaidAgree(
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

  private static String calibration() {
    return Lesson.calibration().text();
  }
}
