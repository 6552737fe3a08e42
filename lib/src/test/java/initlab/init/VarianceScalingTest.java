package initlab.init;

import static initlab.init.Distribution.NORMAL;
import static initlab.init.Distribution.TRUNCATED_NORMAL;
import static initlab.init.Distribution.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments and shapes of everything that scales with a fan; error rates stand with {@link Laws}. */
class VarianceScalingTest {
  private static final WeightShape DENSE = WeightShape.dense(300, 600);
  private static final WeightShape CONV = WeightShape.conv(3, 3, 150, 120);

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(Init.xavierNormal(), DENSE, NORMAL, Math.sqrt(2.0 / 900)),
        Arguments.of(Init.xavierUniform(), DENSE, UNIFORM, Math.sqrt(2.0 / 900)),
        Arguments.of(Init.xavierNormal().gain(5.0 / 3), CONV, NORMAL, 5.0 / 3 / Math.sqrt(1215)),
        Arguments.of(Init.heNormal(), DENSE, NORMAL, Math.sqrt(2.0 / 300)),
        Arguments.of(Init.heNormal(), CONV, NORMAL, Math.sqrt(2.0 / 1350)),
        Arguments.of(Init.heNormal().mode(FanMode.OUT), DENSE, NORMAL, Math.sqrt(2.0 / 600)),
        Arguments.of(Init.heUniform(), CONV, UNIFORM, Math.sqrt(2.0 / 1350)),
        Arguments.of(Init.heNormal(0.5), DENSE, NORMAL, Math.sqrt(1.6 / 300)),
        Arguments.of(Init.heUniform(0.5), DENSE, UNIFORM, Math.sqrt(1.6 / 300)),
        Arguments.of(Init.lecunNormal(), DENSE, NORMAL, Math.sqrt(1.0 / 300)),
        Arguments.of(Init.lecunUniform(), DENSE, UNIFORM, Math.sqrt(1.0 / 300)),
        Arguments.of(
            Init.varianceScaling(3, FanMode.GEOMETRIC, TRUNCATED_NORMAL),
            DENSE,
            TRUNCATED_NORMAL,
            Math.sqrt(3 / Math.sqrt(300 * 600))),
        Arguments.of(Init.torchLinear(), DENSE, UNIFORM, 1 / Math.sqrt(900)),
        Arguments.of(Init.kerasDense(), DENSE, UNIFORM, Math.sqrt(2.0 / 900)),
        Arguments.of(Init.flaxDense(), DENSE, TRUNCATED_NORMAL, Math.sqrt(1.0 / 300)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void followsItsLaw(VarianceScaling rule, WeightShape shape, Distribution law, double std) {
    List<String> failures =
        switch (law) {
          case NORMAL -> Laws.normal(rule, shape, std);
          case UNIFORM -> Laws.uniform(rule, shape, std);
          case TRUNCATED_NORMAL -> Laws.truncated(rule, shape, std);
        };
    assertThat(failures).isEmpty();
    assertThat(rule.std(shape)).hasValueCloseTo(std, within(1e-15));
    assertThat(rule.law(shape).orElseThrow().high()).isEqualTo(law.limit(rule.lawOf(shape).std()));
  }

  @Test
  void aWrongStdOrShapeIsSeen() {
    VarianceScaling he = Init.heNormal();
    double std = Math.sqrt(2.0 / 300);
    assertThat(Laws.normal(he, DENSE, 1.02 * std)).hasSize(1);
    assertThat(Laws.normal(he, DENSE, 1.10 * std)).hasSize(2);
    assertThat(Laws.truncated(he, DENSE, std)).hasSize(2);
    assertThat(Laws.uniform(he, DENSE, std)).hasSize(2);
    assertThat(Laws.normal(he.distribution(UNIFORM), DENSE, std)).hasSize(1);
    Initializer repeated =
        (s, rng) -> {
          var w = he.draw(s, rng);
          for (int i = 1; i < w.data.length; i += 2) {
            w.data[i] = w.data[i - 1];
          }
          return w;
        };
    assertThat(Laws.normal(repeated, DENSE, std)).anyMatch(f -> f.contains("correlation"));
  }

  @Test
  void aRecordIsItsOwnDescription() {
    assertThat(Init.heNormal()).hasToString("He (variance 2 / fan_in, normal)");
    assertThat(Init.heNormal().named("mine").name()).isEqualTo("mine");
    assertThat(Init.heNormal().mode(FanMode.OUT).mode()).isEqualTo(FanMode.OUT);
  }
}
