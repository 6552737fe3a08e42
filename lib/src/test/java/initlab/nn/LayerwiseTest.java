package initlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import org.junit.jupiter.api.Test;

class LayerwiseTest {
  private static final Mlp PLAN = Mlp.of(Activation.TANH, 2, 3, 1);

  @Test
  void everyLayerIsDrawnByItsOwnRule() {
    var net = PLAN.init(Layerwise.of("W2 zero", Init.heNormal(), Init.zeros()), 5);
    assertThat(net.layer(1).weights().data)
        .isEqualTo(PLAN.init(Init.heNormal(), 5).layer(1).weights().data);
    assertThat(net.layer(2).weights().data).containsOnly(0);
  }

  @Test
  void aMissingRuleIsNamed() {
    assertThatThrownBy(() -> PLAN.init(Layerwise.of("one", Init.zeros()), 1))
        .hasMessageContaining("number of rules")
        .hasMessageContaining("2");
  }

  @Test
  void aNudgeMovesOneWeight() {
    var net = PLAN.init(Nudge.of(Init.constant(0.5), 0.25), 1);
    assertThat(net.layer(1).weights().data).containsExactly(0.75, 0.5, 0.5, 0.5, 0.5, 0.5);
    assertThat(Nudge.of(Init.zeros(), 1e-6).name()).isEqualTo("nudge 1e-6");
  }
}
