package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line of progress says of the time that is left, and when it comes and goes. */
class ProgressWordsTest {
  private final List<String> shown = new CopyOnWriteArrayList<>();

  @AfterEach
  void silence() {
    Thread.interrupted();
    Progress.showOn(null);
  }

  /** Three of nine steps in so many seconds: the other six take twice as long. */
  @ParameterizedTest
  @CsvSource({
    "0.49, ''",
    "0.5, ', about 1 s left'",
    "2.4, ', about 5 s left'",
    "44.9, ', about 90 s left'",
    "45, ', about 2 min left'",
    "300, ', about 10 min left'"
  })
  void theRestTakesAsLongAsWhatIsDone(double taken, String left) {
    assertThat(Progress.left(taken, 3, 9)).isEqualTo(left);
    assertThat(Progress.left(taken * 8, 9, 9)).isEmpty();
  }

  /** One of a thousand million steps in 3 ms at least: 50,000 minutes, of a clock in seconds. */
  @Test
  void theTimeTakenIsTheClocks() throws InterruptedException {
    long before = System.nanoTime();
    var progress = Progress.of("seeds", 1_000_000_001);
    long begun = System.nanoTime();
    progress.step();
    Thread.sleep(3);
    double least = (System.nanoTime() - begun) / 60.0;
    String said = progress.toString();
    double most = (System.nanoTime() - before) / 60.0;
    assertThat(said).startsWith("seeds: 1 of 1000000001, about ").endsWith(" min left");
    assertThat(Double.parseDouble(said.replaceAll(".*about | min left", "")))
        .isBetween(least - 1, most + 1);
  }

  /** Half of the steps in a few milliseconds: the other half is nothing to wait for. */
  @Test
  void lessThanASecondIsNotSaid() {
    var progress = Progress.of("seeds", 4);
    progress.step();
    progress.step();
    assertThat(progress).hasToString("seeds: 2 of 4");
    progress.step();
    progress.step();
    progress.step();
    assertThat(progress).as("no more than there are").hasToString("seeds: 4 of 4");
  }

  /** Each helper's next step ends it, even where the reader's flag is taken back meanwhile. */
  @Test
  void whatWasInterruptedOnceStaysSo() {
    try (var progress = Progress.of("seeds", 10)) {
      progress.step();
      Stopped.atOnce(progress::step);
      assertThatThrownBy(progress::step)
          .isInstanceOf(CancellationException.class)
          .hasMessageStartingWith("interrupted: seeds: 1 of 10");
    }
  }

  /** The work below goes on without ever looking, and its line is taken away all the same. */
  @Test
  void theLineGoesWhenItsReaderInterrupts() throws InterruptedException {
    var there = new CountDownLatch(1);
    var gone = new CountDownLatch(1);
    Progress.showOn(() -> text -> (text.isEmpty() ? gone : there).countDown());
    boolean wentBeforeTheEnd = false;
    try (var progress = Progress.of("seeds", 3, 0, 1)) {
      assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
      Thread.currentThread().interrupt();
      for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
        wentBeforeTheEnd |= gone.getCount() == 0;
        if (wentBeforeTheEnd) {
          break;
        }
        Thread.onSpinWait();
      }
      assertThat(progress.toString()).startsWith("seeds: 0");
    }
    assertThat(wentBeforeTheEnd).isTrue();
  }

  /** Nothing is shown of work that has ended, and the next work finds the line free. */
  @Test
  void oneWorkAfterTheOtherIsShown() throws InterruptedException {
    for (String what : new String[] {"nets", "rates"}) {
      var there = new CountDownLatch(2);
      Progress.showOn(
          () ->
              text -> {
                shown.add(text);
                there.countDown();
              });
      try (var progress = Progress.of(what, 7, 0, 1)) {
        assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
        progress.step();
      }
      int told = shown.size();
      Thread.sleep(10);
      assertThat(shown).hasSize(told).last().isEqualTo("");
      assertThat(shown.get(told - 2)).startsWith(what + ": ").contains(" of 7");
      shown.clear();
    }
  }

  /** A work within another one, which begins before the outer one's line comes and ends in it. */
  @Test
  void theInnerOnesEndDoesNotTakeTheOutersLine() throws InterruptedException {
    var there = new CountDownLatch(1);
    Progress.showOn(
        () ->
            text -> {
              shown.add(text);
              there.countDown();
            });
    try (var outer = Progress.of("outer", 3, 0, 1)) {
      assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
      try (var inner = Progress.of("inner", 3, 0, 1)) {
        inner.step();
      }
      assertThat(shown).doesNotContain("").allMatch(text -> text.startsWith("outer: 0 of 3"));
      outer.step();
    }
  }
}
