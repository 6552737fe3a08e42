package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A kernel ends once its Jupyter or its messengers are gone, and not before. */
class KernelWatchTest {

  /** What the small JVM runs: a kernel that would wait for a minute. */
  static final class Kernel {
    private Kernel() {}

    public static void main(String[] none) throws InterruptedException {
      new KernelWatch("no number", () -> Runtime.getRuntime().halt(1)).start(20);
      ChildJvm.hello();
      TimeUnit.MILLISECONDS.sleep(200);
      System.out.println("still here");
      TimeUnit.MINUTES.sleep(5);
    }
  }

  /** Those of another test's kernel may still be on their way out, and would be missed here. */
  @BeforeEach
  void messengersOfOtherTestsAreGone() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().matches("(Shell|Heartbeat|iothread|reaper)-\\d+")) {
        thread.join(2000);
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKernelEndsWithItsJupyterAndNotBefore() throws Exception {
    try (var kernel = ChildJvm.of(Kernel.class)) {
      assertThat(kernel.line()).isEqualTo("still here");
      kernel.orphan();
      assertThat(kernel.hasEnded()).isTrue();
    }
  }

  /** The number of a process that this one does not descend from means nothing. */
  @Test
  void whileItsAncestorsLiveAKernelGoesOn() {
    var ended = new AtomicInteger();
    long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
    for (String pid : new String[] {"", "" + parent, "999999999", "1"}) {
      var watch = new KernelWatch(pid, ended::incrementAndGet);
      for (int look = 0; look < 5; look++) {
        watch.look();
      }
    }
    assertThat(ended).hasValue(0);
  }

  @Test
  void aKernelWithoutAMessengerEndsAtTheSecondLookThatMissesIt() throws InterruptedException {
    var ended = new AtomicInteger();
    var watch = new KernelWatch("", ended::incrementAndGet);
    watch.look();
    var end = new CountDownLatch(1);
    Thread shell = messenger("Shell-0", end);
    Thread heartbeat = messenger("Heartbeat-0", new CountDownLatch(1));
    Thread other = messenger("Shell-less", end);
    watch.look();
    watch.look();
    assertThat(ended).hasValue(0);
    end.countDown();
    shell.join();
    other.join();
    watch.look();
    assertThat(ended).hasValue(0);
    watch.look();
    assertThat(ended).hasValue(1);
    heartbeat.interrupt();
    heartbeat.join();
  }

  @Test
  void otherThreadsMayEndAsTheyLike() throws InterruptedException {
    var ended = new AtomicInteger();
    var watch = new KernelWatch("", ended::incrementAndGet);
    var end = new CountDownLatch(1);
    Thread work = messenger("initlab-parallel", end);
    watch.look();
    end.countDown();
    work.join();
    watch.look();
    watch.look();
    assertThat(ended).hasValue(0);
  }

  private static Thread messenger(String name, CountDownLatch until) {
    Thread thread =
        new Thread(
            () -> {
              try {
                until.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
