package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.math.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebook 08: the right answers pass, each known mistake gets its name. */
class ChaosExercisesTest {

  @ParameterizedTest
  @CsvSource({
    "0, \u2026",
    "0.1959, \u2713 A right angle after a leaky ReLU",
    "0.196, \u2713",
    "0.3183, that is ReLU's",
    "0.10186, divide by E f(u)^2",
    "0.2037, the leak adds",
    "0.4407, is subtracted",
    "0.2449, it comes in twice",
    "0.5, u and v are independent",
    "-0.196, u and v are independent"
  })
  void aRightAngle(double answer, String said) {
    assertThat(Tried.by("08-angle", answer)).contains(said);
  }

  private static void bias(GainRule mine, String words) {
    assertThat(Tried.by("08-bias", mine)).contains(words);
  }

  private static double moment(Activation f) {
    return Gaussian.expect(z -> Math.pow(f.apply(z), 2));
  }

  private static double slopes(Activation f) {
    return Gaussian.expect(z -> Math.pow(f.slope(z), 2));
  }

  @Test
  void theBiasOfTheEdge() {
    bias(f -> 0, "\u2026 Exercise 08-bias");
    bias(f -> 1 - moment(f) / slopes(f), "\u2713 The bias of the edge");
    bias(f -> 1 - Math.pow(Gain.gradient(f) / Gain.secondMoment(f), 2), "\u2713");
    bias(f -> Math.sqrt(1 - moment(f) / slopes(f)), "its square was asked for");
    bias(f -> moment(f) / slopes(f), "what is missing to 1");
    bias(f -> 1 / slopes(f), "sigma_w^2, not sigma_b^2");
    bias(Gain::gradient, "sigma_w, not sigma_b^2");
    bias(f -> 1 - moment(f) * Gain.gradient(f), "was not squared");
    bias(f -> 1 - moment(f), "sigma_w^2 = 1 was taken");
    bias(f -> 1 - slopes(f) / moment(f), "changed places");
    bias(f -> 0.15, "GELU gets 0.15, and 0.0672");
    bias(f -> Double.NaN, "not a number");
  }
}
