package initlab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationSketchTest {
  private static final Path FIGURES = Path.of("..", "notebooks", "figures");

  static Activation[] inTheGlossary() {
    return new Activation[] {
      Activation.LINEAR,
      Activation.RELU,
      Activation.leakyRelu(0.2),
      Activation.TANH,
      Activation.SIGMOID,
      Activation.GELU,
      Activation.SILU,
      Activation.MISH,
      Activation.ELU,
      Activation.SELU,
      Activation.SOFTPLUS
    };
  }

  /** Renew them by copying what this test leaves in target/figures, after a look at it. */
  @ParameterizedTest
  @MethodSource("inTheGlossary")
  void theGlossaryShowsTheFunctionsAsTheyAre(Activation f) throws IOException {
    String name = f.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+.*", "") + ".svg";
    String fresh = ActivationSketch.of(f).svg() + "\n";
    Path left = Path.of("target", "figures", name);
    Files.createDirectories(left.getParent());
    Files.writeString(left, fresh);
    assertThat(FIGURES.resolve(name)).content().isEqualTo(fresh);
    assertThat(Files.readString(Path.of("..", "notebooks", "glossary.md")))
        .contains("(figures/" + name + ")");
  }

  @Test
  void aSketchSaysWhereItsLineBeginsAndEnds() {
    assertThat(ActivationSketch.of(Activation.RELU))
        .hasToString("ReLU: 0 at -4, 4 at 4, at least 0");
    assertThat(ActivationSketch.of(z -> z * z - 1).text())
        .contains(": 15 at -4, 15 at 4, at least -1");
  }

  @Test
  void noFunctionIsRefused() {
    assertThatThrownBy(() -> ActivationSketch.of(null)).hasMessageContaining("the activation");
  }
}
