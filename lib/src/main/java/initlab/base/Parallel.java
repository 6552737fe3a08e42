package initlab.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;

/**
 * Runs work side by side, one task a processor, and gives the results in order.
 *
 * <p>Called while a class is being initialized, as for a static field's value, it runs the tasks
 * one after another on the calling thread: a lambda of that class would wait on any other thread
 * until the class is ready, and the class would wait for the lambda.
 */
public final class Parallel {
  private Parallel() {}

  /** Work for one item and one seed; long work calls {@link Progress#checkInterrupted} inside. */
  @FunctionalInterface
  public interface SeedWork<A, T> {
    /** The result for this item and this seed. */
    T of(A item, long seed);
  }

  /**
   * Does the work for each seed 1 ... n, with a line of progress: "seeds: 12 of 30".
   *
   * @return the results, that of seed 1 first
   * @throws IllegalArgumentException unless n &gt;= 1
   * @throws CancellationException if the calling thread is interrupted, whose flag stays set; the
   *     processors are free as soon as each running task has come to its next check, and no other
   *     begins. What a task throws ends the others likewise, and is thrown at once
   */
  public static <T> List<T> seeds(int n, LongFunction<T> work) {
    return seeds("seeds", List.of(""), n, (none, seed) -> work.apply(seed)).get(0);
  }

  /**
   * Does the work for each of several items and each seed 1 ... n, with a line of progress.
   *
   * @param what is counted, in the plural: "networks"; there are n for each item
   * @return a list for each item, in order, of n results, that of seed 1 first
   * @throws IllegalArgumentException unless n &gt;= 1 and there is an item, or if the work gives
   *     null
   * @throws CancellationException as {@link #seeds(int, LongFunction)}
   */
  public static <A, T> List<List<T>> seeds(String what, List<A> items, int n, SeedWork<A, T> work) {
    return seeds(what, items, n, Machine.processors(), work);
  }

  /**
   * The same on so many threads at most, where memory allows no more; throws as {@link
   * #seeds(String, List, int, SeedWork)}.
   */
  public static <A, T> List<List<T>> seeds(
      String what, List<A> items, int n, int most, SeedWork<A, T> work) {
    Args.atLeast(1, n, "the number of seeds", "A band wants 30.");
    try (var progress = Progress.of(what, (long) items.size() * n)) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (A item : items) {
        for (long seed = 1; seed <= n; seed++) {
          Progress.checkInterrupted((int) seed);
          tasks.add(counted(progress, work, item, seed));
        }
      }
      List<T> all = all(tasks, most);
      List<List<T>> rows = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        rows.add(List.copyOf(all.subList(i * n, (i + 1) * n)));
      }
      return rows;
    }
  }

  private static <A, T> Callable<T> counted(
      Progress progress, SeedWork<A, T> work, A item, long seed) {
    return () -> {
      T result = work.of(item, seed);
      Args.given(result, "what the work for seed " + seed + " gave", "Return its result.");
      progress.step();
      return result;
    };
  }

  /**
   * All results, in the order of the tasks.
   *
   * @throws IllegalArgumentException unless there is a task
   * @throws CancellationException if the calling thread is interrupted, whose flag stays set; no
   *     other task begins after that, nor after a task has failed, whose exception is thrown at
   *     once
   */
  public static <T> List<T> all(List<Callable<T>> tasks) {
    return all(tasks, Machine.processors());
  }

  /** The same on so many threads at most; throws as {@link #all(List)}. */
  public static <T> List<T> all(List<Callable<T>> tasks, int most) {
    return Machine.all(tasks, most);
  }
}
