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

  @Test
  void aNetworksLayerIsCounted() {
    var plan = Mlp.of(Activation.TANH, 2, 5, 1);
    assertThat(TiedNeurons.different(plan.init(Init.constant(0.5), 1), 1)).isEqualTo(1);
    assertThat(TiedNeurons.different(plan.init(Init.xavierNormal(), 1), 1)).isEqualTo(5);
  }
}
