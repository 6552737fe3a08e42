package initlab.init;

import static initlab.init.Activation.ELU;
import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.MISH;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GainTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Known from elsewhere to six digits; NaN where there is no such gain. */
  static Stream<Arguments> known() {
    return Stream.of(
        Arguments.of(RELU, 1.414214, 1.712859, 1.414214, 1.414214),
        Arguments.of(TANH, 1.592537, 1.592537, Double.NaN, 1.467414),
        Arguments.of(SIGMOID, 1.846229, 4.801313, Double.NaN, 4.722646),
        Arguments.of(GELU, 1.533530, 1.700926, 1.468011, 1.481114),
        Arguments.of(SILU, 1.676532, 1.787187, 1.558760, 1.623320),
        Arguments.of(ELU, 1.245198, 1.270843, 1.277960, 1.223429),
        Arguments.of(SELU, 1, 1, 1, 0.966026),
        Arguments.of(MISH, 1.486848, 1.592025, 1.451491, 1.444755));
  }

  @ParameterizedTest
  @MethodSource("known")
  void agreesWithTheTable(Activation f, double second, double variance, double fix, double slope) {
    Gains gains = Gain.of(f);
    assertThat(gains.secondMoment()).hasValueCloseTo(second, within(6e-7));
    assertThat(gains.variance()).hasValueCloseTo(variance, within(6e-7));
    assertThat(gains.gradient()).hasValueCloseTo(slope, within(6e-7));
    if (Double.isNaN(fix)) {
      assertThat(gains.fixedPoint()).isEmpty();
    } else {
      assertThat(gains.fixedPoint()).hasValueCloseTo(fix, within(6e-7));
    }
  }

  @Test
  void closedForms() {
    assertThat(Gain.secondMoment(RELU)).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(Gain.variance(RELU)).isCloseTo(1 / Math.sqrt(0.5 - 0.5 / Math.PI), within(1e-11));
    assertThat(Gain.fixedPoint(RELU)).isCloseTo(Math.sqrt(2), within(1e-12));
    double slopes =
        0.5
            + 1.6732632423543772
                * 1.6732632423543772
                * Math.exp(2)
                * NORMAL.cumulativeProbability(-2);
    assertThat(Gain.gradient(SELU))
        .isCloseTo(1 / (1.0507009873554805 * Math.sqrt(slopes)), within(1e-11));
    assertThat(Gain.fixedPoint(z -> z * z * z)).isCloseTo(Math.pow(15, -1.0 / 6), within(1e-11));
  }

  /** Kinks and jumps where no rule has a node: 1e-9 is asked for. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3717, -0.00421, 1.9979, -3.3, 0.5, 2.5e-9})
  void kinksAndJumpsAnywhere(double at) {
    double tail = NORMAL.survivalProbability(at);
    double kinked = 1 + at * at;
    assertThat(Gain.secondMoment(z -> Math.abs(z - at)))
        .isCloseTo(1 / Math.sqrt(kinked), within(1e-10));
    assertThat(Gain.gradient(z -> Math.abs(z - at))).isCloseTo(1, within(1e-9));
    assertThat(Gain.gradient(z -> z > at ? 3 * z - 3 * at : 0))
        .isCloseTo(1 / Math.sqrt(9 * tail), within(1e-9 / Math.sqrt(tail)));
    assertThat(Gain.secondMoment(z -> z > at ? 1 : -2))
        .isCloseTo(1 / Math.sqrt(4 - 3 * tail), within(1e-10));
    double mean = 3 * tail - 2;
    assertThat(Gain.variance(z -> z > at ? 1 : -2))
        .isCloseTo(1 / Math.sqrt(4 - 3 * tail - mean * mean), within(1e-8));
  }

  @Test
  void aLambdaIsAsGoodAsAName() {
    assertThat(Gain.gradient(z -> Math.tanh(z))).isCloseTo(Gain.gradient(TANH), within(1e-10));
    assertThat(Gain.gradient(z -> Math.max(z, 0.01 * z)))
        .isCloseTo(Gain.gradient(Activation.leakyRelu(0.01)), within(1e-10));
    assertThat(Gain.gradient(TANH.named("mine"))).isEqualTo(Gain.gradient(TANH));
  }

  @Test
  void scalesWithTheFunction() {
    for (double c : new double[] {1e-6, 1e-2, 1e8}) {
      assertThat(Gain.secondMoment(z -> c * Math.tanh(z)) * c)
          .isCloseTo(Gain.secondMoment(TANH), within(1e-9));
      assertThat(Gain.gradient(z -> c * Math.tanh(z)) * c)
          .isCloseTo(Gain.gradient(TANH), within(1e-9));
    }
  }

  @Test
  void pytorchTable() {
    assertThat(Gain.torch(LINEAR)).isEqualTo(1);
    assertThat(Gain.torch(SIGMOID)).isEqualTo(1);
    assertThat(Gain.torch(TANH)).isEqualTo(5.0 / 3);
    assertThat(Gain.torch(RELU)).isEqualTo(Math.sqrt(2));
    assertThat(Gain.torch(Activation.leakyRelu(0.2))).isEqualTo(Math.sqrt(2 / 1.04));
    assertThat(Gain.torch(SELU)).isEqualTo(0.75);
    for (Activation f : List.of(GELU, SILU, ELU, MISH, Activation.SOFTPLUS, TANH.named("mine"))) {
      assertThat(Gain.of(f).torch()).isEqualTo(OptionalDouble.empty());
    }
  }

  @Test
  void saysWhyThereIsNone() {
    none(() -> Gain.fixedPoint(TANH), "tanh has no fixed point", "stays below 1");
    none(() -> Gain.fixedPoint(Math::cosh), "stays above 1");
    none(() -> Gain.fixedPoint(Math::exp), "stays above 1");
    none(() -> Gain.secondMoment(z -> 0), "E f(z)^2 is 0");
    none(() -> Gain.variance(z -> 3), "constant");
    none(() -> Gain.gradient(z -> 0.1 + 0.2), "flat");
    none(() -> Gain.gradient(z -> Math.pow(Math.sin(z), 2) + Math.pow(Math.cos(z), 2)), "flat");
    none(() -> Gain.variance(z -> Math.pow(Math.sin(z), 2) + Math.pow(Math.cos(z), 2)), "constant");
    none(() -> Gain.gradient(Activation.of("stop", z -> z, z -> 0)), "stop: it is flat");
    none(() -> Gain.gradient(z -> z > 0.3 ? 1 : 0), "it jumps at z = 0.3,");
    none(() -> Gain.gradient(Math::signum), "it jumps at z = 0,");
    none(() -> Gain.torch(MISH), "no gain for Mish");
    none(() -> Gain.gated(z -> 0), "is 0");
  }

  private static void none(Runnable gain, String... words) {
    assertThatExceptionOfType(NoGainException.class)
        .isThrownBy(gain::run)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @Test
  void whatIsNoFunctionEndsWithASentence() {
    var rng = RandomStreams.layer(1, 1);
    refused(z -> rng.nextDouble(), "another one at every call");
    refused(z -> z + 1e-3 * rng.nextDouble(), "another one at every call");
    refused(z -> z > 0.5 ? Double.NaN : z, "is NaN");
    refused(z -> 1 / Math.abs(z - 0.1), "too rough");
    refused(z -> Math.sin(1e9 * z), "too rough");
    refused(null, "the activation is null");
  }

  private static void refused(Activation f, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gain.secondMoment(f))
        .withMessageContaining(why);
  }

  @Test
  void productsOfTwoProjections() {
    GatedGains bilinear = Gain.gated(LINEAR);
    assertThat(bilinear.secondMoment()).isCloseTo(1, within(1e-12));
    assertThat(bilinear.fixedPoint()).hasValueCloseTo(1.0, within(1e-11));
    assertThat(bilinear.gradient()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    GatedGains reglu = Gain.gated(RELU);
    assertThat(reglu.fixedPoint()).hasValueCloseTo(Math.pow(2, 0.25), within(1e-11));
    assertThat(reglu.gradient()).isCloseTo(1, within(1e-12));
    assertThat(Gain.gated(SIGMOID))
        .hasToString("sigmoid(u) v: second moment 1.84623, fixed point 1.72674, gradient 1.7195");
    GatedGains small = Gain.gated(Activation.of("small", z -> 0.001, z -> 0));
    assertThat(small.fixedPoint()).isEmpty(); // s 0.001 = 1 for an s beyond the search
    assertThat(small)
        .hasToString("small(u) v: second moment 1000, fixed point none, gradient 1000");
  }

  /** n = 1,000,000 products at the fixed point; 5 standard errors, measured: false alarm 6e-7. */
  @Test
  void theProductsFixedPointHoldsWhenSampled() {
    double s = Gain.gated(SILU).fixedPoint().orElseThrow();
    double[] w = new double[2_000_000];
    Distribution.NORMAL.fill(s, RandomStreams.layer(1, 1), w, w.length);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < w.length; i += 2) {
      double a = SILU.apply(w[i]) * w[i + 1];
      sum += a * a;
      squares += a * a * a * a;
    }
    double mean = sum / 1e6;
    double error = Math.sqrt((squares / 1e6 - mean * mean) / 1e6);
    assertThat(mean).isCloseTo(1, within(5 * error));
    assertThat(error).isLessThan(0.01);
  }
}
