package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 11: the right answers pass, each known mistake gets its name. */
class EndsExercisesTest {

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "6.8, \u2713 The logits behind a loss of 29.7",
    "6.9, \u2713",
    "6.144, holds below sqrt(2 ln V) = 4.65 only",
    "6.383, try a little more",
    "5, the loss is lower",
    "27.7, it is higher",
    "-6.8, a standard deviation is above 0",
    "2000, above 4"
  })
  void theLogitsBehindALoss(double answer, String said) {
    assertThat(Tried.by("11-scale", answer)).contains(said);
  }

  private static void classes(String said, double... biases) {
    assertThat(Tried.by("11-classes", biases)).contains(said);
  }

  @Test
  void aClassWithoutExamples() {
    classes("\u2026", 0, 0, 0, 0);
    classes("\u2713", Math.log(901), Math.log(91), Math.log(10), 0);
    classes("\u2713", Math.log(900), Math.log(90), Math.log(9), Math.log(1));
    classes("\u2713", 5, 5 - Math.log(10), 5 - Math.log(100), 5 - Math.log(100) - 3);
    classes("these are counts", 900, 90, 9, 0);
    classes("for one output", odds(900), odds(90), odds(9), odds(1));
    classes("minus overflow", Math.log(900), Math.log(90), Math.log(9), Double.NEGATIVE_INFINITY);
    classes("out of reach", Math.log(900), Math.log(90), Math.log(9), -50);
    classes("rarer than one", Math.log(900), Math.log(90), Math.log(9), Math.log(9));
    classes("larger bias", 0, 1, 2, 3);
    classes("is ln 10", 3, 2, 1, 0);
    classes("90 to 9", Math.log(900), Math.log(90), 0, -3);
  }

  private static double odds(double count) {
    double p = count / 999;
    return Math.log(p / (1 - p));
  }

  @ParameterizedTest
  @CsvSource({
    "0, \u2026",
    "0.523, \u2713 A new word",
    "0.477, for the thousand old words",
    "0.000999, the row of means",
    "0.99909, 'a thousand, not one'",
    "0.3, sum 1001 exponentials",
    "1.5, between 0 and 1"
  })
  void aNewWord(double answer, String said) {
    assertThat(Tried.by("11-word", answer)).contains(said);
  }
}
