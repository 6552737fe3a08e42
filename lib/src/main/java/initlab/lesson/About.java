package initlab.lesson;

import initlab.base.Machine;
import initlab.math.MatrixProduct;
import initlab.view.NotebookHost;
import java.io.IOException;
import java.util.Properties;
import java.util.stream.Collectors;

/** Facts about the library and the machine it runs on. */
final class About {
  private static final String POM = "/META-INF/maven/initlab/initlab/pom.properties";

  private About() {}

  /** The version Maven packed into the jar, or "(not packed)" where classes run unpacked. */
  static String version() {
    try (var in = About.class.getResourceAsStream(POM)) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "(not packed)");
    } catch (IOException unreadable) {
      return "(not packed)";
    }
  }

  /** Whether products run on OpenBLAS, or on the slower plain Java. */
  static boolean isFast() {
    return MatrixProduct.fastest() != MatrixProduct.plain();
  }

  static String machine() {
    return "initlab "
        + version()
        + ", "
        + Machine.words()
        + ", "
        + Machine.processors()
        + " cores, heap of at most "
        + Machine.memory() / (1 << 20)
        + " MiB, products by "
        + (isFast() ? "OpenBLAS" : "plain Java")
        + ", "
        + NotebookHost.all().stream().map(NotebookHost::name).collect(Collectors.joining(", "))
        + ".";
  }
}
