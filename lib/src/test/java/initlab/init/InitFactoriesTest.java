package initlab.init;

import static initlab.init.Distribution.NORMAL;
import static initlab.init.Distribution.TRUNCATED_NORMAL;
import static initlab.init.Distribution.UNIFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name of {@link Init}: the law that is promised, and 10,000 numbers drawn by it. */
class InitFactoriesTest {
  /** Unequal sides, so that no fan stands for another: fan_in 50, fan_out 200. */
  private static final WeightShape SHAPE = WeightShape.dense(50, 200);

  private static final double CUT = 0.8796256610342398;

  /** The promised std, and the largest weight in units of it: infinity, 2 / 0.88, or sqrt(3). */
  static Stream<Arguments> laws() {
    double root3 = Math.sqrt(3);
    double none = Double.POSITIVE_INFINITY;
    return Stream.of(
        Arguments.of(Init.normal(0.37), 0.37, none),
        Arguments.of(Init.uniform(0.3), 0.3 / root3, root3),
        Arguments.of(Init.truncatedNormal(0.02), 0.02, 2 / CUT),
        Arguments.of(Init.xavierNormal(), Math.sqrt(2.0 / 250), none),
        Arguments.of(Init.xavierUniform(), Math.sqrt(2.0 / 250), root3),
        Arguments.of(Init.heNormal(), Math.sqrt(2.0 / 50), none),
        Arguments.of(Init.heNormal(0.5), Math.sqrt(1.6 / 50), none),
        Arguments.of(Init.heUniform(), Math.sqrt(2.0 / 50), root3),
        Arguments.of(Init.heUniform(0.5), Math.sqrt(1.6 / 50), root3),
        Arguments.of(Init.lecunNormal(), Math.sqrt(1.0 / 50), none),
        Arguments.of(Init.lecunUniform(), Math.sqrt(1.0 / 50), root3),
        Arguments.of(
            Init.varianceScaling(3, FanMode.OUT, TRUNCATED_NORMAL), Math.sqrt(0.015), 2 / CUT),
        Arguments.of(
            Init.varianceScaling(3, FanMode.GEOMETRIC, NORMAL), Math.sqrt(3.0 / 100), none),
        Arguments.of(Init.randomWalk(), Math.sqrt(2.0 / 50) * Math.exp(1.2 / 47.6), none),
        Arguments.of(
            Init.randomWalk(Activation.LINEAR), Math.sqrt(1.0 / 50) * Math.exp(0.01), none),
        Arguments.of(Init.torchLinear(), 1 / Math.sqrt(150), root3),
        Arguments.of(Init.torchEmbedding(), 1, none),
        Arguments.of(Init.kerasDense(), Math.sqrt(2.0 / 250), root3),
        Arguments.of(Init.kerasEmbedding(), 0.05 / root3, root3),
        Arguments.of(Init.flaxDense(), Math.sqrt(1.0 / 50), 2 / CUT),
        Arguments.of(Init.gpt2(), 0.02, none),
        Arguments.of(Init.gpt2Residual(12), 0.02 / Math.sqrt(24), none),
        Arguments.of(Init.bert(), 0.02 * CUT, 2 / CUT));
  }

  /**
   * The std of 10,000 numbers is right to 0.7 % (normal) in one standard error: 4 % are more than 5
   * of them, a false alarm in a million draws, none at this seed. Of a bounded law the largest of
   * 10,000 comes within 2 % of the bound; of a normal it is 3 to 6 standard deviations.
   */
  @ParameterizedTest
  @MethodSource("laws")
  void promisesAndDraws(Initializer rule, double std, double limit) {
    Law law = rule.law(SHAPE).orElseThrow();
    assertThat(law.mean()).isCloseTo(0, within(1e-15));
    assertThat(law.std()).isCloseTo(std, within(1e-12 * std));
    assertThat(law.high() / std).isCloseTo(limit, within(1e-9));
    assertThat(law.low()).isEqualTo(-law.high());
    double[] w = rule.draw(SHAPE, RandomStreams.layer(3, 1)).data;
    assertThat(Moments.of(w).std() / std).isCloseTo(1, within(0.04));
    assertThat(Moments.of(w).mean() / std).isCloseTo(0, within(0.05));
    double most = Arrays.stream(w).map(Math::abs).max().orElseThrow() / std;
    double least = Arrays.stream(w).map(Math::abs).min().orElseThrow() / std;
    assertThat(most).isBetween(Math.min(0.98 * limit, 3), Math.min(limit, 6));
    assertThat(least).isBetween(0.0, 2e-3);
  }

  @Test
  void whatLacksAShareOfItsWeightsOrAllSaysSo() {
    assertThat(Init.zeros()).isEqualTo(new Constant(0));
    assertThat(Init.ones()).isEqualTo(new Constant(1));
    assertThat(Init.constant(-2)).isEqualTo(new Constant(-2));
    assertThat(Init.identity()).isEqualTo(new Identity(1));
    assertThat(Init.identity(-3)).isEqualTo(new Identity(-3));
    assertThat(Init.dirac()).isEqualTo(new Dirac(0));
    assertThat(Init.dirac(2)).isEqualTo(new Dirac(2));
    assertThat(Init.sparse(0.1, 2)).isEqualTo(new Sparse(0.1, 2));
    assertThat(Init.orthogonal()).isEqualTo(new Orthogonal("orthogonal", 1, 1));
    assertThat(Init.orthogonal(2)).isEqualTo(new Orthogonal("orthogonal", 1, 2));
    assertThat(Init.deltaOrthogonal()).isEqualTo(new DeltaOrthogonal(1));
    assertThat(Init.deltaOrthogonal(2)).isEqualTo(new DeltaOrthogonal(2));
  }

