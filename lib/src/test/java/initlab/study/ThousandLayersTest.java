package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A net of 1,000 layers, 128 wide, forward and backward: its weights alone are 131 MB, and the
 * virtual machine that studies it has 64.
 */
class ThousandLayersTest {

  /** What runs in the small virtual machine; also here, where memory is no matter. */
  static final class Small {
    private Small() {}

    public static void main(String[] words) {
      System.out.print(ends());
    }

    static String ends() {
      Result row =
          Study.of(Mlp.deep(Activation.LINEAR, 128, 1000).onPlainJava())
              .seeds(1)
              .batch(2)
              .compare(Init.orthogonal())
              .measure()
              .rows()
              .get(0);
      return "%.9f %.9f"
          .formatted(
              row.band(Measure.ACTIVATION).median()[1000], row.band(Measure.GRADIENT).median()[0]);
    }
  }

  @Test
  void fitsIntoHalfOfWhatItsWeightsNeed() throws IOException, InterruptedException {
    String[] numbers = inSmallMachine().split(" ");
    assertThat(numbers).as(String.join(" ", numbers)).hasSize(2);
    assertThat(Double.parseDouble(numbers[0])).isBetween(0.5, 2.0);
    assertThat(Double.parseDouble(numbers[1])).isBetween(0.5, 2.0);
  }

  private static String inSmallMachine() throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process machine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                Small.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(machine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(machine.waitFor()).as(said).isZero();
    return said.lines().reduce((before, last) -> last).orElse(""); // newer Javas warn first
  }
}
