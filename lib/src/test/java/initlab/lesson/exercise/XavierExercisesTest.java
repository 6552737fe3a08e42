package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 03: the right answers pass, each known mistake gets its name. */
class XavierExercisesTest {

  private static void xavier(Initializer mine, String words) {
    assertThat(Tried.by("03-xavier", mine)).contains(words);
  }

  private static void treaty(Initializer mine, String words) {
    assertThat(Tried.by("03-treaty", mine)).contains(words);
  }

  @Test
  void xavierByHand() {
    xavier(Init.zeros(), "\u2026");
    xavier(Init.xavierUniform(), "\u2713 Xavier, uniform");
    xavier(
        (shape, rng) ->
            Init.uniform(Math.sqrt(2 / (shape.fanIn() + shape.fanOut()))).draw(shape, rng),
        "lacks sqrt 3");
    xavier(
        (shape, rng) -> Init.uniform(6 / (shape.fanIn() + shape.fanOut())).draw(shape, rng),
        "the root is missing");
    xavier(
        (shape, rng) -> Init.uniform(Math.sqrt(3 / shape.fanIn())).draw(shape, rng),
        "only fan_in is used");
    xavier(
        (shape, rng) -> Init.normal(2 / (shape.fanIn() + shape.fanOut())).draw(shape, rng),
        "a variance was passed");
    xavier(Init.xavierNormal(), "the law is not uniform");
  }

  @Test
  void aTreatyThatHolds() {
    treaty(Init.xavierNormal(), "\u2026");
    treaty(
        Init.varianceScaling(1, FanMode.GEOMETRIC, Distribution.NORMAL),
        "\u2713 A treaty that holds");
    treaty(Init.xavierUniform(), "this is Xavier: the product is below 1. Open hint 1.");
    treaty(Init.lecunNormal(), "only fan_in is used");
    treaty(
        (shape, rng) -> Init.normal(1 / Math.sqrt(shape.fanIn() * shape.fanOut())).draw(shape, rng),
        "a variance was passed");
    treaty(
        (shape, rng) ->
            Init.normal(Math.sqrt(2 / Math.sqrt(shape.fanIn() * shape.fanOut()))).draw(shape, rng),
        "a factor 2 too many");
  }

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "1.0825, \u2713 Both directions: after 300 layers gradients arrive at",
    "1.083, after 50 layers the same gain leaves",
    "1.085, gain too large",
    "1.0808, gain too small",
    "1.6666667, gain too large",
    "1.5925, gain too large",
    "1.1845, gain too large",
    "1.06, gain too small",
    "0.9, gain too small",
    "0, a gain is positive",
    "-1.08, a gain is positive"
  })
  void aGainForBothDirections(double answer, String said) {
    assertThat(Tried.by("03-gain", answer)).contains(said);
  }
}
