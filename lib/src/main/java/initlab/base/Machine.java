package initlab.base;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine that the library runs on: processors, memory, clock, settings, native code, threads.
 * All that the library knows of them goes through here, so that a build for another kind of
 * machine, such as a web page with one thread and no native code, replaces this class alone.
 */
public final class Machine {
  private Machine() {}

  /** How many processors the JVM may use, 1 or more. */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The bytes that the heap may grow to. */
  public static long memory() {
    return Runtime.getRuntime().maxMemory();
  }

  /**
   * The bytes that are free: what the heap may grow to, less what is in use.
   *
   * @param wanted where fewer are free, what nobody uses any more is collected first
   */
  public static double free(double wanted) {
    if (free() < wanted) {
      System.gc();
    }
    return free();
  }

  private static double free() {
    Runtime machine = Runtime.getRuntime();
    return machine.maxMemory() - (machine.totalMemory() - machine.freeMemory());
  }

  /** What {@code -Dname=...} was given to the JVM; null where it was not. */
  static @Nullable String setting(String name) {
    return System.getProperty(name);
  }

  /** Java's version and the operating system: "Java 17.0.9 on Linux amd64". */
  public static String words() {
    return "Java "
        + setting("java.version")
        + " on "
        + setting("os.name")
        + " "
        + setting("os.arch");
  }

  /** Nanoseconds since some moment: only differences mean anything. */
  static long nanos() {
    return System.nanoTime();
  }

  /**
   * What needs native code, where this machine can load it, and what does without elsewhere.
   *
   * @param load called once; it may throw, a {@link LinkageError} too
   * @param plain what is given then
   */
  public static <T> T nativeOr(Supplier<T> load, T plain) {
    try {
      return load.get();
    } catch (LinkageError | RuntimeException cannotLoad) {
      return plain;
    }
  }

  /**
   * All results, in the order of the tasks, on so many threads at most.
   *
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  static <T> List<T> all(List<Callable<T>> tasks, int threads) {
    return Workers.all(tasks, threads);
  }

  /**
   * The result of work that is waited for so long and no longer, as {@link TimeLimit#within} says.
   */
  static <T> T within(long millis, Callable<T> work) throws Exception {
    return TimedThread.within(millis, work);
  }

  /**
   * Does something again and again on a thread of its own.
   *
   * @param quietMillis before the first time
   * @param everyMillis between two times
   * @return what ends it
   */
  static Runnable beat(Runnable tick, long quietMillis, long everyMillis) {
    ScheduledFuture<?> beat =
        Ticker.INSTANCE.scheduleWithFixedDelay(
            tick, quietMillis, everyMillis, TimeUnit.MILLISECONDS);
    return () -> beat.cancel(false);
  }
}
