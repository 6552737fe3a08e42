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
}
