package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TiedNeuronsTest {

  @Test
  void equalColumnsAreOneNeuron() {
    var w = new DMatrixRMaj(2, 3, true, 1, 2, 1, 4, 5, 4);
    assertThat(TiedNeurons.of(w)).hasToString("3 neurons, 2 different: neurons 1 and 3 are one");
    assertThat(TiedNeurons.of(w).none()).isFalse();
  }

  @Test
  void theSignOfZeroTiesToo() {
    assertThat(TiedNeurons.of(new DMatrixRMaj(1, 2, true, 0.0, -0.0)).different()).isEqualTo(1);
  }

  @Test
  void aDifferenceInTheLastBitIsOne() {
    var w = new DMatrixRMaj(1, 2, true, 1, Math.nextUp(1.0));
    assertThat(TiedNeurons.of(w)).hasToString("all 2 neurons differ");
  }

  @Test
  void weightsThatVaryOverInputsOnlyAreTurned() {
    assertThat(TiedNeurons.turned(new DMatrixRMaj(2, 2, true, 1, 1, 2, 2))).isTrue();
    assertThat(TiedNeurons.turned(new DMatrixRMaj(2, 2, true, 1, 1, 1, 1))).isFalse();
    assertThat(TiedNeurons.turned(new DMatrixRMaj(2, 2, true, 1, 2, 1, 2))).isFalse();
  }

  /** Ten times 0.1 has a mean that is not 0.1: a column that is level all the same. */
  @Test
  void weightsThatAreAllEqualAreNotTurned() {
    for (double value : new double[] {0.1, 0.3, 14.62, -1e-300, 1e300, 0}) {
      var w = new DMatrixRMaj(10, 3);
      w.fill(value);
      assertThat(TiedNeurons.turned(w)).as("%s", value).isFalse();
      assertThat(TiedNeurons.of(w).different()).isEqualTo(1);
      w.set(9, 0, Math.nextUp(value));
      w.set(9, 1, Math.nextUp(value));
      w.set(9, 2, Math.nextUp(value));
      assertThat(TiedNeurons.turned(w)).as("%s", value).isTrue();
    }
  }

  /** Neurons 2 and 5 are the first two that are one; 3 and 4 are one as well. */
  @Test
  void theFirstTwinIsNamed() {
    var w = new DMatrixRMaj(2, 5, true, 1, 2, 3, 3, 2, 1, 2, 3, 3, 2);
    TiedNeurons ties = TiedNeurons.of(w);
    assertThat(ties.neurons()).isEqualTo(5);
    assertThat(ties.different()).isEqualTo(3);
    assertThat(ties.pair()).containsExactly(3, 4);
    assertThat(TiedNeurons.of(new DMatrixRMaj(2, 3, true, 1, 1, 1, 1, 2, 1)).pair())
        .containsExactly(1, 3); // columns, not rows, and the whole of them
    assertThat(TiedNeurons.of(new DMatrixRMaj(2, 2, true, 1, 2, 2, 1)).none()).isTrue();
    assertThat(TiedNeurons.of(new DMatrixRMaj(2, 2, true, 1, 2, 2, 1)).pair()).isEmpty();
  }

  @Test
  void aNetworksLayerIsCounted() {
    var plan = Mlp.of(Activation.TANH, 2, 5, 1);
    assertThat(TiedNeurons.different(plan.init(Init.constant(0.5), 1), 1)).isEqualTo(1);
    assertThat(TiedNeurons.different(plan.init(Init.xavierNormal(), 1), 1)).isEqualTo(5);
    assertThat(TiedNeurons.different(plan.init(Init.xavierNormal(), 1), 2)).isEqualTo(1);
  }
}
