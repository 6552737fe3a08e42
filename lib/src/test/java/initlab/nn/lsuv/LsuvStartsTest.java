package initlab.nn.lsuv;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;

/**
 * LSUV with a batch a seed, with a batch size a start, without its first layer, and told in words.
 */
class LsuvStartsTest {
  private static final Plan PLAN = Mlp.deep(TANH, 40, 3);

  private static boolean equal(Network one, Network other, int layer) {
    return MatrixFeatures_DDRM.isIdentical(
        one.layer(layer).weights(), other.layer(layer).weights(), 0);
  }

  @Test
  void eachSeedIsFittedToItsOwnBatch() {
    Start each = Lsuv.onEach(seed -> LsuvCases.batch((int) seed));
    assertThat(each.name()).isEqualTo("LSUV");
    for (int seed = 1; seed <= 2; seed++) {
      Network net = each.start(PLAN, seed);
      assertThat(equal(net, Lsuv.on(LsuvCases.batch(seed)).start(PLAN, seed), 1)).isTrue();
      assertThat(equal(net, Lsuv.on(LsuvCases.batch(3)).start(PLAN, seed), 1)).isFalse();
    }
  }

  @Test
  void aStartForEachBatchSizeThatSaysSo() {
    Start[] starts = Lsuv.onBatches(1, 16);
    assertThat(Stream.of(starts).map(Start::name))
        .containsExactly("LSUV, batch 1", "LSUV, batch 16");
    assertThat(equal(starts[1].start(PLAN, 1), starts[1].start(PLAN, 1), 2)).isTrue();
    assertThat(equal(starts[0].start(PLAN, 1), starts[1].start(PLAN, 1), 2)).isFalse();
    assertThatThrownBy(() -> Lsuv.onBatches(4, 0)).hasMessageContaining("the batch size");
  }

  @Test
  void theFirstLayerIsSkippedWhereAskedForAndTheOthersAreNot() {
    DMatrixRMaj x = LsuvCases.batch(1);
    Network net = PLAN.init(Init.orthogonal(), 1);
    LsuvTrace trace = Lsuv.on(x).skippingFirst().rescale(net);
    assertThat(equal(net, PLAN.init(Init.orthogonal(), 1), 1)).isTrue();
    assertThat(trace.layer(1)).isEmpty();
    assertThat(Moments.of(net.forward(x).z(3)).variance()).isCloseTo(1, within(0.1));
    assertThat(Lsuv.on(x).skippingFirst().toString()).endsWith(", first layer skipped");
  }

  @Test
  void aTraceSaysHowOftenAndWhatIsLeft() {
    LsuvTrace trace = Lsuv.on(LsuvCases.batch(1)).rescale(PLAN.init(Init.orthogonal(), 1));
    assertThat(trace.mostRescalings()).isEqualTo(1);
    assertThat(trace.settledWithin(1)).isEqualTo(3);
    assertThat(trace.settledWithin(0))
        .isEqualTo(3 - (int) trace.rescalings().stream().filter(n -> n == 1).count());
    assertThat(trace.variance(1)).isCloseTo(1, within(1e-12));
    assertThatThrownBy(() -> trace.variance(4)).hasMessageContaining("the layer");
  }

  @Test
  void aStorySaysHowItEnded() {
    Lsuv lsuv = Lsuv.on(LsuvCases.batch(1));
    assertThat(lsuv.story(PLAN.init(Init.heNormal(), 1)))
        .isEqualTo("Divisions per layer: [1, 1, 1]; all were accepted.");
    assertThat(lsuv.story(PLAN.init(Init.zeros(), 1)))
        .isEqualTo(
            "Divisions per layer: [0]; stopped.\n"
                + "Layer 1 of 3: its pre-activations have variance 0, so no scale can bring them to"
                + " 1. Its weights are all 0: draw them, as Init.orthogonal() does.");
    assertThat(lsuv.afterActivation().goOn().story(PLAN.init(Init.heNormal(), 1)))
        .endsWith("not all were accepted.");
  }
}
