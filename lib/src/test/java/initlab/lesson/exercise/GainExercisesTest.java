package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 07: the right answers pass, each known mistake gets its name. */
class GainExercisesTest {

  private static double moment(Activation f) {
    return Gaussian.expect(z -> Math.pow(f.apply(z), 2));
  }

  private static void gain(GainRule mine, String words) {
    assertThat(Tried.by("07-gain", mine)).contains(words);
  }

  @Test
  void theGainAsAFormula() {
    gain(f -> 0, "\u2026 Exercise 07-gain");
    gain(f -> 1 / Math.sqrt(moment(f)), "\u2713 The second-moment gain");
    gain(f -> moment(f), "the gain makes up for it");
    gain(f -> Math.sqrt(moment(f)), "the gain is one over it");
    gain(f -> 1 / moment(f), "the root is missing");
    gain(
        f -> 1 / Math.sqrt(Gaussian.expect(z -> Math.pow(f.slope(z), 2))),
        "that keeps the gradient");
    gain(f -> Math.sqrt(2), "ReLU's gain");
    gain(f -> Double.NaN, "not a number");
    gain(f -> 1 / (f.name().length() - f.name().length()), "ArithmeticException");
  }

  private static final double SILU = Gain.secondMoment(Activation.SILU);

  private static void rule(Initializer mine, String words) {
    assertThat(Tried.by("07-rule", mine)).contains(words);
  }

  @Test
  void aRuleForSilu() {
    rule(Init.zeros(), "\u2026");
    rule(Init.lecunNormal().gain(SILU), "\u2713 A rule for SiLU: 1.6765");
    rule(
        (shape, rng) -> Init.normal(Math.sqrt(SILU / shape.fanIn())).draw(shape, rng),
        "its square");
    rule(
        (shape, rng) -> Init.normal(SILU / shape.fanIn()).draw(shape, rng),
        "root of fan_in is missing");
    rule(Init.lecunNormal(), "this is LeCun's rule");
    rule(Init.heNormal(), "this is He's rule");
  }

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "1.5335, \u2713 Behind a gate",
    "1.53, \u2713",
    "0.4252, this is E a^2:",
    "2.3518, a gain is its root",
    "7, sum up",
    "-1.534, sum up"
  })
  void behindAGate(double answer, String said) {
    assertThat(Tried.by("07-gate", answer)).contains(said);
  }

  @Test
  void gainsOfOtherKindsAreToldApart() {
    assertThat(Tried.by("07-gate", Gain.variance(Activation.GELU))).contains("the mean matters");
    assertThat(Tried.by("07-gate", Gain.gradient(Activation.GELU))).contains("sum up");
  }
}
