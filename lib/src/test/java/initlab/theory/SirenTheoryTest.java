package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import org.junit.jupiter.api.Test;

/** SIREN by mean-field theory: sin(30 z), and the q of 30 z, so times 900. */
class SirenTheoryTest {
  private static final WeightShape SHAPE = WeightShape.dense(256, 256);

  private static MeanField siren() {
    double std = Init.siren(30).std(SHAPE).orElseThrow();
    return MeanField.of(Activation.sine(30)).weights(256 * std * std);
  }

  /** E sin^2 = (1 - exp(-2 q)) / 2, times 2: the fixed point is not 1 but 0.7968. */
  @Test
  void itsPreActivationsRunIntoTheRootOfAnEquation() {
    double q = 900 * siren().fixedVariance();
    assertThat(q).isCloseTo(1 - Math.exp(-2 * q), within(1e-9));
    assertThat(Math.sqrt(q)).isCloseTo(0.8926, within(5e-5));
  }

  /** chi = 2 E cos^2 = 1 + exp(-2 q): gradients grow by a fifth a layer. */
  @Test
  void itsGradientsGrow() {
    double q = siren().fixedVariance();
    assertThat(siren().chi(q)).isCloseTo(1 + Math.exp(-1800 * q), within(1e-9));
    assertThat(siren().chi(q)).isCloseTo(1.2032, within(5e-5));
  }
}
