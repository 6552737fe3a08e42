package initlab.base;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** Waits for a reader's own code, which may never end, but not for ever. */
public final class TimeLimit {
  private TimeLimit() {}

  /**
   * The result of work that is done on a thread of its own, where the machine has threads. Work
   * that takes longer is interrupted and left behind: if it never looks at its interrupt flag, it
   * goes on there, and only a restart of the JVM ends it.
   *
   * @param millis how long to wait for it
   * @throws TimeoutException if it has not ended by then
   * @throws CancellationException if the calling thread is interrupted, whose flag stays set; the
   *     work is interrupted too
   * @throws Exception what the work throws; an error it throws is thrown likewise
   */
  public static <T> T within(long millis, Callable<T> work) throws Exception {
    Progress.checkInterrupted();
    return Machine.within(millis, work);
  }
}
