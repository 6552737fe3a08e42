import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.ejml.data.DMatrixRMaj;

/**
 * Times initializers: reads lines of a layer, a tab and a call, such as {@code heNormal()}, and
 * prints a row of a table for each, with the processor time for one weight in nanoseconds.
 */
final class Rules {
  private static final WeightShape DENSE = WeightShape.dense(256, 1024);
  private static final WeightShape CONV = WeightShape.conv(3, 3, 128, 256);
  private static final DMatrixRMaj OUT = new DMatrixRMaj(1, 1);
  private static final int RUNS = 15;
  private static final int FILLS = 4;

  /** Where a call leaves its rule; any object may stand among the properties of this machine. */
  private static final String RULE = "rule";

  private Rules() {}

  public static void main(String[] none) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("| call | layer | ns |\n|---|---|---|");
    // Once code has run in a shell of this kind, Java says nothing when a program fails.
    Thread.currentThread().setUncaughtExceptionHandler((thread, failed) -> failed.printStackTrace());
    try (JShell shell = shell()) {
      // The first rules would be timed before the compiler has seen them.
      nanos(rule(shell, "normal(1)"), DENSE);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split("\t", 2);
        double ns = nanos(rule(shell, words[1]), words[0].equals("dense") ? DENSE : CONV);
        System.out.printf(Locale.ROOT, "| `%s` | %s | %.2g |%n", words[1], words[0], ns);
      }
    }
  }

  /** A shell in this very machine, which knows the library. */
  private static JShell shell() {
    JShell shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    for (String names : new String[] {"Distribution", "FanMode", "Init"}) {
      evaluate(shell, "import static initlab.init." + names + ".*;");
    }
    return shell;
  }

  private static Initializer rule(JShell shell, String call) {
    evaluate(shell, "System.getProperties().put(\"" + RULE + "\", " + call + ");");
    return (Initializer) System.getProperties().remove(RULE);
  }

  private static void evaluate(JShell shell, String code) {
    for (SnippetEvent event : shell.eval(code)) {
      if (event.status() != Snippet.Status.VALID || event.exception() != null) {
        throw new IllegalArgumentException("Java does not take this: " + code, event.exception());
      }
    }
  }

  /** The median of the later half of the runs. */
  private static double nanos(Initializer rule, WeightShape shape) {
    var clock = ManagementFactory.getThreadMXBean();
    double[] runs = new double[2 * RUNS];
    for (int run = 0; run < runs.length; run++) {
      long start = clock.getCurrentThreadCpuTime();
      for (int fill = 0; fill < FILLS; fill++) {
        rule.fill(shape, RandomStreams.layer(run, fill), OUT);
      }
      runs[run] = (clock.getCurrentThreadCpuTime() - start) / (double) FILLS / shape.size();
    }
    return Arrays.stream(runs).skip(RUNS).sorted().skip(RUNS / 2).findFirst().orElseThrow();
  }
}
