package initlab.init;

import static initlab.init.Distribution.NORMAL;
import static initlab.init.Distribution.TRUNCATED_NORMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules say of themselves, without a draw: name, mean and std in closed form. */
class NamesTest {
  private static final WeightShape SHAPE = WeightShape.dense(50, 200);

  static Stream<Arguments> rules() {
    double cut = 0.8796256610342398;
    return Stream.of(
        Arguments.of(Init.zeros(), "zeros", 0, 0),
        Arguments.of(Init.constant(3), "constant 3", 3, 0),
        Arguments.of(Init.identity(), "identity", 1.0 / 200, Math.sqrt(199) / 200),
        Arguments.of(Init.identity(2), "identity, gain 2", 0.01, Math.sqrt(199) / 100),
        Arguments.of(Init.normal(0.5), "normal, std 0.5", 0, 0.5),
        Arguments.of(Init.uniform(6), "uniform, limit 6", 0, Math.sqrt(12)),
        Arguments.of(Init.uniform(1, 7), "uniform, 1 to 7", 4, Math.sqrt(3)),
        Arguments.of(
            Init.truncatedNormal(7, 3, 1, 13),
            "truncated normal, std 3 before the cut to [1, 13]",
            7,
            3 * cut),
        Arguments.of(Init.sparse(0.75, 2), "sparse 0.75, std 2", 0, 2 * Math.sqrt(0.24)),
        Arguments.of(Init.xavierNormal(), "Xavier", 0, Math.sqrt(2.0 / 250)),
        Arguments.of(Init.xavierUniform(), "Xavier uniform", 0, Math.sqrt(2.0 / 250)),
        Arguments.of(Init.heNormal(2), "He, slope 2", 0, Math.sqrt(2.0 / 250)),
        Arguments.of(Init.heUniform(2), "He uniform, slope 2", 0, Math.sqrt(2.0 / 250)),
        Arguments.of(Init.heNormal().mode(FanMode.OUT), "He, fan_out", 0, 0.1),
        Arguments.of(
            Init.heNormal().mode(FanMode.GEOMETRIC), "He, fan_geometric", 0, Math.sqrt(0.02)),
        Arguments.of(Init.lecunNormal().gain(3), "LeCun, gain 3", 0, 3 / Math.sqrt(50)),
        Arguments.of(Init.lecunUniform(), "LeCun uniform", 0, 1 / Math.sqrt(50)),
        Arguments.of(Init.orthogonal(2), "orthogonal, gain 2", 0, 2 / Math.sqrt(200)),
        Arguments.of(Init.torchLinear(), "PyTorch Linear", 0, 1 / Math.sqrt(150)),
        Arguments.of(Init.torchEmbedding(), "PyTorch Embedding", 0, 1),
        Arguments.of(Init.kerasDense(), "Keras Dense", 0, Math.sqrt(2.0 / 250)),
        Arguments.of(Init.kerasEmbedding(), "Keras Embedding", 0, 0.05 / Math.sqrt(3)),
        Arguments.of(Init.flaxDense(), "Flax Dense", 0, 1 / Math.sqrt(50)),
        Arguments.of(Init.gpt2(), "GPT-2", 0, 0.02),
        Arguments.of(Init.gpt2Residual(8), "GPT-2 residual", 0, 0.005),
        Arguments.of(Init.bert(), "BERT", 0, 0.02 * cut));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nameMeanAndStd(Initializer rule, String name, double mean, double std) {
    assertThat(rule.name()).isEqualTo(name);
    assertThat(rule.toString()).startsWith(name);
    assertThat(rule.law(SHAPE).orElseThrow().mean()).isCloseTo(mean, within(1e-12));
    assertThat(rule.std(SHAPE)).hasValueCloseTo(std, within(1e-12));
    assertThat(rule.named("other")).extracting(Initializer::name).isEqualTo("other");
    assertThat(rule.named("other").law(SHAPE)).isEqualTo(rule.law(SHAPE));
    assertThat(rule.named("other").toString()).startsWith("other");
  }

  @Test
  void anotherGainIsSaidAndTheRulesOwnIsNot() {
    double root2 = Math.sqrt(2); // its square is a little more than 2
    assertThat(Init.heNormal().gain(10).name()).isEqualTo("He, gain 10");
    assertThat(Init.heNormal().gain(10).gain(root2).name()).isEqualTo("He");
    assertThat(Init.heNormal(0.5).gain(3).name()).isEqualTo("He, slope 0.5, gain 3");
    assertThat(Init.xavierUniform().gain(root2).name()).isEqualTo("Xavier uniform, gain 1.41421");
    assertThat(Init.xavierNormal().gain(1).name()).isEqualTo("Xavier");
    assertThat(Init.orthogonal().gain(3).gain(1).name()).isEqualTo("orthogonal");
    assertThat(Init.lecunNormal().gain(4).named("mine").name()).isEqualTo("mine");
    assertThat(Init.orthogonal(4).named("mine").gain(5).name()).isEqualTo("mine, gain 5");
    assertThat(Init.heNormal().gain(10).explain(SHAPE).toString()).startsWith("He, gain 10, ");
  }

  @Test
  void lawsAndFansInOneLine() {
    assertThat(Init.uniform(0.5, 1).lawOf(SHAPE))
        .hasToString(
            "U(low, high), std = (high - low) / sqrt(12) = 0.144338: mean 0.75, std 0.144338,"
                + " limits [0.5, 1]");
    assertThat(SHAPE.fans()).hasToString("fan_in 50, fan_out 200");
  }

  /** The numbers are mpmath's. */
  @Test
  void aCutFarFromTheMeanKeepsItsMoments() {
    TruncatedNormal far = Init.truncatedNormal(1e6, 1, 0, 1000);
    assertThat(far.meanAfter()).isCloseTo(999.999998999, within(1e-9));
    assertThat(far.stdAfter() / 1.0010010009979885e-6).isCloseTo(1, within(1e-9));
    assertThat(far.explain(WeightShape.dense(20, 20)).toString())
        .contains("due      mean 1000, std 1.001e-6, limits [0, 1000]");
  }

  @Test
  void convolutionsOnly() {
    WeightShape shape = WeightShape.conv(3, 3, 4, 8);
    assertThat(Init.dirac()).hasToString("Dirac");
    assertThat(Init.dirac(2)).hasToString("Dirac, 2 groups");
    assertThat(Init.deltaOrthogonal()).hasToString("delta-orthogonal");
    assertThat(Init.deltaOrthogonal(3)).hasToString("delta-orthogonal, gain 3");
    assertThat(Init.dirac(2).lawOf(shape).mean()).isEqualTo(8.0 / 288);
    assertThat(Init.deltaOrthogonal(3).lawOf(shape).std())
        .isCloseTo(3 / Math.sqrt(72), within(1e-15));
  }

  @Test
  void limits() {
    assertThat(Init.normal(1).lawOf(SHAPE).bounds()).isEqualTo("none");
    assertThat(Init.uniform(2).lawOf(SHAPE).bounds()).isEqualTo("+-2");
    assertThat(Init.uniform(1, 2).lawOf(SHAPE).bounds()).isEqualTo("[1, 2]");
    assertThat(Init.varianceScaling(50, FanMode.IN, NORMAL).lawOf(SHAPE).high()).isInfinite();
    assertThat(Init.varianceScaling(50, FanMode.IN, TRUNCATED_NORMAL).lawOf(SHAPE).high())
        .isCloseTo(2 / 0.8796256610342398, within(1e-12));
  }

  @Test
  void gainsInOneLine() {
    assertThat(Gain.of(Activation.TANH))
        .hasToString(
            "tanh: second moment 1.59254, variance 1.59254, fixed point none, gradient 1.46741,"
                + " PyTorch 1.66667");
    assertThat(Gain.gated(z -> 1e-3 * Math.tanh(z)).fixedPoint()).isEmpty();
  }
}
