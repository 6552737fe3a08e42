package initlab.lesson.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right rules pass; each known mistake gets its name. */
class WeightMistakesTest {
  private static final ToDoubleFunction<WeightShape> HE = shape -> 2 / shape.fanIn();

  static Stream<Initializer> right() {
    return Stream.of(
        Init.heNormal(),
        Init.heUniform(),
        Init.varianceScaling(2, FanMode.IN, Distribution.TRUNCATED_NORMAL),
        (shape, rng) -> Init.normal(Math.sqrt(2 / shape.fanIn())).draw(shape, rng));
  }

  @ParameterizedTest
  @MethodSource("right")
  void aRightRulePasses(Initializer rule) {
    assertThat(Tried.of("He", Mistakes.weights(rule, HE), "Level.").passed()).isTrue();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(Init.heNormal().mode(FanMode.OUT), "the fans are swapped"),
        Arguments.of(Init.lecunNormal(), "the factor 2 is missing"),
        Arguments.of(Init.heNormal().gain(2), "a factor 2 too many"),
        Arguments.of(
            (Initializer) (s, rng) -> Init.normal(2 / s.fanIn()).draw(s, rng),
            "a variance was passed where a standard deviation is due"),
        Arguments.of(
            (Initializer) (s, rng) -> Init.uniform(Math.sqrt(2 / s.fanIn())).draw(s, rng),
            "lacks sqrt 3"),
        Arguments.of(
            (Initializer) (s, rng) -> Init.uniform(6 / s.fanIn()).draw(s, rng),
            "the root is missing: U(-l, l) has variance l^2 / 3"),
        Arguments.of(
            (Initializer) (s, rng) -> Init.uniform(2 / s.fanIn()).draw(s, rng),
            "a variance was passed where a limit is due"),
        Arguments.of(
            (Initializer) (s, rng) -> Init.normal(Math.sqrt(2) / s.fanIn()).draw(s, rng),
            "the root of fan_in is missing"),
        Arguments.of(Init.zeros(), "all weights are equal"),
        Arguments.of(Init.normal(1), "too large"),
        Arguments.of(Init.normal(1e-6), "too small"),
        Arguments.of((Initializer) WeightMistakesTest::oneSided, "have mean 0.0"),
        Arguments.of((Initializer) (s, rng) -> new DMatrixRMaj(2, 2), "2 x 2"));
  }

  private static DMatrixRMaj oneSided(
      WeightShape shape, org.apache.commons.rng.UniformRandomProvider rng) {
    DMatrixRMaj weights = Init.heUniform().draw(shape, rng);
    for (int i = 0; i < weights.getNumElements(); i++) {
      weights.data[i] = Math.abs(weights.data[i]);
    }
    return weights;
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aKnownMistakeIsNamed(Initializer rule, String mistake) {
    Tried check = Tried.of("He", Mistakes.weights(rule, HE), "Level.");
    assertThat(check.passed()).isFalse();
    assertThat(check.text()).contains(mistake);
  }

  @ParameterizedTest
  @MethodSource("oneFan")
  void aRuleThatForgetsAFanIsNamed(Initializer rule, String mistake) {
    ToDoubleFunction<WeightShape> xavier = shape -> 2 / (shape.fanIn() + shape.fanOut());
    Tried check = Tried.of("Xavier", Mistakes.weights(rule, xavier), "Both fans.");
    assertThat(check.text()).contains(mistake);
  }

  static Stream<Arguments> oneFan() {
    return Stream.of(
        Arguments.of(Init.xavierUniform(), "Both fans."),
        Arguments.of(Init.lecunNormal(), "only fan_in is used"),
        Arguments.of(Init.lecunUniform().mode(FanMode.OUT), "only fan_out is used"),
        Arguments.of(
            (Initializer)
                (s, rng) -> Init.uniform(Math.sqrt(2 / (s.fanIn() + s.fanOut()))).draw(s, rng),
            "lacks sqrt 3"));
  }

  /**
   * Half of the weights mean + std, half mean - std: their moments are these to the last digits.
   */
  private static Initializer halves(
      ToDoubleFunction<WeightShape> std, ToDoubleFunction<WeightShape> mean) {
    return (shape, rng) -> {
      DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
      for (int i = 0; i < w.getNumElements(); i++) {
        double s = std.applyAsDouble(shape);
        w.data[i] = mean.applyAsDouble(shape) + (i % 2 == 0 ? s : -s);
      }
      return w;
    };
  }

  /** Weights whose variance is a share of He's, and whose mean is a share of their own std. */
  private static String he(double variance, double mean) {
    ToDoubleFunction<WeightShape> std = shape -> Math.sqrt(variance * HE.applyAsDouble(shape));
    Initializer rule = halves(std, shape -> mean * std.applyAsDouble(shape));
    return Tried.of("He", Mistakes.weights(rule, HE), "Level.").text();
  }

  /** Five percent of the variance are allowed, and six standard errors of the mean: 0.0346. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, Level.",
    "1.049, 0, Level.",
    "0.951, 0, Level.",
    "1.051, 0, the weights are too large",
    "0.949, 0, the weights are too small",
    "1, 0.029, Level.",
    "1.0495, 0.029, Level.", // E w^2 is over the five percent, the variance is not
    "1, -0.029, Level.",
    "1, 0.035, have mean 0.00286",
    "1, -0.035, have mean -0.00286",
    "1, 0.2, have mean 0.0163 instead of 0",
    "0.5, 0.2, have mean",
    "0.5, 0, the factor 2 is missing",
    "0.522, 0, the factor 2 is missing",
    "0.528, 0, the weights are too small",
    "2, 0, there is a factor 2 too many",
    "2.09, 0, there is a factor 2 too many",
    "2.11, 0, the weights are too large",
    "0.3333, 0, a uniform limit lacks sqrt 3",
    "0.3, 0, the weights are too small",
    "0.7737, 0, a normal cut at two standard deviations lacks its correction",
    "0.72, 0, the weights are too small",
    "0.83, 0, the weights are too small",
    "1.2, 0, the weights are too large"
  })
  void whatIsJustWrongIsToldFromWhatIsRight(double variance, double mean, String said) {
    assertThat(he(variance, mean)).contains(said);
  }

  /** For due variances that do not hang on a shape, as of a net whose widths are known. */
  @Test
  void aUniformLimitThatIsTooWideIsNamed() {
    Initializer wide = halves(shape -> Math.sqrt(3 * 0.005), shape -> 0);
    assertThat(Tried.of("He", Mistakes.weights(wide, shape -> 0.005), "yes").text())
        .contains("a uniform limit is sqrt 3 too wide")
        .endsWith("the variance is 0.015, and 0.005 is due.");
  }

  /** 0.1 summed 30,000 times and divided is not 0.1: equal weights are told by being equal. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, -0.3, 1e-9})
  void equalWeightsAreToldWhateverTheyAre(double value) {
    assertThat(Tried.of("He", Mistakes.weights(Init.constant(value), HE), "yes").text())
        .contains("all weights are equal, and so will be all neurons");
  }

  @Test
  void weightsThatAreNoNumbersAreRefused() {
    Initializer none = halves(shape -> Double.NaN, shape -> 0);
    Tried check = Tried.of("He", Mistakes.weights(none, HE), "Level.");
    assertThat(check.passed()).isFalse();
    assertThat(check.text()).contains("not a number");
  }

  /**
   * The estimate of a variance from 30,000 normal weights has a relative sd of 0.82 %: 5 % are six
   * of them, as are the means', and a right rule is refused in less than one of ten million draws.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13})
  void aRightRuleIsNeverRefusedWhereverItsStreamBegins(int skipped) {
    Initializer later =
        (shape, rng) -> {
          for (int k = 0; k < skipped; k++) {
            rng.nextLong();
          }
          return Init.heNormal().draw(shape, rng);
        };
    assertThat(Tried.of("He", Mistakes.weights(later, HE), "Level.").passed()).isTrue();
  }

  @Test
  void aKnownMistakeIsToldToTheSameFivePercent() {
    for (double share : new double[] {1.049, 0.951}) {
      Initializer near = halves(s -> Math.sqrt(share * 2 / s.fanIn()), s -> 0);
      assertThat(Tried.of("x", Mistakes.known(near, HE, "He's"), "yes").text())
          .isEqualTo("\u2717 x: He's.");
      Initializer far = halves(s -> Math.sqrt((2 * share - 1) * 2 / s.fanIn()), s -> 0);
      assertThat(Tried.of("x", Mistakes.known(far, HE, "He's"), "y").passed()).isTrue();
    }
  }
}
