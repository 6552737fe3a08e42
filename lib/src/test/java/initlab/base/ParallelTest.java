package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private static List<Callable<Integer>> squares() {
    return IntStream.range(0, 50).mapToObj(i -> (Callable<Integer>) () -> i * i).toList();
  }

  @Test
  void resultsComeInTheOrderOfTheTasks() {
    assertThat(Parallel.all(squares(), 4))
        .isEqualTo(IntStream.range(0, 50).map(i -> i * i).boxed().toList());
  }

  @Test
  void tasksRunSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    Callable<Boolean> meets =
        () -> {
          both.countDown();
          both.await();
          return true;
        };
    assertThat(assertTimeoutPreemptively(SOON, () -> Parallel.all(List.of(meets, meets), 2)))
        .containsExactly(true, true);
  }

  @Test
  void whatATaskThrowsComesOut() {
    Callable<Integer> fails =
        () -> {
          throw new IllegalArgumentException("no");
        };
    assertThatThrownBy(() -> Parallel.all(List.of(fails))).hasMessage("no");
    assertThatThrownBy(() -> Parallel.all(List.of()))
        .hasMessageStartingWith("the number of tasks is 0");
    assertThatThrownBy(() -> Parallel.all(squares(), 0))
        .hasMessageStartingWith("the number of threads is 0; it must be at least 1");
  }

  @Test
  void anInterruptEndsTheWait() {
    Callable<Integer> sleeps =
        () -> {
          Thread.sleep(60_000);
          return 1;
        };
    assertTimeoutPreemptively(
        SOON,
        () -> {
          Thread.currentThread().interrupt();
          assertThatThrownBy(() -> Parallel.all(List.of(sleeps, sleeps), 2))
              .isInstanceOf(CancellationException.class);
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
  }

  /** The task before it would take a minute, and a hundred seeds wait behind. */
  @Test
  void theFirstToFailEndsAll() {
    var begun = new AtomicInteger();
    var stopped = new CountDownLatch(1);
    Parallel.SeedWork<String, Integer> work =
        (item, seed) -> {
          begun.incrementAndGet();
          if (seed == 2) {
            throw new IllegalArgumentException("seed 2 is bad");
          }
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException freed) {
            stopped.countDown();
          }
          return 0;
        };
    assertTimeoutPreemptively(
        SOON,
        () -> {
          assertThatThrownBy(() -> Parallel.seeds("nets", List.of("a"), 100, 2, work))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("seed 2 is bad");
          stopped.await();
        });
    assertThat(begun.get()).isLessThanOrEqualTo(3); // the thread that failed may take one more
  }

  @Test
  void anErrorComesOutAsItself() {
    Callable<Integer> endless =
        () -> {
          throw new StackOverflowError("deep");
        };
    assertThatThrownBy(() -> Parallel.all(List.of(endless, endless), 2))
        .isInstanceOf(StackOverflowError.class);
  }

  /** Its lambdas belong to it, so no other thread may run them before it is initialized. */
  private static final class StaticField {
    static final List<Integer> SQUARES =
        Parallel.all(
            IntStream.range(0, 4).mapToObj(i -> (Callable<Integer>) () -> square(i)).toList(), 2);

    static int square(int i) {
      return i * i;
    }
  }

  @Test
  void aStaticFieldDoesNotWaitForItself() {
    assertThat(assertTimeoutPreemptively(SOON, () -> StaticField.SQUARES))
        .containsExactly(0, 1, 4, 9);
  }

  @Test
  void everyItemHasItsSeedsInOrder() {
    assertThat(Parallel.seeds(3, seed -> 10 * seed)).containsExactly(10L, 20L, 30L);
    assertThat(Parallel.seeds("nets", List.of("a", "b"), 2, (item, seed) -> item + seed))
        .containsExactly(List.of("a1", "a2"), List.of("b1", "b2"));
    assertThat(Parallel.seeds("nets", List.of("a"), 4, 1, (item, seed) -> seed).get(0))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void seedsAndItemsThereMustBe() {
    assertThatThrownBy(() -> Parallel.seeds(0, seed -> seed))
        .hasMessageStartingWith("the number of seeds is 0");
    assertThatThrownBy(() -> Parallel.seeds("nets", List.of(), 2, (item, seed) -> seed))
        .hasMessageStartingWith("the number of nets is 0");
    assertThatThrownBy(() -> Parallel.seeds(2, seed -> null))
        .hasMessageStartingWith("what the work for seed 1 gave is null");
    assertThatThrownBy(() -> Parallel.seeds("nets", List.of("a"), 2, 0, (item, seed) -> seed))
        .hasMessageStartingWith("the number of threads is 0");
  }

  /** Nine are done, and the tenth ends when the line has come, after two seconds. */
  @Test
  void seedsAreCountedOnTheReadersScreen() {
    var shown = new CopyOnWriteArrayList<String>();
    var there = new CountDownLatch(1);
    Progress.showOn(
        () ->
            text -> {
              shown.add(text);
              there.countDown();
            });
    try {
      Parallel.seeds("nets", List.of("a", "b"), 5, 1, (item, seed) -> last(item, seed, there));
    } finally {
      Progress.showOn(null);
    }
    assertThat(shown.get(0)).startsWith("nets: 9 of 10");
    assertThat(shown.get(shown.size() - 1)).isEmpty();
  }

  private static boolean last(String item, long seed, CountDownLatch there) {
    try {
      return item.equals("b") && seed == 5 && there.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * Seeds that would compute for ever, but look for an interrupt as a network's pass does. A busy
   * machine is given three seconds in place of one.
   */
  @Test
  void anInterruptFreesTheProcessorsWithinASecond() throws InterruptedException {
    var running = new AtomicInteger();
    var begun = new CountDownLatch(2);
    var ended = new AtomicReference<Throwable>();
    var cell =
        new Thread(
            () -> {
              try {
                Parallel.seeds("nets", List.of("a"), 100, 2, (item, seed) -> busy(running, begun));
              } catch (CancellationException stopped) {
                ended.set(stopped);
              }
            });
    cell.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    cell.interrupt();
    cell.join(3000);
    assertThat(ended.get()).isInstanceOf(CancellationException.class);
    for (int i = 0; i < 300 && running.get() > 0; i++) {
      Thread.sleep(10);
    }
    assertThat(running).hasValue(0);
    assertThat(begun.getCount()).isZero();
  }

  private static long busy(AtomicInteger running, CountDownLatch begun) {
    running.incrementAndGet();
    begun.countDown();
    try {
      while (true) {
        Progress.checkInterrupted();
      }
    } finally {
      running.decrementAndGet();
    }
  }

  /** A mistake that every task makes is told of the first, whichever fails first in time. */
  @Test
  void theEarliestFailureInOrderIsTold() {
    for (int turn = 0; turn < 50; turn++) {
      assertThatThrownBy(
              () ->
                  Parallel.seeds(
                      8,
                      seed -> {
                        throw new IllegalStateException("seed " + seed);
                      }))
          .hasMessage("seed 1");
    }
  }
}
