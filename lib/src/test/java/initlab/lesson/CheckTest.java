package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

  private static Check checkOf(double variance) {
    return Check.that("He")
        .todo(() -> variance == 0)
        .expect("it is positive", () -> variance > 0, "a variance is positive", 1)
        .expect("it is 2/n", () -> variance == 2, () -> "the factor 2 is missing: " + variance, 2)
        .pass("sqrt(2/fan_in) it is.");
  }

  @Test
  void aRightAnswerPasses() {
    assertThat(checkOf(2).text()).isEqualTo("\u2713 He: sqrt(2/fan_in) it is.");
    assertThat(checkOf(2).passed()).isTrue();
  }

  @Test
  void theFirstConditionThatFailsGivesTheDiagnosis() {
    assertThat(checkOf(-1))
        .hasToString("\u2717 He (it is positive): a variance is positive. Open hint 1.");
    assertThat(checkOf(1))
        .hasToString("\u2717 He (it is 2/n): the factor 2 is missing: 1.0. Open hint 2.");
    assertThat(checkOf(1).passed()).isFalse();
  }

  @Test
  void aDiagnosisMayAsk() {
    assertThat(Check.that("He").expect("a", () -> false, "are the fans swapped?", 2).pass("yes"))
        .hasToString("\u2717 He (a): are the fans swapped? Open hint 2.");
  }

  @Test
  void theUntouchedDefaultIsNotDoneYet() {
    assertThat(checkOf(0).text()).startsWith("\u2026 He: not done yet");
    assertThat(checkOf(0).passed()).isFalse();
  }

  @Test
  void afterAFailureNothingElseRuns() {
    var ran = new AtomicInteger();
    Check.that("He")
        .expect("a", () -> false, "no", 0)
        .expect("b", () -> ran.incrementAndGet() > 0, "no", 0)
        .pass("yes");
    assertThat(ran).hasValue(0);
  }

  @Test
  void whatTheReadersCodeThrowsIsSaidInOneSentence() {
    var none = new double[0];
    assertThat(Check.that("He").expect("a", () -> none[0] > 0, "no", 0).pass("yes").text())
        .contains("your code stopped with ArrayIndexOutOfBoundsException: Index 0");
    assertThat(Check.that("He").expect("a", CheckTest::endless, "no", 0).pass("yes").text())
        .contains("calls itself without end");
    assertThat(Check.that("He").todo(CheckTest::broken).pass("yes").text())
        .endsWith("your code stopped with IllegalStateException.");
  }

  @Test
  void aDiagnosisThatThrowsIsCaughtToo() {
    var check =
        Check.that("He")
            .expect(
                "a",
                () -> false,
                () -> {
                  throw new IllegalStateException("two\nlines");
                },
                0);
    assertThat(check.text()).endsWith("IllegalStateException: two.");
  }

  @Test
  void aMistakeIsLookedForOnceAndWhatItFindsIsSaid() {
    var looked = new AtomicInteger();
    Mistake swapped = () -> Optional.of("the fans are swapped, " + looked.incrementAndGet());
    Check check = Check.that("He").without(swapped, 1).without(swapped).pass("yes");
    assertThat(check).hasToString("\u2717 He: the fans are swapped, 1. Open hint 1.");
    assertThat(looked).hasValue(1);
    assertThat(Check.that("He").without(swapped).pass("yes"))
        .hasToString("\u2717 He: the fans are swapped, 2.");
  }

  @Test
  void withoutAMistakeTheConditionHolds() {
    Check check = Check.that("He").without(Optional::empty);
    assertThat(check).hasToString("\u2026 He: 1 condition holds so far.");
    assertThat(check.pass("yes").passed()).isTrue();
  }

  @Test
  void aMistakeThatThrowsIsSaidInOneSentence() {
    Mistake broken =
        () -> {
          throw new IOException("no such file");
        };
    assertThat(Check.that("He").without(broken).pass("yes").text())
        .endsWith("your code stopped with IOException: no such file.");
  }

  @Test
  void aCheckWithoutItsEndSaysSo() {
    assertThat(Check.that("He").expect("a", () -> true, "no", 0).text())
        .isEqualTo("\u2026 He: 1 condition holds so far.");
  }

  @Test
  void conditionsAreCountedUntilOneFails() {
    Check two = Check.that("He").expect("a", () -> true, "no", 0).expect("b", () -> true, "no", 0);
    assertThat(two).hasToString("\u2026 He: 2 conditions hold so far.");
    assertThat(two.passed()).isFalse();
    assertThat(Check.that("He")).hasToString("\u2026 He: 0 conditions hold so far.");
    assertThat(two.display()).isEqualTo(Note.open("He: 2 conditions hold so far.").display());
  }

  @Test
  void hintsAreNamedFromOneOn() {
    assertThat(Check.that("He").expect("a", () -> false, "no", 0))
        .hasToString("\u2717 He (a): no.");
    assertThat(Check.that("He").expect("a", () -> false, "no!", 1))
        .hasToString("\u2717 He (a): no! Open hint 1.");
  }

  /** What ended the check stays its end: neither a pass nor a later to-do takes it back. */
  @Test
  void theFirstEndIsTheLast() {
    Check failed = Check.that("He").expect("a", () -> false, "no", 0);
    assertThat(failed.todo(() -> true).without(() -> Optional.of("x")).pass("yes"))
        .hasToString("\u2717 He (a): no.");
    assertThat(Check.that("He").pass("yes").expect("a", () -> false, "no", 0).pass("again"))
        .hasToString("\u2713 He: yes");
  }

  /** The reader's loop looks at no flag; it is left behind, and the notebook goes on. */
  @Test
  void anAnswerThatNeverEndsIsSaidToBeOne() {
    var stop = new AtomicBoolean();
    Check check =
        Check.that("He", 30)
            .expect(
                "it ends",
                () -> {
                  while (!stop.get()) {
                    Thread.onSpinWait();
                  }
                  return true;
                },
                "no",
                0)
            .pass("yes");
    stop.set(true);
    assertThat(check.text())
        .startsWith("\u2717 He (it ends): your code has not ended after 0 s. Look for a loop");
    assertThat(check.passed()).isFalse();
  }

  @Test
  void anInterruptEndsTheCheckAndStaysSet() {
    Thread.currentThread().interrupt();
    Check check = Check.that("He").expect("a", () -> true, "no", 0);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(check.text()).contains("your code stopped with CancellationException: interrupted");
  }

  private static boolean endless() {
    return endless() || endless();
  }

  private static boolean broken() {
    throw new IllegalStateException();
  }

  @ParameterizedTest
  @CsvSource({
    "1.001999, 1, true",
    "1.002001, 1, false",
    "0.998001, 1, true",
    "0.997999, 1, false",
    "-500.999, -500, true",
    "-501.001, -500, false",
    "0.0883, 0.08839, true",
    "0.088, 0.08839, false",
    "-0.375, 0.375, false",
    "0, 0, true",
    "1e-300, 0, false",
    "NaN, 1, false",
    "1, NaN, false",
    "NaN, NaN, false",
    "5, Infinity, false",
    "Infinity, 5, false",
    "Infinity, Infinity, true",
    "Infinity, -Infinity, false"
  })
  void nearAllowsThreeDigits(double mine, double due, boolean near) {
    assertThat(Check.near(mine, due)).isEqualTo(near);
  }

  @Test
  void nearAllowsTheShareAskedFor() {
    assertThat(Check.near(0.088, 0.08839, 0.01)).isTrue();
    assertThat(Check.near(110, 100, 0.1)).isTrue();
    assertThat(Check.near(110.1, 100, 0.1)).isFalse();
    assertThat(Check.near(89.9, 100, 0.1)).isFalse();
    assertThat(Check.near(5, Double.POSITIVE_INFINITY, 0.5)).isFalse();
  }
}
