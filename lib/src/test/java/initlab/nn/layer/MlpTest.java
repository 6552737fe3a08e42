package initlab.nn.layer;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MlpTest {
  @Test
  void aDeepNetForATaskIsTheOneWithEveryWidthWritten() {
    var written = Mlp.of(RELU, 2, 32, 32, 32, 1);
    assertThat(Mlp.deep(RELU, 2, 32, 3, 1).layers()).isEqualTo(written.layers());
    assertThat(Mlp.deep(RELU, 2, 32, 3, 1)).hasToString(written.toString());
  }

  @Test
  void aDeepNetForATaskHasAHiddenLayer() {
    assertThatThrownBy(() -> Mlp.deep(RELU, 2, 32, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depth");
    assertThatThrownBy(() -> Mlp.deep(RELU, 2, 0, 3, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void widthsAlternateFromTheInputOn() {
    var plan = Mlp.alternating(RELU, 8, 2, 4);
    assertThat(plan.layers())
        .isEqualTo(Mlp.of(RELU, 8, 2, 8, 2, 8, 1).withoutBiases().layers().subList(0, 4));
    assertThat(plan).hasToString("ReLU net, 4 layers, 8, 2, 8, ...");
    assertThat(Mlp.alternating(RELU, 8, 2, 3).outputs()).isEqualTo(2);
  }

  @Test
  void alternatingWidthsAndDepthsAreAtLeastOne() {
    assertThatThrownBy(() -> Mlp.alternating(RELU, 8, 2, 0)).hasMessageContaining("depth");
    assertThatThrownBy(() -> Mlp.alternating(RELU, 8, 0, 2)).hasMessageContaining("width");
  }
}
