package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Initializer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 01: the right answers pass, each known mistake gets its name. */
class ZeroExercisesTest {

  /** An entry from its row, its column, and a random number. */
  @FunctionalInterface
  private interface Entry {
    double of(int i, int j, double chance);
  }

  private static void said(Entry entry, String words) {
    Initializer mine =
        (shape, rng) -> {
          DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
          for (int i = 0; i < w.numRows; i++) {
            for (int j = 0; j < w.numCols; j++) {
              w.set(i, j, entry.of(i, j, rng.nextDouble()));
            }
          }
          return w;
        };
    assertThat(Tried.by("01-untie", mine)).contains(words);
  }

  @Test
  void sixteenDifferentNeurons() {
    said((i, j, chance) -> 0.5, "\u2026 Exercise 01-untie");
    said(
        (i, j, chance) -> Math.sin(1 + 5 * i + 3 * j),
        "\u2713 Sixteen different neurons: no random");
    said((i, j, chance) -> 0.1 * (i + 1), "the inputs are told apart, the neurons are not");
    said((i, j, chance) -> j % 4, "4 different: neurons 1 and 5 are one");
    said((i, j, chance) -> chance - 0.5, "this rule uses rng");
    said((i, j, chance) -> 1000.0 * (1 + i + j), "far too large");
    said((i, j, chance) -> Double.NaN, "some weights are NaN, not a number");
    said((i, j, chance) -> 1 / (i - i), "ArithmeticException: / by zero.");
  }

  @Test
  void aMatrixOfAnotherShapeIsRefused() {
    Initializer wrong = (shape, rng) -> new DMatrixRMaj(3, 3);
    assertThat(Tried.by("01-untie", wrong)).startsWith("\u2717 ").contains("3 x 3");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.375, -0.5625, \u2713 One gradient by hand: the other neuron",
    "0, 0, \u2026 Exercise 01-gradient",
    "0.375, 0.5625, a larger weight would lower the loss",
    "-0.5625, -0.375, proportional to its input",
    "-0.375, -0.375, proportional to its input",
    "-0.1875, -0.28125, the factor 2 of the square",
    "-1.5, -2.25, the output weight 0.25 was forgotten",
    "-0.6875, -1.03125, the size is not",
    "NaN, -0.5625, 'NaN, not a number'"
  })
  void oneGradientByHand(double first, double second, String said) {
    assertThat(Tried.by("01-gradient", new double[] {first, second})).contains(said);
  }
}
