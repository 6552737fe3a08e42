package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a line of progress says of the time that is left, and when it comes and goes. */
class ProgressWordsTest {
  private final List<String> shown = new CopyOnWriteArrayList<>();

  @AfterEach
  void silence() {
    Thread.interrupted();
    Progress.showOn(null);
  }

  /**
   * One of so many steps is done after so many milliseconds, so the rest takes that many times as
   * long. How long it really was is measured around the calls, and rounding may add a half.
   */
  private static void left(long steps, long millis, String unit, double unitSeconds)
      throws InterruptedException {
    long before = System.nanoTime();
    var progress = Progress.of("seeds", steps);
    long begun = System.nanoTime();
    progress.step();
    Thread.sleep(millis);
    long least = System.nanoTime() - begun;
    String said = progress.toString();
    long most = System.nanoTime() - before;
    Matcher words =
        Pattern.compile("seeds: 1 of " + steps + ", about (\\d+) " + unit + " left").matcher(said);
    assertThat(words.matches()).as(said).isTrue();
    double units = (steps - 1) / 1e9 / unitSeconds;
    assertThat(Double.parseDouble(words.group(1)))
        .isBetween(least * units - 0.5, most * units + 0.5);
  }

  @Test
  void theRestTakesAsLongAsWhatIsDone() throws InterruptedException {
    left(101, 20, "s", 1); // 2 s and more
    left(1 << 20, 3, "min", 60); // 52 min and more
    left(1L << 40, 1, "min", 60);
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
