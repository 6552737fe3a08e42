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

  /** From 1e306 on, squares far out in the normal's tail overflow before its mean does. */
  @ParameterizedTest
  @ValueSource(doubles = {1e303, 1e306, 1e307, 1.7e308})
  void theLastLayerBeforeAnOverflowIsNoError(double start) {
    var layer = new LayerScale(Activation.RELU, 2, 2);
    double[] a = Propagation.of(List.of(layer, layer, layer), start, 1).activation();
    assertThat(a[3])
        .satisfiesAnyOf(
            m -> assertThat(m).isInfinite(), m -> assertThat(m / start).isBetween(0.999, 1.001));
  }

  @Test
  void overflowIsInfinity() {
    Propagation huge = Propagation.of(layers(Activation.LINEAR, 1e100, 5), 1, 1);
    assertThat(huge.activation()[5]).isInfinite();
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
}
