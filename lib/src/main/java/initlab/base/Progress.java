package initlab.base;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far long work has come: silent for two seconds, then one line that is rewritten and at last
 * emptied. Where nothing listens it costs an atomic addition a step.
 *
 * <pre>{@code
 * try (var progress = Progress.of("seeds", 30)) {
 *   for (int seed = 0; seed < 30; seed++) {
 *     work(seed);
 *     progress.step(); // stops here once the reader has pressed interrupt
 *   }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {

  /** A line on the reader's screen; the empty text takes it away. */
  @FunctionalInterface
  public interface Line {
    /** Replaces what the line says. */
    void show(String text);
  }

  private static final long QUIET_MILLIS = 2000;
  private static final long BEAT_MILLIS = 400;
  private static final AtomicReference<@Nullable Supplier<Line>> LINES = new AtomicReference<>();
  private static final AtomicReference<@Nullable Progress> SHOWN = new AtomicReference<>();

  private final String what;
  private final long total;
  private final AtomicLong done = new AtomicLong();
  private final long start = Machine.nanos();
  private final Thread owner = Thread.currentThread();
  private volatile boolean cancelled;
  private @Nullable Runnable endBeat;
  private boolean closed;
  private @Nullable Line line;

  private Progress(String what, long total) {
    this.what = what;
    this.total = total;
  }

  /** Sends the lines of all later work somewhere; {@code null} silences them. */
  public static void showOn(@Nullable Supplier<Line> lines) {
    LINES.set(lines);
  }

  /**
   * Begins work of {@code total} equal steps on this thread; other threads may step it.
   *
   * @param what what is counted, in the plural: "seeds"
   * @throws IllegalArgumentException unless total >= 1
   */
  public static Progress of(String what, long total) {
    return of(what, total, QUIET_MILLIS, BEAT_MILLIS);
  }

  static Progress of(String what, long total, long quietMillis, long beatMillis) {
    Args.atLeast(1, total, "the number of " + what, "Work has a step at least.");
    var progress = new Progress(what, total);
    if (LINES.get() != null) {
      progress.endBeat = Machine.beat(progress::tick, quietMillis, beatMillis);
    }
    return progress;
  }

  /**
   * Stops long work whose reader pressed interrupt: a loop of more than a tenth of a second calls
   * this, or {@link #step()}, in every turn. The interrupt flag stays set.
   *
   * @throws CancellationException when this thread was interrupted
   */
  public static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }

  /**
   * The same for a loop whose turns take nanoseconds, as draws of numbers: looks in every 65,536th.
   *
   * @param turn the loop's counter, from 0
   * @throws CancellationException when this thread was interrupted
   */
  public static void checkInterrupted(int turn) {
    if ((turn & 0xffff) == 0) {
      checkInterrupted();
    }
  }

  /**
   * One more step is done.
   *
   * @throws CancellationException when this thread, or the one that began the work, was interrupted
   */
  public void step() {
    if (cancelled || owner.isInterrupted() || Thread.currentThread().isInterrupted()) {
      cancelled = true;
      throw new CancellationException("interrupted: " + this);
    }
    done.incrementAndGet();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    closed = true;
    if (endBeat != null) {
      endBeat.run();
    }
    say("");
    line = null;
    SHOWN.compareAndSet(this, null);
  }

  private synchronized void tick() {
    if (closed) {
      return;
    }
    if (cancelled || owner.isInterrupted()) {
      close();
      return;
    }
    var lines = LINES.get();
    if (line == null && lines != null && SHOWN.compareAndSet(null, this)) {
      line = lines.get();
    }
    say(toString());
  }

  /** A line that fails must not stop the work it tells of: it is dropped. */
  private void say(String text) {
    try {
      if (line != null) {
        line.show(text);
      }
    } catch (RuntimeException | LinkageError lineIsGone) {
      line = null;
    }
  }

  /** "seeds: 12 of 30, about 4 s left". */
  @Override
  public String toString() {
    long now = Math.min(done.get(), total);
    double seconds = (Machine.nanos() - start) / 1e9;
    return what + ": " + now + " of " + total + (now == 0 ? "" : left(seconds, now, total));
  }

  /** What is said of the time that is left, where {@code now} steps took so many seconds. */
  static String left(double taken, long now, long total) {
    double seconds = taken * (total - now) / now;
    if (seconds < 1) {
      return "";
    }
    return seconds < 90
        ? ", about " + Math.round(seconds) + " s left"
        : ", about " + Math.round(seconds / 60) + " min left";
  }
}
