package initlab.study;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.nn.layer.Mlp;
import org.junit.jupiter.api.Test;

class LayerDensitiesTest {
  private static final Study RELUS =
      Study.of(Mlp.deep(RELU, 64, 5)).batch(32).compare(Init.zeros(), Init.heNormal());

  @Test
  void reluLeavesHalfExactlyZeroAndZerosLeaveAll() {
    String text = RELUS.activations(1, 5).text();
    assertThat(text)
        .contains("ReLU net, 5 layers, 64 -> 64: one net, seed 1")
        .containsPattern("zeros\n  layer 1: 2048 values.*all exactly 0\n  layer 5: .*all exactly 0")
        .containsPattern("He\n  layer 1: 2048 values.*(49|50|51) % exactly 0");
  }

  @Test
  void preActivationsAreWhatStandsBeforeTheActivation() {
    String text = RELUS.preActivations(1).text();
    assertThat(text).contains("density of the pre-activations");
    assertThat(text.substring(text.indexOf("He"))).doesNotContain("exactly 0").contains("rms 1.4");
  }

  @Test
  void largeWeightsSaturateTanhAndSmallOnesDoNot() {
    Study tanh = Study.of(Mlp.deep(TANH, 64, 3)).batch(32);
    String large = tanh.compare(Init.normal(2)).activations(3).text();
    String small = tanh.compare(Init.normal(0.01)).activations(3).text();
    assertThat(large).contains("5-50-95 % at -1, ").contains(", 1; rms 0.9");
    assertThat(small).doesNotContain("at -1, ");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> RELUS.activations(6)).hasMessageContaining("a layer");
    assertThatThrownBy(() -> RELUS.activations()).hasMessageContaining("number of layers");
    assertThatThrownBy(() -> Study.of(Mlp.deep(RELU, 8, 2)).activations(1))
        .hasMessageContaining("number of starts");
  }
}
