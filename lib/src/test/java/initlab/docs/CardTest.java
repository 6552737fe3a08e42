package initlab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.NoGainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gains on the card are those that the library computes. */
class CardTest {
  private static final List<ToDoubleFunction<Activation>> COLUMNS =
      List.of(Gain::secondMoment, Gain::variance, Gain::fixedPoint, Gain::gradient);

  static List<Activation> activations() {
    return List.of(
        Activation.RELU,
        Activation.TANH,
        Activation.SIGMOID,
        Activation.GELU,
        Activation.SILU,
        Activation.ELU,
        Activation.SELU,
        Activation.MISH);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void theCardSaysWhatTheLibraryComputes(Activation f) throws IOException {
    String row =
        Files.readAllLines(Path.of("..", "notebooks", "card.md")).stream()
            .filter(line -> line.startsWith("| " + f.name() + " |"))
            .findFirst()
            .orElseThrow();
    String[] cells = row.split("\\|");
    for (int i = 0; i < COLUMNS.size(); i++) {
      agrees(cells[i + 2].strip(), COLUMNS.get(i), f);
    }
  }

  private static void agrees(String cell, ToDoubleFunction<Activation> gain, Activation f) {
    if (cell.equals("-")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> gain.applyAsDouble(f)))
          .isInstanceOf(NoGainException.class);
    } else {
      assertThat(gain.applyAsDouble(f)).isCloseTo(Double.parseDouble(cell), within(5.1e-7));
    }
  }
}