  @Test
  void whatOtherLibrariesStartWithIsNamedAfterThem() {
    assertThat(Init.lecunUniform())
        .isEqualTo(new VarianceScaling("LeCun uniform", 1, 1, FanMode.IN, UNIFORM));
    assertThat(Init.torchLinear())
        .isEqualTo(new VarianceScaling("PyTorch Linear", 1.0 / 3, 1.0 / 3, FanMode.IN, UNIFORM));
    assertThat(Init.kerasDense())
        .isEqualTo(new VarianceScaling("Keras Dense", 1, 1, FanMode.AVG, UNIFORM));
    named(Init.torchEmbedding(), "PyTorch Embedding", 1);
    named(Init.kerasEmbedding(), "Keras Embedding", 0.05 / Math.sqrt(3));
    named(Init.gpt2(), "GPT-2", 0.02);
    named(Init.gpt2Residual(8), "GPT-2 residual", 0.005);
    named(Init.bert(), "BERT", 0.02 * CUT);
  }

  private static void named(Initializer rule, String name, double std) {
    assertThat(rule).hasToString(name);
    assertThat(rule.std(SHAPE)).hasValueCloseTo(std, within(1e-12 * std));
  }

  /** The upper half of N(1, 2^2): mean 1 + 2 sqrt(2 / pi), std 2 sqrt(1 - 2 / pi). */
  @Test
  void aNormalCutAtItsMeanIsAHalfNormal() {
    TruncatedNormal half = Init.truncatedNormal(1, 2, 1, Double.POSITIVE_INFINITY);
    assertThat(half.meanAfter()).isCloseTo(1 + 2 * Math.sqrt(2 / Math.PI), within(1e-9));
    assertThat(half.stdAfter()).isCloseTo(2 * Math.sqrt(1 - 2 / Math.PI), within(1e-9));
    assertThat(half.lawOf(SHAPE).mean()).isEqualTo(half.meanAfter());
    TruncatedNormal lower = Init.truncatedNormal(1, 2, Double.NEGATIVE_INFINITY, 1);
    assertThat(lower.meanAfter()).isCloseTo(1 - 2 * Math.sqrt(2 / Math.PI), within(1e-9));
  }

  @Test
  void fixedValuesHaveALawToo() {
    Law ones = Init.ones().lawOf(SHAPE);
    assertThat(ones).isEqualTo(new Law("W = 1", 1, 0, 1, 1));
    Law minus = Init.identity(-2).lawOf(SHAPE);
    assertThat(minus.formula()).isEqualTo("W = -2 on the diagonal, 0 off it");
    assertThat(minus.mean()).isCloseTo(-2.0 / 200, within(1e-15));
    assertThat(minus.bounds()).isEqualTo("[-2, 0]");
    assertThat(Init.identity(2).lawOf(SHAPE).bounds()).isEqualTo("[0, 2]");
    assertThat(Init.orthogonal(3).lawOf(SHAPE).bounds()).isEqualTo("+-3");
    assertThat(Init.truncatedNormal(0, 1, Double.NEGATIVE_INFINITY, 1).lawOf(SHAPE).bounds())
        .isEqualTo("[-\u221E, 1]");
    assertThat(Init.uniform(-1, 5).lawOf(SHAPE))
        .isEqualTo(
            new Law(
                "U(low, high), std = (high - low) / sqrt(12) = 1.73205",
                2,
                6 / Math.sqrt(12),
                -1,
                5));
  }

  /** 400 numbers of U(low, high): none outside, the lowest and highest near the ends. */
  @Test
  void uniformNumbersFillTheirInterval() {
    double[] w =
        Init.uniform(-1, 5).draw(WeightShape.dense(20, 20), RandomStreams.layer(1, 2)).data;
    assertThat(Arrays.stream(w).min().orElseThrow()).isBetween(-1.0, -0.9);
    assertThat(Arrays.stream(w).max().orElseThrow()).isBetween(4.9, 5.0);
    double[] symmetric =
        Init.uniform(2).draw(WeightShape.dense(20, 20), RandomStreams.layer(1, 2)).data;
    assertThat(Arrays.stream(symmetric).min().orElseThrow()).isBetween(-2.0, -1.95);
  }

  /** UNIFORM of a spread, drawn into a part of an array. */
  @Test
  void distributionsFillTheFirstEntriesOnly() {
    for (Distribution law : Distribution.values()) {
      double[] out = new double[1001];
      Arrays.fill(out, 99);
      law.fill(0.5, RandomStreams.layer(1, 4), out, 1000);
      assertThat(out[1000]).isEqualTo(99);
      assertThat(Moments.of(Arrays.copyOf(out, 1000)).std()).isCloseTo(0.5, within(0.06));
      law.fill(0, RandomStreams.layer(1, 4), out, 1000);
      assertThat(Arrays.copyOf(out, 1000)).containsOnly(0.0, -0.0);
    }
    assertThat(UNIFORM.limit(2)).isEqualTo(2 * Math.sqrt(3));
    assertThat(TRUNCATED_NORMAL.limit(2)).isCloseTo(4 / CUT, within(1e-12));
    assertThat(NORMAL.limit(2)).isInfinite();
    assertThat(Stream.of(Distribution.values()).map(Distribution::words))
        .containsExactly("normal", "truncated normal", "uniform");
  }
}
