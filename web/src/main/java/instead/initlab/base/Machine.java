package instead.initlab.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page: one thread, no native code, and a memory that no browser tells. Work that never ends is
 * ended by the page, with the worker that it runs in.
 */
public final class Machine {
  private static final long MEMORY = 1L << 29;

  private Machine() {}

  public static int processors() {
    return 1;
  }

  public static long memory() {
    return MEMORY;
  }

  public static double free(double wanted) {
    return MEMORY;
  }

  public static @Nullable String setting(String name) {
    return null;
  }

  public static String words() {
    return "a page";
  }

  public static long nanos() {
    return System.nanoTime();
  }

  public static <T> T nativeOr(Supplier<T> load, T plain) {
    return plain;
  }

  public static <T> List<T> all(List<Callable<T>> tasks, int threads) {
    List<T> results = new ArrayList<>();
    for (Callable<T> task : tasks) {
      try {
        results.add(task.call());
      } catch (RuntimeException refused) {
        throw refused;
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
    return results;
  }

  public static <T> T within(long millis, Callable<T> work) throws Exception {
    return work.call();
  }

  public static Runnable beat(Runnable tick, long quietMillis, long everyMillis) {
    return () -> {};
  }
}
