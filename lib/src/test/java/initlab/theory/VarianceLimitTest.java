package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where variance maps of a closed form lead. */
class VarianceLimitTest {

  /** E exp(-Z^2 q) = 1 / sqrt(1 + 2 q): a map that falls, and closes in from both sides. */
  @ParameterizedTest
  @CsvSource({"1, 0", "9, 0", "200, 0", "0.3, 2"})
  void aFallingMapIsSolvedToTwelveDigits(double weights, double biases) {
    Activation bell = z -> Math.exp(-0.5 * z * z);
    double q = new MeanField(bell, weights, biases).fixedVariance();
    assertThat((weights / Math.sqrt(1 + 2 * q) + biases) / q).isCloseTo(1, within(2e-12));
  }

  /** E sin(sqrt(q) Z)^2 = (1 - exp(-2 q)) / 2: a map that rises, and closes in from one side. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "0.5, 2", "3, 0.1", "2.1, 0"})
  void aRisingMapIsSolvedToTwelveDigits(double weights, double biases) {
    double q = new MeanField(Math::sin, weights, biases).fixedVariance();
    double image = -0.5 * weights * Math.expm1(-2 * q) + biases;
    assertThat(image / q).isCloseTo(1, within(2e-12));
    assertThat(q).isGreaterThan(biases);
  }

  @Test
  void aMapThatLeavesEveryVarianceAloneStaysAtOne() {
    assertThat(MeanField.of(Activation.LINEAR).fixedVariance()).isEqualTo(1);
    assertThat(MeanField.of(Activation.RELU).weights(2).fixedVariance()).isEqualTo(1);
  }

  /** Under f = z the variance is b / (1 - w), far above its start or far below it. */
  @ParameterizedTest
  @CsvSource({"0.5, 1e-9", "0.5, 1e-3", "0.5, 1e12", "0.99, 1e-4", "0.99, 1"})
  void biasesKeepAVarianceAliveAndFinite(double weights, double biases) {
    double q = new MeanField(Activation.LINEAR, weights, biases).fixedVariance();
    assertThat(q * (1 - weights) / biases).isCloseTo(1, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.001, 1.5, 1e30})
  void whatOnlyGrowsExplodes(double weights) {
    assertThat(MeanField.of(Activation.LINEAR).weights(weights).fixedVariance()).isInfinite();
    assertThat(MeanField.of(Activation.LINEAR).weights(1 / weights).fixedVariance()).isZero();
  }

  /**
   * A bell of height 100 throws 1 to about 5774, beyond the map's first fixed point near 370, to
   * where a wall of height sqrt(1e5) behind |z| = 100 holds it up.
   */
  @Test
  void aMapMayLeapOverAFixedPoint() {
    Activation f =
        z -> 100 * Math.exp(-0.5 * z * z) + Math.sqrt(1e5) / (1 + Math.exp(100 - Math.abs(z)));
    MeanField field = MeanField.of(f);
    assertThat(field.variance(300)).isGreaterThan(300);
    assertThat(field.variance(450)).isLessThan(450);
    double q = 1;
    for (int layer = 0; layer < 60; layer++) {
      q = field.variance(q);
    }
    assertThat(q).isGreaterThan(5e4);
    assertThat(field.fixedVariance() / q).isCloseTo(1, within(1e-9));
  }
}
