package initlab.base;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** One daemon thread for whatever beats, made when it is first asked for. */
final class Ticker {
  static final ScheduledThreadPoolExecutor INSTANCE = make();

  private Ticker() {}

  private static ScheduledThreadPoolExecutor make() {
    var executor = new ScheduledThreadPoolExecutor(1, Ticker::daemon);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "initlab-progress");
    thread.setDaemon(true);
    return thread;
  }
}
