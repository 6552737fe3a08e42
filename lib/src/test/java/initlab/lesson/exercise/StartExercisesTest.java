package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.init.Initializer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 00: the right answers pass, each known mistake gets its name. */
class StartExercisesTest {

  @ParameterizedTest
  @CsvSource({
    "0.070710678, \u2713 A level start: sqrt(2/400)",
    "0.0707, \u2713",
    "0.01, \u2026",
    "0.005, a variance was passed where a standard deviation is due",
    "0.05, the factor 2 is missing",
    "0.1, there is a factor 2 too many",
    "0, all weights are equal",
    "-1, std is -1"
  })
  void aLevelStart(double answer, String said) {
    assertThat(Tried.by("00-level", answer)).contains(said);
  }

  private static void said(Initializer mine, String words) {
    assertThat(Tried.by("00-rule", mine)).contains(words);
  }

  @Test
  void aRuleForAnyWidth() {
    said(Init.zeros(), "\u2026 ");
    said(Init.heNormal(), "\u2713 A rule for any width: You have written He's initializer.");
    said((shape, rng) -> Init.normal(2 / shape.fanIn()).draw(shape, rng), "a variance was passed");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2 / shape.fanOut())).draw(shape, rng),
        "the fans are swapped");
    said(
        (shape, rng) -> Init.uniform(Math.sqrt(2 / shape.fanIn())).draw(shape, rng),
        "lacks sqrt 3");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(2) / shape.fanIn()).draw(shape, rng),
        "the root of fan_in is missing");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(1 / shape.fanIn())).draw(shape, rng),
        "the factor 2 is missing");
    said((shape, rng) -> new DMatrixRMaj(2, 2), "2 x 2");
    said((shape, rng) -> null, "your code stopped with");
    said(
        (shape, rng) -> Init.normal(Math.sqrt(-2 / shape.fanIn())).draw(shape, rng),
        "your code stopped with IllegalArgumentException: std is NaN");
  }
}
