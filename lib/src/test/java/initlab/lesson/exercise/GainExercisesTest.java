package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.math.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 07: the right answers pass, each known mistake gets its name. */
class GainExercisesTest {

  private static double moment(Activation f, double std) {
    return Gaussian.expect(z -> Math.pow(f.apply(std * z), 2));
  }

  private static void gain(GainRule mine, String words) {
    assertThat(Tried.by("07-gain", mine)).contains(words);
  }

  @Test
  void theGainAtAnotherSize() {
    gain(f -> 0, "\u2026 Exercise 07-gain");
    gain(f -> 2 / Math.sqrt(moment(f, 2)), "\u2713 A gain at another size");
    gain(f -> 1 / Math.sqrt(moment(f, 1)), "that keeps a variance of 1");
    gain(f -> 1 / Math.sqrt(moment(f, 2)), "and 4 is to be kept");
    gain(f -> 2 / Math.sqrt(moment(f, 4)), "not 4 Z");
    gain(f -> moment(f, 2), "the gain makes up for it");
    gain(f -> 4 / moment(f, 2), "the root is missing");
    gain(
        f -> 1 / Math.sqrt(Gaussian.expect(z -> Math.pow(f.slope(2 * z), 2))),
        "that keeps the gradient");
    gain(f -> Math.sqrt(2), "ReLU's gain");
    gain(f -> Double.NaN, "not a number");
    gain(f -> 1 / (f.name().length() - f.name().length()), "ArithmeticException");
  }

  @ParameterizedTest
  @CsvSource({
    "0, \u2026",
    "2, \u2713 The power of a squared ReLU",
    "1, not squared",
    "1.5, divide by it",
    "4, is like q^2",
    "0.8165, its second-moment gain",
    "3, compare z f'(z) with f(z)",
    "-2, compare z f'(z) with f(z)"
  })
  void thePowerOfASquaredRelu(double answer, String said) {
    assertThat(Tried.by("07-power", answer)).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "1, \u2026",
    "2.6562, \u2713 Behind a gate",
    "2.66, \u2713",
    "1.5335, V has gain 1/sqrt 3",
    "0.14174, this is E a^2:",
    "7.0552, a gain is its root",
    "0.8854, U makes up for it",
    "5, sum up",
    "-2.656, sum up"
  })
  void behindAGate(double answer, String said) {
    assertThat(Tried.by("07-gate", answer)).contains(said);
  }

  @Test
  void gainsOfOtherKindsAreToldApart() {
    double root = Math.sqrt(3);
    assertThat(Tried.by("07-gate", Gain.variance(Activation.GELU) * root))
        .contains("the mean matters");
    assertThat(Tried.by("07-gate", Gain.gradient(Activation.GELU) * root)).contains("sum up");
  }
}
