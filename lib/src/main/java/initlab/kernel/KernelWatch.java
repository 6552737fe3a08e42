package initlab.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ends a kernel that nobody can reach any more: the Jupyter that started it is gone, as when a
 * terminal window is closed, or the threads that carry its messages are, as when memory was full.
 * It would stay for ever otherwise, silent, with its cell marked as running.
 */
final class KernelWatch {
  private static final long EVERY_MILLIS = 2000;

  /** The threads that both kernels and their message library cannot be without. */
  private static final Pattern MESSENGERS =
      Pattern.compile("(Shell|Heartbeat|iothread|reaper)-\\d+");

  private static final Thread[] NONE = {};

  private static boolean begun;

  private final Optional<ProcessHandle> jupyter;
  private final boolean isParent;
  private final Runnable end;
  private Thread[] messengers = NONE;
  private boolean lost;

  /**
   * A watch over this process.
   *
   * @param pid the number of Jupyter's process, as Jupyter names it in JPY_PARENT_PID
   * @param end what is done once nobody can reach this process
   */
  KernelWatch(String pid, Runnable end) {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    this.jupyter = ancestor(pid).or(() -> parent);
    this.isParent = jupyter.equals(parent);
    this.end = end;
  }

  /** Begins to watch, once: the JVM is halted when the kernel is lost. */
  static synchronized void begin() {
    if (!begun) {
      begun = true;
      String pid = System.getenv().getOrDefault("JPY_PARENT_PID", "");
      new KernelWatch(pid, () -> Runtime.getRuntime().halt(1)).start(EVERY_MILLIS);
    }
  }

  /**
   * The process of this number, if this one descends from it: a number that came from another
   * machine, or was inherited from another kernel, means nothing here.
   */
  private static Optional<ProcessHandle> ancestor(String pid) {
    Optional<ProcessHandle> process = ProcessHandle.current().parent();
    while (process.isPresent() && !("" + process.get().pid()).equals(pid)) {
      process = process.get().parent();
    }
    return process;
  }

  /** Looks now and then on a thread that keeps no JVM alive. */
  void start(long everyMillis) {
    Thread thread =
        new Thread(
            () -> {
              while (sleep(everyMillis)) {
                look();
              }
            },
            "initlab-kernel-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static boolean sleep(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /**
   * Ends the kernel if it is lost twice in a row: a kernel that is shutting down in order comes
   * first. That it is mute is seen without any new memory, for there may be none.
   */
  void look() {
    boolean before = lost;
    lost = isMute() || isOrphan();
    if (lost && before) {
      end.run();
    }
  }

  /** Whether a messenger is gone that there was at the first look which found any. */
  private boolean isMute() {
    if (messengers.length == 0) {
      messengers = messengers();
    }
    for (int i = 0; i < messengers.length; i++) {
      if (!messengers[i].isAlive()) {
        return true;
      }
    }
    return false;
  }

  /** A process that nobody has waited for counts as alive still; its children have left it. */
  private boolean isOrphan() {
    try {
      return jupyter.isPresent()
          && (!jupyter.get().isAlive()
              || (isParent && !ProcessHandle.current().parent().equals(jupyter)));
    } catch (OutOfMemoryError full) {
      return false; // the next look comes soon
    }
  }

  private static Thread[] messengers() {
    try {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> MESSENGERS.matcher(thread.getName()).matches())
          .toArray(Thread[]::new);
    } catch (OutOfMemoryError full) {
      return NONE;
    }
  }
}
