package initlab.kernel;

import initlab.base.TimeLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small JVM that a shell has started, as Jupyter starts a kernel. The shell ends when its input
 * does; the JVM goes on, unless it looks after itself.
 */
final class ChildJvm implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  private final Process shell;
  private final BufferedReader out;
  private final long pid;

  private ChildJvm(Process shell, BufferedReader out) throws IOException {
    this.shell = shell;
    this.out = out;
    this.pid = Long.parseLong(out.readLine());
  }

  /** Starts a main class, which begins with {@link #hello()}. */
  static ChildJvm of(Class<?> main) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "\"$@\" 2>&1 & read never",
                "sh",
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                classes,
                main.getName())
            .redirectErrorStream(true)
            .start();
    return new ChildJvm(
        shell,
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8)));
  }

  /** What the small JVM says first. */
  static void hello() {
    System.out.println(ProcessHandle.current().pid());
  }

  /** The next line that it says. */
  String line() throws IOException {
    return out.readLine();
  }

  /** Ends the shell, which is the JVM's parent. */
  void orphan() throws IOException, InterruptedException {
    shell.getOutputStream().close();
    shell.waitFor();
  }

  /** Whether an orphan has ended, without a word more: then its output has an end too. */
  boolean hasEnded() throws Exception {
    return TimeLimit.within(PATIENCE_MILLIS, () -> out.readLine() == null);
  }

  @Override
  public void close() {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
