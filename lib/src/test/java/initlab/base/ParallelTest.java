package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
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
    assertThatThrownBy(() -> Parallel.all(List.of())).hasMessageContaining("tasks is 0");
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
        });
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
}
