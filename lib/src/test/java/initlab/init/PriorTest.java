package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.math.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Biases that say how frequent classes are. */
class PriorTest {
  private static final WeightShape THREE = WeightShape.dense(1, 3);

  private static double[] drawn(Initializer rule, WeightShape shape) {
    DMatrixRMaj b = rule.draw(shape, RandomStreams.layer(1, 0));
    return java.util.Arrays.copyOf(b.data, b.getNumElements());
  }

  @ParameterizedTest
  @CsvSource({"0.1, -2.197", "0.01, -4.595", "0.001, -6.907", "0.5, 0", "0.9, 2.197"})
  void yesIsSaidAsOftenAsItIsRight(double p, double bias) {
    double[] b = drawn(Init.prior(p), THREE);
    assertThat(b).hasSize(3).containsOnly(b[0]);
    assertThat(b[0]).isCloseTo(bias, within(5e-4));
    assertThat(1 / (1 + Math.exp(-b[0]))).isCloseTo(p, within(1e-15));
    assertThat(Init.prior(p).law(THREE)).isPresent();
  }

  @Test
  void theSoftmaxOfTheBiasesIsTheShares() {
    double[] b = drawn(Init.prior(6, 3, 1), THREE);
    assertThat(b[0] + b[1] + b[2]).isCloseTo(0, within(1e-15));
    double sum = Math.exp(b[0]) + Math.exp(b[1]) + Math.exp(b[2]);
    assertThat(Math.exp(b[0]) / sum).isCloseTo(0.6, within(1e-15));
    assertThat(Math.exp(b[2]) / sum).isCloseTo(0.1, within(1e-15));
    assertThat(drawn(Init.prior(0.6, 0.3, 0.1), THREE))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(b);
    Law law = Init.prior(6, 3, 1).law(THREE).orElseThrow();
    assertThat(law.mean()).isZero();
    assertThat(law.high()).isCloseTo(b[0], within(1e-15));
    assertThat(law.low()).isCloseTo(b[2], within(1e-15));
    assertThat(law.std())
        .isCloseTo(Math.sqrt((b[0] * b[0] + b[1] * b[1] + b[2] * b[2]) / 3), within(1e-15));
    assertThat(Init.prior(6, 3, 1)).hasToString("prior of classes");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 2, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoProbabilityIsRefused(double p) {
    assertThatThrownBy(() -> Init.prior(p))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the probability p is ");
  }

  @Test
  void aClassWithoutExamplesIsRefusedWithTheCure() {
    assertThatThrownBy(() -> Init.prior(5, 0, 2))
        .hasMessageContaining("the count of class 1 (from 0) is 0; it must be above 0")
        .hasMessageContaining("add 1 to every count");
    assertThatThrownBy(() -> Init.prior(5, Double.NaN))
        .hasMessageContaining("class 1 (from 0) is NaN");
    assertThatThrownBy(() -> Init.prior(5, -1)).hasMessageContaining("class 1 (from 0) is -1");
    assertThatThrownBy(Init::prior).hasMessageContaining("the number of classes is 0");
    assertThatThrownBy(() -> drawn(Init.prior(1, 2), THREE))
        .hasMessageContaining("the shape for prior of classes is 1 x 3; it must be 1 x 2");
    assertThatThrownBy(() -> drawn(Init.prior(1, 2, 3), WeightShape.dense(3, 1)))
        .hasMessageContaining("the shape for prior of classes is 3 x 1");
  }
}
