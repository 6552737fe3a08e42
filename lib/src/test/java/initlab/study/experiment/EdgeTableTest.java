package initlab.study.experiment;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Where chi = 1. */
class EdgeTableTest {

  @Test
  void tanhAndReluHaveOneGeluAndSiluHaveNoneWithoutBiases() {
    assertThat(EdgeTable.edge(TANH, 0)).isCloseTo(1, within(1e-9));
    assertThat(EdgeTable.edge(RELU, 0)).isCloseTo(Math.sqrt(2), within(1e-9));
    assertThat(EdgeTable.edge(GELU, 0)).isNaN();
    assertThat(EdgeTable.edge(SILU, 0)).isNaN();
    assertThat(Math.pow(EdgeTable.edge(TANH, 0.05), 2)).isCloseTo(1.761, within(5e-4));
  }

  @Test
  void theTableSaysNone() {
    String words = EdgeTable.of(new double[] {0, 0.05}, TANH, RELU).text();
    assertThat(words).contains("sigma_b^2 = 0", "sigma_b^2 = 0.05", "1.327", "none");
  }

  @Test
  void refusalsSayWhatIsDue() {
    assertThatThrownBy(() -> EdgeTable.of(new double[0], TANH)).hasMessageContaining("bias");
    assertThatThrownBy(() -> EdgeTable.of(new double[] {0})).hasMessageContaining("activations");
    assertThatThrownBy(() -> EdgeTable.edge(TANH, -1)).hasMessageContaining("sigma_b^2");
  }
}
