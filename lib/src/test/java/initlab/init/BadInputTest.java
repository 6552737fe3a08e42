package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import initlab.math.RandomStreams;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal names the argument and its value, at the earliest moment there is. */
class BadInputTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  @FunctionalInterface
  interface Making {
    Object make();
  }

  static Arguments bad(Making making, String message) {
    return Arguments.of(making, message);
  }

  static Stream<Arguments> atOnce() {
    return Stream.of(
        bad(() -> Init.constant(NAN), "the constant is NaN"),
        bad(() -> Init.constant(INF), "the constant is \u221E"),
        bad(() -> Init.identity(NAN), "gain is NaN"),
        bad(() -> Init.dirac(0), "groups is 0"),
        bad(() -> Init.normal(-1), "std is -1"),
        bad(() -> Init.normal(NAN), "std is NaN"),
        bad(() -> Init.normal(INF), "std is \u221E"),
        bad(() -> Init.uniform(0), "limit is 0"),
        bad(() -> Init.uniform(-1), "limit is -1"),
        bad(() -> Init.uniform(2, 1), "low is 2"),
        bad(() -> Init.uniform(1, 1), "low is 1"),
        bad(() -> Init.uniform(NAN, 1), "low is NaN"),
        bad(() -> Init.uniform(0, INF), "high is \u221E"),
        bad(() -> Init.uniform(-1.7e308, 1.7e308), "high - low is \u221E"),
        bad(() -> Init.truncatedNormal(0), "std is 0"),
        bad(() -> Init.truncatedNormal(0, -1, -2, 2), "std is -1"),
        bad(() -> Init.truncatedNormal(NAN, 1, -2, 2), "mean is NaN"),
        bad(() -> Init.truncatedNormal(0, 1, 2, -2), "low is 2"),
        bad(() -> Init.truncatedNormal(0, 1, NAN, 2), "low is NaN"),
        bad(() -> Init.truncatedNormal(0, 1e-9, 1, 2), "the interval, in standard deviations"),
        bad(() -> Init.varianceScaling(0, FanMode.IN, Distribution.NORMAL), "scale is 0"),
        bad(() -> Init.varianceScaling(INF, FanMode.IN, Distribution.NORMAL), "scale is \u221E"),
        bad(() -> Init.xavierNormal().gain(-1), "gain is -1"),
        bad(() -> Init.heNormal(NAN), "the negative slope is NaN"),
        bad(() -> Init.heUniform(INF), "the negative slope is \u221E"),
        bad(() -> Init.orthogonal(0), "gain is 0"),
        bad(() -> Init.deltaOrthogonal(NAN), "gain is NaN"),
        bad(() -> Init.sparse(-0.1, 1), "sparsity is -0.1"),
        bad(() -> Init.sparse(1.1, 1), "sparsity is 1.1"),
        bad(() -> Init.sparse(NAN, 1), "sparsity is NaN"),
        bad(() -> Init.sparse(0.5, -1), "std is -1"),
        bad(() -> Init.gpt2Residual(0), "blocks is 0"));
  }

  @ParameterizedTest
  @MethodSource("atOnce")
  void refusedBeforeThereIsAShape(Making making, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(making::make)
        .withMessageStartingWith(message)
        .withMessageContaining("it must be");
  }

  static Stream<Arguments> byShape() {
    return Stream.of(
        Arguments.of(Init.identity(), WeightShape.conv(3, 3, 4, 4), "the shape for identity"),
        Arguments.of(Init.dirac(), WeightShape.dense(3, 3), "the layer with a Dirac kernel"),
        Arguments.of(Init.dirac(), WeightShape.conv(4, 3, 2, 2), "the kernel size is 4"),
        Arguments.of(Init.dirac(3), WeightShape.conv(3, 3, 4, 4), "groups is 3"),
        Arguments.of(Init.dirac(4), WeightShape.conv(3, 3, 4, 4).groups(2), "groups is 4"),
        Arguments.of(Init.deltaOrthogonal(), WeightShape.dense(3, 3), "the layer with a delta"),
        Arguments.of(Init.deltaOrthogonal(), WeightShape.conv(2, 3, 2, 2), "the kernel size is 2"),
        Arguments.of(
            Init.deltaOrthogonal(),
            WeightShape.conv(3, 3, 4, 2),
            "the number of input channels is 4"));
  }

  @ParameterizedTest
  @MethodSource("byShape")
  void refusedForThisShape(Initializer rule, WeightShape shape, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule.draw(shape, RandomStreams.layer(1, 1)))
        .withMessageStartingWith(message)
        .withMessageContaining("it must be");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void wrongDrawsOfALambda(int kind) {
    Initializer[] wrong = {
      (shape, rng) -> new DMatrixRMaj(shape.cols() + 1, shape.rows()),
      (shape, rng) -> null,
      (shape, rng) -> new DMatrixRMaj(shape.cols(), shape.rows())
    };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong[kind].named("mine").explain(WeightShape.dense(2, 3)))
        .withMessageContaining("mine drew");
  }

  @Test
  void nullIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Init.heNormal().draw(null, RandomStreams.layer(1, 1)))
        .withMessageStartingWith("the shape is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Init.heNormal().draw(WeightShape.dense(2, 2), null))
        .withMessageStartingWith("the source of randomness is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Init.heNormal().mode(null))
        .withMessageStartingWith("the mode is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Init.heNormal().distribution(null))
        .withMessageStartingWith("the distribution is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Init.normal(1).named(null))
        .withMessageStartingWith("the name is null");
  }

  @Test
  void aLambdaFillsAMatrixToo() {
    Initializer mine = (shape, rng) -> new DMatrixRMaj(shape.rows(), shape.cols(), true, 1, 2);
    DMatrixRMaj out = new DMatrixRMaj(5, 5);
    mine.fill(WeightShape.dense(1, 2), RandomStreams.layer(1, 1), out);
    assertThat(out.getNumElements()).isEqualTo(2);
    assertThat(out.get(0, 1)).isEqualTo(2);
  }

  @Test
  void theEdgesOfWhatIsAllowed() {
    assertThatNoException()
        .isThrownBy(
            () -> {
              Init.normal(0);
              Init.identity(0);
              Init.sparse(0, 0);
              Init.sparse(1, 1);
              Init.uniform(Double.MIN_VALUE);
              Init.truncatedNormal(0, 1, Double.NEGATIVE_INFINITY, INF);
            });
  }
}
