package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The threads that tasks run on: which, how many, and none while a class is being initialized. */
class WorkersTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Lambdas of a class that is not ready yet: on another thread they would wait for it. */
  static final class Squares {
    static final List<Object> FOUND = found();

    private static List<Object> found() {
      List<Callable<Object>> tasks = List.of(() -> square(3), Thread::currentThread);
      return Parallel.all(tasks, 2);
    }

    static int square(int x) {
      return x * x;
    }
  }

  static final class Fails {
    static final List<Object> FOUND = Parallel.all(List.of(Fails::fail), 1);

    private static Object fail() throws IOException {
      throw new IOException("no such file");
    }
  }

  static final class Interrupted {
    static final List<Object> FOUND = Parallel.all(List.of(Object::new), 1);
  }

  /** Initializes a class again, as if this Java had just been started. */
  private static Class<?> again(Class<?> type) throws ClassNotFoundException, IOException {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    byte[] code;
    try (var in = type.getResourceAsStream(file)) {
      code = in.readAllBytes();
    }
    var loader =
        new ClassLoader(type.getClassLoader()) {
          Class<?> define() {
            return defineClass(type.getName(), code, 0, code.length);
          }
        };
    return Class.forName(type.getName(), true, loader.define().getClassLoader());
  }

  @Test
  void aStaticFieldIsComputedOnTheThreadThatAsksForIt() throws Exception {
    var caller = new Thread[1];
    Class<?> fresh =
        assertTimeoutPreemptively(
            SOON,
            () -> {
              caller[0] = Thread.currentThread();
              return again(Squares.class);
            });
    var field = fresh.getDeclaredField("FOUND");
    field.setAccessible(true);
    assertThat(field.get(null)).isEqualTo(List.of(9, caller[0]));
  }

  @Test
  void aStaticFieldThatFailsSaysWhy() {
    assertThatThrownBy(() -> again(Fails.class))
        .isInstanceOf(ExceptionInInitializerError.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no such file");
  }

  @Test
  void anInterruptStopsAStaticFieldToo() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> again(Interrupted.class))
          .hasCauseInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void noMoreTasksRunAtATimeThanWereAllowed() {
    for (int most : new int[] {1, 3}) {
      var running = new AtomicInteger();
      var peak = new AtomicInteger();
      Callable<Integer> task =
          () -> {
            peak.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.sleep(2);
            return running.decrementAndGet();
          };
      Parallel.all(Collections.nCopies(9, task), most);
      assertThat(peak.get()).isBetween(1, most);
    }
  }

  /** As many as there are processors where nothing is said, and not the caller's own thread. */
  @Test
  void threadsHaveANameAndDoNotKeepJavaAlive() throws InterruptedException {
    List<Thread> threads = Parallel.all(Collections.nCopies(20, Thread::currentThread));
    assertThat(threads).doesNotContain(Thread.currentThread());
    assertThat(threads.stream().distinct().count()).isBetween(1L, (long) Machine.processors());
    for (Thread thread : threads) {
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.getName()).isEqualTo("initlab-parallel");
      thread.join(20_000);
      assertThat(thread.isAlive()).as("it ends with its tasks").isFalse();
    }
  }

  @Test
  void whatATaskMayThrowByItsSignatureIsTheCause() {
    Callable<Object> fails =
        () -> {
          throw new IOException("no such file");
        };
    assertThatThrownBy(() -> Parallel.all(List.of(fails)))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(IOException.class)
        .hasRootCauseMessage("no such file");
  }

  /** The fourth task fails at once and the second a little later: the second is told. */
  @Test
  void anEarlierTasksFailureIsWaitedForAMoment() {
    for (int delay : new int[] {0, 20}) {
      List<Callable<Integer>> tasks = new ArrayList<>(Collections.nCopies(4, () -> 1));
      tasks.set(1, () -> failing(delay, "the second"));
      tasks.set(3, () -> failing(0, "the fourth"));
      assertThatThrownBy(() -> Parallel.all(tasks, 4)).hasMessage("the second");
    }
  }

  private static int failing(int millis, String why) throws InterruptedException {
    Thread.sleep(millis);
    throw new IllegalArgumentException(why);
  }
}
