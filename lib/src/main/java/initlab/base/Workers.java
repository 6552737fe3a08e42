package initlab.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Runs tasks on threads that end with them. */
final class Workers {
  static final String NAME = "initlab-parallel";

  private Workers() {}

  /**
   * All results, in the order of the tasks. However it ends, tasks that wait are dropped and those
   * under way are interrupted.
   *
   * @throws CancellationException if the calling thread is interrupted
   */
  static <T> List<T> all(List<Callable<T>> tasks, int most) {
    int threads = Args.atLeast(1, Math.min(tasks.size(), most), "tasks", "Give one at least.");
    if (initializing()) {
      return oneByOne(tasks);
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      return inOrder(tasks.stream().map(pool::submit).toList());
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
      var here = new FutureTask<>(task);
      here.run();
      results.addAll(inOrder(List.of(here)));
    }
    return results;
  }

  private static <T> List<T> inOrder(List<? extends Future<T>> futures) {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      throw new CancellationException("Stopped: the cell was interrupted.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, NAME);
    thread.setDaemon(true);
    return thread;
  }
}
