package initlab.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs tasks on threads that end with them. */
final class Workers {
  static final String NAME = "initlab-parallel";

  /** How long a failure waits for that of an earlier task: 0.2 seconds. */
  private static final long MOMENT = 200_000_000;

  private Workers() {}

  /**
   * All results, in the order of the tasks. The first task that fails, whichever it is, ends all:
   * what it threw, or an earlier task throws within a moment, is thrown. However it ends, tasks
   * that wait are dropped and those under way are interrupted.
   *
   * @throws CancellationException if the calling thread is interrupted; its flag stays set
   */
  static <T> List<T> all(List<Callable<T>> tasks, int most) {
    Args.atLeast(1, tasks.size(), "the number of tasks", "Give one at least.");
    Args.atLeast(1, most, "the number of threads", "One runs the tasks one after the other.");
    if (initializing()) {
      return oneByOne(tasks);
    }
    int threads = Math.min(tasks.size(), most);
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      return inOrder(tasks, new ExecutorCompletionService<>(pool));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped: the cell was interrupted.");
    } catch (ExecutionException failed) {
      throw unchecked(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean initializing() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(f -> f.getMethodName().equals("<clinit>")));
  }

  private static <T> List<T> oneByOne(List<Callable<T>> tasks) {
    List<T> results = new ArrayList<>();
    for (Callable<T> task : tasks) {
      Progress.checkInterrupted();
      try {
        results.add(task.call());
      } catch (Exception failed) {
        throw unchecked(failed);
      }
    }
    return results;
  }

  private static <T> List<T> inOrder(List<Callable<T>> tasks, CompletionService<T> pool)
      throws InterruptedException, ExecutionException {
    List<Future<T>> futures = tasks.stream().map(pool::submit).toList();
    for (int ended = 0; ended < futures.size(); ended++) {
      try {
        pool.take().get(); // waits for whichever ends next, and throws if that one failed
      } catch (ExecutionException failed) {
        throw earliest(futures, failed);
      }
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  /**
   * The failure of the earliest task in order that fails within a moment: a mistake that all tasks
   * make is then told of the first, each time.
   */
  private static <T> ExecutionException earliest(List<Future<T>> futures, ExecutionException found)
      throws InterruptedException {
    long until = Machine.nanos() + MOMENT;
    for (Future<T> future : futures) {
      try {
        future.get(Math.max(0, until - Machine.nanos()), TimeUnit.NANOSECONDS);
      } catch (ExecutionException failed) {
        return failed;
      } catch (TimeoutException stillBusy) {
        // what it will throw, if anything, comes too late to be told
      }
    }
    return found;
  }

  private static RuntimeException unchecked(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, NAME);
    thread.setDaemon(true);
    return thread;
  }
}
