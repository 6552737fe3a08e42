package initlab.nn.lsuv;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Every neuron has mean 0 and variance 1 over the batch; what cannot be is refused. */
class PerNeuronTest {
  private static final Plan PLAN = Mlp.deep(RELU, 40, 4).withBiases();

  @Test
  void everyNeuronHasMeanZeroAndVarianceOne() {
    DMatrixRMaj x = LsuvCases.batch(1);
    Network net = PerNeuron.on(x).start(PLAN, 1);
    for (int layer = 1; layer <= 4; layer++) {
      DMatrixRMaj z = net.forward(x).z(layer);
      for (int neuron = 0; neuron < 40; neuron++) {
        Moments seen = Moments.of(CommonOps_DDRM.extractColumn(z, neuron, null));
        assertThat(seen.mean()).isCloseTo(0, within(1e-12));
        assertThat(seen.variance()).isCloseTo(1, within(1e-12));
      }
    }
  }

  @Test
  void aSeedMayHaveItsOwnBatchAndTheNameIsYours() {
    DMatrixRMaj x = LsuvCases.batch(2);
    PerNeuron each = PerNeuron.onEach(seed -> LsuvCases.batch((int) seed)).named("weight norm");
    assertThat(Moments.of(each.start(PLAN, 2).forward(x).z(1)).variance())
        .isCloseTo(1, within(1e-12));
    assertThat(each.name()).isEqualTo("weight norm");
    assertThat(PerNeuron.on(x).name()).isEqualTo("per neuron");
    assertThat(each).hasToString("mean 0 and variance 1 for every neuron over its batch");
  }

  @Test
  void samplesThatAreAllAlikeAndLayersWithoutBiasesAreRefused() {
    DMatrixRMaj alike = new DMatrixRMaj(8, 40);
    CommonOps_DDRM.fill(alike, 3);
    assertThatThrownBy(() -> PerNeuron.on(alike).start(PLAN, 1))
        .hasMessage(
            "Layer 1, neuron 1: its pre-activation is the same for all samples, so no scale can"
                + " bring its variance to 1.");
    Plan bare = Mlp.deep(RELU, 40, 4);
    assertThatThrownBy(() -> PerNeuron.on(LsuvCases.batch(1)).start(bare, 1))
        .hasMessageContaining("withBiases");
    assertThatThrownBy(() -> PerNeuron.on(new DMatrixRMaj(1, 40)))
        .hasMessageContaining("the number of samples");
  }
}
