package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {

  private static Trial trial(String title) {
    return Trial.of(title, 30_000);
  }

  private static String text(Trial trial) {
    return new Tried(trial.verdict(() -> "yes")).text();
  }

  private static String heOf(double variance) {
    return text(
        trial("He")
            .todo(() -> variance == 0)
            .expect("it is positive", () -> variance > 0, () -> "a variance is positive", 1)
            .expect("it is 2/n", () -> variance == 2, () -> "the factor 2 is missing", 2));
  }

  @Test
  void aRightAnswerPasses() {
    assertThat(heOf(2)).isEqualTo("\u2713 He: yes.");
  }

  @Test
  void theFirstConditionThatFailsGivesTheDiagnosis() {
    assertThat(heOf(-1))
        .isEqualTo("\u2717 He (it is positive): a variance is positive. Open hint 1.");
    assertThat(heOf(1)).isEqualTo("\u2717 He (it is 2/n): the factor 2 is missing. Open hint 2.");
  }

  @Test
  void aDiagnosisMayAsk() {
    assertThat(text(trial("He").expect("a", () -> false, () -> "are the fans swapped?", 0)))
        .isEqualTo("\u2717 He (a): are the fans swapped?");
  }

  @Test
  void theUntouchedDefaultIsOpen() {
    assertThat(trial("He").todo(() -> true).verdict(() -> "yes").kind())
        .isEqualTo(Verdict.Kind.OPEN);
  }

  @Test
  void afterAFailureNothingElseRuns() {
    var ran = new AtomicInteger();
    trial("He")
        .expect("a", () -> false, () -> "no", 0)
        .expect("b", () -> ran.incrementAndGet() > 0, () -> "no", 0)
        .verdict(() -> "yes " + ran.incrementAndGet());
    assertThat(ran).hasValue(0);
  }

  @Test
  void whatTheReadersCodeThrowsIsSaidInOneSentence() {
    var none = new double[0];
    assertThat(text(trial("He").expect("a", () -> none[0] > 0, () -> "no", 0)))
        .contains("your code stopped with ArrayIndexOutOfBoundsException: Index 0");
    assertThat(text(trial("He").expect("a", TrialTest::endless, () -> "no", 0)))
        .contains("calls itself without end");
    assertThat(text(trial("He").todo(TrialTest::broken)))
        .endsWith("your code stopped with IllegalStateException.");
  }

  @Test
  void aDiagnosisOrAPraiseThatThrowsIsCaughtToo() {
    assertThat(text(trial("He").expect("a", () -> false, TrialTest::thrown, 0)))
        .endsWith("IllegalStateException: two.");
    assertThat(new Tried(trial("He").verdict(TrialTest::thrown)).text())
        .isEqualTo("\u2717 He: your code stopped with IllegalStateException: two.");
  }

  private static String thrown() {
    throw new IllegalStateException("two\nlines");
  }

  @Test
  void aMistakeIsLookedForOnceAndWhatItFindsIsSaid() {
    var looked = new AtomicInteger();
    Mistake swapped = () -> Optional.of("the fans are swapped, " + looked.incrementAndGet());
    assertThat(text(trial("He").without(swapped, 1).without(swapped, 0)))
        .isEqualTo("\u2717 He: the fans are swapped, 1. Open hint 1.");
    assertThat(looked).hasValue(1);
    assertThat(text(trial("He").without(Optional::empty, 1))).isEqualTo("\u2713 He: yes.");
  }

  @Test
  void aMistakeThatThrowsIsSaidInOneSentence() {
    Mistake broken =
        () -> {
          throw new IOException("no such file");
        };
    assertThat(text(trial("He").without(broken, 0)))
        .endsWith("your code stopped with IOException: no such file.");
  }

  /** What ended the trial stays its end: neither a later condition nor a to-do takes it back. */
  @Test
  void theFirstEndIsTheLast() {
    Trial failed = trial("He").expect("a", () -> false, () -> "no", 0);
    assertThat(text(failed.todo(() -> true).without(() -> Optional.of("x"), 0)))
        .isEqualTo("\u2717 He (a): no.");
  }

  /** The reader's loop looks at no flag; it is left behind, and the notebook goes on. */
  @Test
  void anAnswerThatNeverEndsIsSaidToBeOne() {
    var stop = new AtomicBoolean();
    String said =
        text(
            Trial.of("He", 30)
                .expect(
                    "it ends",
                    () -> {
                      while (!stop.get()) {
                        Thread.onSpinWait();
                      }
                      return true;
                    },
                    () -> "no",
                    0));
    stop.set(true);
    assertThat(said)
        .startsWith("\u2717 He (it ends): your code has not ended after 0 s. Look for a loop");
  }

  @Test
  void anInterruptEndsTheTrialAndStaysSet() {
    Thread.currentThread().interrupt();
    Trial trial = trial("He").expect("a", () -> true, () -> "no", 0);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(text(trial)).contains("your code stopped with CancellationException: interrupted");
  }

  @Test
  void aSentenceWithoutEndIsCut() {
    String said = text(trial("He").expect("a", () -> false, () -> "no".repeat(1000), 0));
    assertThat(said).hasSizeLessThan(420).endsWith(" ...");
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
    assertThat(Trial.near(mine, due)).isEqualTo(near);
  }

  @Test
  void nearAllowsTheShareAskedFor() {
    assertThat(Trial.near(0.088, 0.08839, 0.01)).isTrue();
    assertThat(Trial.near(110, 100, 0.1)).isTrue();
    assertThat(Trial.near(110.1, 100, 0.1)).isFalse();
    assertThat(Trial.near(89.9, 100, 0.1)).isFalse();
    assertThat(Trial.near(5, Double.POSITIVE_INFINITY, 0.5)).isFalse();
  }
}
