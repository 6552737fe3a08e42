package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropagationTest {
  private static final Offset<Double> TIGHT = Offset.offset(1e-12);

  private static List<LayerScale> layers(Activation f, double scale, int depth) {
    return Collections.nCopies(depth, new LayerScale(f, scale, scale));
  }

  @Test
  void heKeepsTheSecondMomentBothWays() {
    Propagation he = Propagation.of(layers(Activation.RELU, 2, 50), 1, 1);
    assertThat(he.activation()[50]).isCloseTo(1, Offset.offset(1e-10));
    assertThat(he.gradient()[0]).isCloseTo(1, Offset.offset(1e-10));
    assertThat(he.preActivation()[49]).isCloseTo(2, Offset.offset(1e-10));
  }

  @Test
  void xavierHalvesItUnderRelu() {
    Propagation xavier = Propagation.of(layers(Activation.RELU, 1, 3), 1, 1);
    assertThat(xavier.activation()).containsExactly(new double[] {1, 0.5, 0.25, 0.125}, TIGHT);
    assertThat(xavier.gradient()).containsExactly(new double[] {0.125, 0.25, 0.5, 1}, TIGHT);
  }

  /** tanh at gain 1: the second moment falls like 1/(2L), 0.010 at 50 layers. */
  @Test
  void tanhAtGainOneDoesNotSettle() {
    Propagation tanh = Propagation.of(layers(Activation.TANH, 1, 50), 1, 1);
    assertThat(tanh.activation()[50]).isBetween(0.0085, 0.0105);
  }

  @Test
  void zerosAreZero() {
    Propagation zero = Propagation.of(layers(Activation.RELU, 0, 2), 1, 1);
    assertThat(zero.activation()).containsExactly(1, 0, 0);
    assertThat(zero.gradient()).containsExactly(0, 0, 1);
  }

  /** Squares far out in the normal's tail overflow before its mean does: no error, no NaN. */
  @ParameterizedTest
  @ValueSource(doubles = {1e303, 1e306, 1e307, 1.7e308})
  void theLastLayerBeforeAnOverflowIsNoError(double start) {
    var layer = new LayerScale(Activation.RELU, 2, 2);
    Propagation through = Propagation.of(List.of(layer, layer, layer), start, 1);
    assertThat(through.activation(3))
        .satisfiesAnyOf(
            m -> assertThat(m).isInfinite(), m -> assertThat(m / start).isBetween(0.999, 1.001));
    assertThat(through.gradient(0)).isCloseTo(1, Offset.offset(1e-9));
  }

  @Test
  void overflowIsInfinity() {
    Propagation huge = Propagation.of(layers(Activation.LINEAR, 1e100, 5), 1, 1);
    assertThat(huge.activation()[5]).isInfinite();
    assertThat(huge.gradient(0)).isInfinite();
    Activation exp = Math::exp;
    for (Activation f : List.of(exp, Activation.of("exp", Math::exp, Math::exp))) {
      Propagation through = Propagation.of(layers(f, 1, 5), 0.5, 1);
      assertThat(through.activation(1)).isCloseTo(Math.E, Offset.offset(1e-9));
      assertThat(through.activation(2) / Math.exp(2 * Math.E)).isCloseTo(1, Offset.offset(1e-9));
      assertThat(through.activation(4)).isInfinite();
      assertThat(through.gradient(0)).isInfinite();
      assertThat(through.gradient(5)).isEqualTo(1);
    }
  }

  /**
   * At infinite variance a bounded function has its limit, and nothing times infinity is nothing.
   */
  @Test
  void behindAnOverflowTheLimitCounts() {
    LayerScale linear = new LayerScale(Activation.LINEAR, 1e200, 1e-3);
    LayerScale tanh = new LayerScale(Activation.TANH, 1, 1, 0.5);
    LayerScale none = new LayerScale(Activation.RELU, 0, 0);
    Propagation through = Propagation.of(List.of(linear, linear, tanh, none), 1, 0.3);
    assertThat(through.activation(2)).isInfinite();
    assertThat(through.activation(3)).isCloseTo(1, Offset.offset(1e-9));
    assertThat(through.activation(4)).isZero();
    assertThat(through.gradient(3)).isZero();
    assertThat(through.gradient(0)).isZero();
  }

  @Test
  void forwardAndBackwardHaveTheirOwnScales() {
    LayerScale first = new LayerScale(Activation.LINEAR, 2, 3, 0.5);
    LayerScale second = new LayerScale(Activation.RELU, 5, 7);
    Propagation through = Propagation.of(List.of(first, second), 4, 11);
    assertThat(through.preActivation()).containsExactly(8.5, 42.5);
    assertThat(through.activation(2)).isCloseTo(21.25, Offset.offset(1e-9));
    assertThat(through.gradient(1)).isCloseTo(11 * 7 * 0.5, Offset.offset(1e-9));
    assertThat(through.gradient(0)).isCloseTo(11 * 7 * 0.5 * 3, Offset.offset(1e-9));
    assertThat(through).asString().contains("activations [4, 8.5", "gradients [116, 38.5, 11]");
  }

  /** sech^4 of 1e10 z is a spike of width 1e-10: its integral is 4/3 phi(0) / 1e10. */
  @Test
  void hugeWeightsUnderTanhAreNoTrouble() {
    Propagation huge = Propagation.of(layers(Activation.TANH, 1e20, 2), 1, 1);
    double slopes = 4 / 3.0 / Math.sqrt(2 * Math.PI) / 1e10;
    assertThat(huge.activation(2)).isCloseTo(1, Offset.offset(1e-9));
    assertThat(huge.gradient(1) / (1e20 * slopes)).isCloseTo(1, Offset.offset(1e-6));
  }

  @Test
  void aLayerIsAskedByItsNumberAndNobodyChangesIt() {
    Propagation xavier = Propagation.of(layers(Activation.RELU, 1, 3), 1, 1);
    xavier.activation()[2] = 7;
    xavier.gradient()[2] = 7;
    xavier.preActivation()[0] = 7;
    assertThat(xavier.activation(2)).isCloseTo(0.25, TIGHT);
    assertThat(xavier.gradient(0)).isCloseTo(0.125, TIGHT);
    assertThat(xavier.preActivation()[0]).isEqualTo(1);
    assertThatThrownBy(() -> xavier.activation(4)).hasMessageContaining("0 to 3");
    assertThatThrownBy(() -> xavier.gradient(-1)).hasMessageContaining("0 to 3");
    assertThat(MeanField.of(Activation.RELU).through(3, 8).activation(3)).isCloseTo(1, TIGHT);
    assertThat(xavier).asString().contains("activations [1, 0.5");
  }

  @Test
  void moreLayersThanMemoryHoldsAreRefused() {
    assertThatThrownBy(() -> MeanField.of(Activation.TANH).through(Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memory for the moments is 103 GB");
  }
}
