package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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
    assertThat(checkOf(-1)).hasToString("\u2717 He: a variance is positive. Open hint 1.");
    assertThat(checkOf(1)).hasToString("\u2717 He: the factor 2 is missing: 1.0. Open hint 2.");
    assertThat(checkOf(1).passed()).isFalse();
  }

  @Test
  void aDiagnosisMayAsk() {
    assertThat(Check.that("He").expect("a", () -> false, "are the fans swapped?", 2).pass("yes"))
        .hasToString("\u2717 He: are the fans swapped? Open hint 2.");
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

  private static boolean endless() {
    return endless() || endless();
  }

  private static boolean broken() {
    throw new IllegalStateException();
  }

  @Test
  void nearAllowsThreeDigits() {
    assertThat(Check.near(0.0883, 0.08839)).isTrue();
    assertThat(Check.near(0.088, 0.08839)).isFalse();
    assertThat(Check.near(-0.375, 0.375)).isFalse();
    assertThat(Check.near(0, 0)).isTrue();
    assertThat(Check.near(Double.NaN, 1)).isFalse();
    assertThat(Check.near(1, Double.NaN)).isFalse();
    assertThat(Check.near(0.088, 0.08839, 0.01)).isTrue();
  }
}
