package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.init.Initializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 04: the right answers pass, each known mistake gets its name. */
class HeExercisesTest {

  @ParameterizedTest
  @CsvSource({
    "100, \u2026",
    "210, \u2713 A width for fifty layers: the typical net keeps 0.5",
    "361, a factor 2 too many",
    "64, too narrow",
    "1000, wider than asked",
    "0, a whole number of at least 1 is due",
    "209.6, a whole number"
  })
  void aWidthForFiftyLayers(double answer, String said) {
    assertThat(Tried.by("04-width", answer)).contains(said);
  }

  private static void said(Initializer mine, String words) {
    assertThat(Tried.by("04-leaky", mine)).contains(words);
  }

  @Test
  void aSlopeByHand() {
    said(Init.heNormal(), "\u2026");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2 / (1.25 * shape.fanIn()))).draw(shape, rng),
        "\u2713 A leaky He");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2 / (1.5 * shape.fanIn()))).draw(shape, rng),
        "the slope is not squared");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2 / shape.fanIn())).draw(shape, rng),
        "the slope is missing");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2 * 1.25 / shape.fanIn())).draw(shape, rng),
        "multiplies where it should divide");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2 / (1.25 * shape.fanOut()))).draw(shape, rng),
        "the fans are swapped");
  }
}
