package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Distribution;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
    assertThat(Check.that("He").without(Mistakes.weights(rule, HE)).pass("Level.").passed())
        .isTrue();
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
    Check check = Check.that("He").without(Mistakes.weights(rule, HE)).pass("Level.");
    assertThat(check.passed()).isFalse();
    assertThat(check.text()).contains(mistake);
  }

  @ParameterizedTest
  @MethodSource("oneFan")
  void aRuleThatForgetsAFanIsNamed(Initializer rule, String mistake) {
    ToDoubleFunction<WeightShape> xavier = shape -> 2 / (shape.fanIn() + shape.fanOut());
    Check check = Check.that("Xavier").without(Mistakes.weights(rule, xavier)).pass("Both fans.");
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
}
