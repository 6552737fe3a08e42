package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.math.Gaussian;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The right gain passes; each known mistake gets its name. */
class GainMistakesTest {

  private static Tried trialOf(ToDoubleFunction<Activation> mine) {
    return Tried.of("Gain", Mistakes.gain(mine), "It is.");
  }

  /** E f(2Z)^2, for pre-activations of variance 4. */
  private static double moment(Activation f) {
    return Gaussian.expect(z -> f.apply(2 * z) * f.apply(2 * z));
  }

  @Test
  void theRightGainPasses() {
    assertThat(trialOf(f -> 2 / Math.sqrt(moment(f))).passed()).isTrue();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(GainMistakesTest::moment, "this is E f(2Z)^2 itself"),
        wrong(f -> 1 / Math.sqrt(moment(f)), "and 4 is to be kept"),
        wrong(f -> 4 / moment(f), "the root is missing"),
        wrong(Gain::secondMoment, "that keeps a variance of 1"),
        wrong(f -> Math.sqrt(2), "ReLU's gain, whatever"),
        wrong(f -> 7, "GELU gets 7, and 1.44 is due"),
        wrong(f -> Double.NaN, "GELU gets not a number"));
  }

  private static Arguments wrong(ToDoubleFunction<Activation> mine, String diagnosis) {
    return Arguments.of(mine, diagnosis);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aMistakeGetsItsName(ToDoubleFunction<Activation> mine, String diagnosis) {
    assertThat(trialOf(mine).text()).startsWith("\u2717 Gain: ").contains(diagnosis);
  }

  @Test
  void weightsOfAKnownMistakeAreTold() {
    var check =
        Tried.of(
            "LeCun",
            Mistakes.known(Init.heNormal(), shape -> 2 / shape.fanIn(), "that is He's rule"),
            "Good.");
    assertThat(check.text()).isEqualTo("\u2717 LeCun: that is He's rule.");
    var right =
        Tried.of(
            "LeCun",
            Mistakes.known(Init.lecunNormal(), shape -> 2 / shape.fanIn(), "that is He's rule"),
            "Good.");
    assertThat(right.passed()).isTrue();
  }

  private static double right(Activation f) {
    return 2 / Math.sqrt(moment(f));
  }

  /** A tenth of a percent is allowed, of each of the five activations. */
  @Test
  void whatIsJustWrongIsRefused() {
    assertThat(trialOf(f -> 1.0009 * right(f)).passed()).isTrue();
    assertThat(trialOf(f -> 0.9991 * right(f)).passed()).isTrue();
    assertThat(trialOf(f -> 1.0011 * right(f)).text()).contains("GELU gets");
    assertThat(trialOf(f -> 0.9989 * right(f)).text()).contains("GELU gets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GELU", "ReLU", "tanh", "z^2", "cos"})
  void aGainThatIsWrongForOneActivationNamesIt(String name) {
    assertThat(trialOf(f -> right(f) * (f.name().equals(name) ? 1.01 : 1)).text())
        .contains("\u2717 Gain: " + name + " gets ");
  }

  /** A mistake explains all five, or it is not that mistake. */
  @Test
  void noMistakeIsNamedThatExplainsOnlyFour() {
    ToDoubleFunction<Activation> mixed = f -> f.name().equals("cos") ? 4 / moment(f) : moment(f);
    assertThat(trialOf(mixed).text()).contains("GELU gets").doesNotContain("makes up for it");
  }

  @Test
  void aFunctionThatThrowsIsSaidToThrow() {
    assertThat(
            trialOf(
                    f -> {
                      throw new ArithmeticException("no integral");
                    })
                .text())
        .isEqualTo("\u2717 Gain: your code stopped with ArithmeticException: no integral.");
  }
}
