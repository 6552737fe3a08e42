package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void whatDoesWithoutNativeCodeIsTakenWhereItDoesNotLoad() {
    assertThat(Machine.nativeOr(() -> "native", "plain")).isEqualTo("native");
    assertThat(Machine.<String>nativeOr(MachineTest::missing, "plain")).isEqualTo("plain");
    assertThat(Machine.<String>nativeOr(MachineTest::broken, "plain")).isEqualTo("plain");
  }

  private static String missing() {
    throw new UnsatisfiedLinkError("no openblas here");
  }

  private static String broken() {
    throw new IllegalStateException("wrong platform");
  }

  @Test
  void thereIsAProcessorMemoryAndAName() {
    assertThat(Machine.processors()).isPositive();
    assertThat(Machine.memory()).isGreaterThan(1 << 20);
    assertThat(Machine.words()).startsWith("Java ").contains(" on ").doesNotContain("null");
    assertThat(Machine.words())
        .contains(System.getProperty("java.version"))
        .contains(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    assertThat(Machine.setting("java.version")).isEqualTo(System.getProperty("java.version"));
    assertThat(Machine.setting("initlab.no.such.setting")).isNull();
  }

  @Test
  void theClockGoesOnInNanoseconds() throws InterruptedException {
    long before = Machine.nanos();
    Thread.sleep(3);
    assertThat(Machine.nanos() - before).isBetween(3_000_000L - 1_000, 60_000_000_000L);
  }

  /** On one thread of its own, which does not keep Java alive, until it is ended. */
  @Test
  void aBeatGoesOnUntilItIsEnded() throws InterruptedException {
    var beats = new AtomicInteger();
    var twice = new CountDownLatch(2);
    var thread = new AtomicReference<Thread>();
    Runnable end =
        Machine.beat(
            () -> {
              thread.set(Thread.currentThread());
              beats.incrementAndGet();
              twice.countDown();
            },
            0,
            1);
    assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
    end.run();
    Thread.sleep(5); // one that was under way may come to its end
    int ended = beats.get();
    Thread.sleep(20);
    assertThat(beats).hasValue(ended);
    assertThat(thread.get().isDaemon()).isTrue();
    assertThat(thread.get().getName()).isEqualTo("initlab-progress");
  }
}
