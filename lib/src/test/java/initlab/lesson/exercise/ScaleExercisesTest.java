package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 02: the right answers pass, each known mistake gets its name. */
class ScaleExercisesTest {

  private static void said(Formula mine, String words) {
    assertThat(Tried.by("02-factor", mine)).contains(words);
  }

  @Test
  void theFactor() {
    said((n, variance) -> n * variance * 5 / 8, "\u2713 The factor: 5/8 n Var(W)");
    said((n, variance) -> 0, "\u2026 Exercise 02-factor");
    said((n, variance) -> n * variance, "that is a linear layer's");
    said((n, variance) -> n * variance / 2, "that is a ReLU's");
    said((n, variance) -> n * variance * 3 / 4, "half of z is a quarter of z^2");
    said((n, variance) -> Math.sqrt(n * variance * 5 / 8), "no root here");
    said((n, variance) -> n * variance * variance * 5 / 8, "it is a variance already");
    said((n, variance) -> variance / 2, "give another factor");
    said((n, variance) -> 10, "proportional to n and to the variance");
    said((n, variance) -> n * variance * variance * 5 / 2, "proportional to n and to the variance");
    said((n, variance) -> Double.NaN, "give another factor");
    said((n, variance) -> 1 / (int) (n - n), "ArithmeticException");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, \u2713 A uniform start",
    "0.5, \u2026",
    "0.057735, a uniform limit lacks sqrt 3",
    "0.01, the root is missing",
    "0.0033333, a variance was passed where a limit is due",
    "0.141421, there is a factor 2 too many",
    "-1, -1"
  })
  void aUniformStart(double answer, String said) {
    assertThat(Tried.by("02-limit", answer)).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "0.4472, \u2713 A hundredfold in four layers",
    "1, \u2026",
    "-0.4, a standard deviation is above 0",
    "0.2, that is the variance",
    "0.2515, and the size by 10",
    "14.142, in one layer",
    "0.63246, the layers are linear",
    "0.3, the size is multiplied by 20"
  })
  void aHundredfoldInFourLayers(double answer, String said) {
    assertThat(Tried.by("02-growth", answer)).contains(said);
  }
}
