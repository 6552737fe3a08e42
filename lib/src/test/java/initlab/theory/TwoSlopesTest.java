package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.math.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoSlopesTest {

  /**
   * What lies along a(l) and what lies across it are at right angles: neither takes of the other.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void aGradientIsNeverShorterThanItsComponentAlongTheLayer(int n) {
    Draws draws = new Draws(RandomStreams.of(3, "two slopes", n), n);
    LayerDraw layer = new TwoSlopes(Activation.leakyRelu(0.5), n, draws);
    for (int net = 0; net < 500; net++) {
      double squares = layer.forward(0.7, net);
      LayerDraw.Back back = layer.backward(3, 0.4);
      assertThat(back.gradient()).isGreaterThanOrEqualTo(9 - 1e-12);
      assertThat(back.passed()).isBetween(0.25 * back.gradient() - 1e-12, back.gradient() + 1e-12);
      assertThat(back.product()).isCloseTo(3 * Math.sqrt(squares), within(1e-12));
    }
  }
}
