package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateProductTest {

  @ParameterizedTest
  @CsvSource({"0, 6.223e-61", "1, 6.172e-28", "2, 9.444e-12", "5, 0.2610"})
  void whatTwoHundredStepsLeave(double bias, double left) {
    GateProduct gates = GateProduct.of(bias);
    assertThat(gates.typical(200)).isCloseTo(left, Percentage.withPercentage(0.5));
    assertThat(gates.mean(200)).isCloseTo(gates.typical(200), Percentage.withPercentage(1e-6));
    assertThat(gates.typical(0)).isEqualTo(1);
  }

  @Test
  void chronoRemembersAsLongAsItsTask() {
    GateProduct chrono = GateProduct.chrono(200);
    assertThat(chrono.typical(200)).isCloseTo(Math.pow(100.0 / 101, 200), within(1e-12));
    assertThat(chrono.typical(200)).isCloseTo(0.137, within(5e-4));
    assertThat(chrono.mean(200)).isCloseTo(0.149, within(5e-4));
    Interval constants = chrono.timeConstant();
    assertThat(constants.low()).isCloseTo(11.9, within(1e-9));
    assertThat(constants.median()).isCloseTo(101, within(1e-9));
    assertThat(constants.high()).isCloseTo(190.1, within(1e-9));
  }

  /** 40,000 biases as the rule draws them: 5 standard errors of the mean product are 0.0025. */
  @Test
  void itIsTheMeanOverBiasesThatTheRuleDraws() {
    double[] b =
        Init.chrono(200).draw(WeightShape.dense(1, 40_000), RandomStreams.layer(1, 0)).data;
    double sum = 0;
    for (double bias : b) {
      sum += Math.pow(Activation.SIGMOID.apply(bias), 200) / b.length;
    }
    assertThat(GateProduct.chrono(200).mean(200)).isCloseTo(sum, within(0.0025));
  }

  /** Noise helps the mean at bias 0, whose sigmoid bends little, and hurts the typical cell. */
  @Test
  void noisePartsTheMeanFromTheTypical() {
    GateProduct noisy = GateProduct.of(0).noise(1);
    assertThat(noisy.mean(200)).isCloseTo(GateProduct.of(0).mean(200), within(1e-65));
    assertThat(noisy.typical(200)).isLessThan(1e-9 * noisy.mean(200));
    assertThat(noisy).hasToString("forget bias 0, noise 1");
  }

  @Test
  void badInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GateProduct.chrono(2))
        .withMessageContaining("is 2; it must be at least 3");
    assertThatIllegalArgumentException().isThrownBy(() -> GateProduct.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> GateProduct.of(1).noise(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> GateProduct.of(1).mean(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> GateProduct.of(1).typical(-1));
  }
}
