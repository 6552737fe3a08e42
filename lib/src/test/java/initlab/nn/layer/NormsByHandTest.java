package initlab.nn.layer;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Layers that normalize, on numbers small enough to be followed by hand. */
class NormsByHandTest {

  private static DMatrixRMaj matrix(int rows, int cols, double... numbers) {
    return new DMatrixRMaj(rows, cols, true, numbers);
  }

  private static Network net(Signal in, Layer... layers) {
    return Plan.of(in, layers).onPlainJava().init(Init.heNormal(), 1);
  }

  /** Both places have mean 4 and variance 4 or 1: z = scale (-1, 1) + shift. */
  @Test
  void layerNormCentresAndScalesEachPlace() {
    Network net = net(Signal.tokens(2, 2), new LayerNorm(1e-14, true));
    net.parameter("1.scale").load(matrix(1, 2, 10, 100));
    net.parameter("1.shift").load(matrix(1, 2, 0.5, 0));
    Pass pass = net.forward(matrix(2, 2, 2, 6, 5, 3));
    assertThat(pass.z(1).data).containsExactly(new double[] {-9.5, 100, 10.5, -100}, within(1e-9));
    pass.backward(matrix(2, 2, 1, 2, 3, 4));
    assertThat(pass.gradient(net.parameter("1.scale")).data)
        .containsExactly(new double[] {-1 + 3, 2 - 4}, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.shift")).data).containsExactly(4, 6);
    assertThat(pass.da(0).data).containsExactly(new double[] {0, 0, 0, 0}, within(1e-9));
  }

  /** x = (3, 4, 0, 0): mean square 25/4, h = x / 2.5; g = e1: dx = (g - h h1 / 4) / 2.5. */
  @Test
  void rmsNormKeepsTheMean() {
    Network net = net(Signal.vector(4), new RmsNorm(1e-14));
    net.parameter("1.scale").load(matrix(1, 4, 1, 2, 1, 1));
    Pass pass = net.forward(matrix(1, 4, 3, 4, 0, 0));
    assertThat(pass.z(1).data).containsExactly(new double[] {1.2, 3.2, 0, 0}, within(1e-9));
    pass.backward(matrix(1, 4, 1, 0, 0, 0));
    double[] dx = {(1 - 1.2 * 1.2 / 4) / 2.5, -1.6 * 1.2 / 4 / 2.5, 0, 0};
    assertThat(pass.da(0).data).containsExactly(dx, within(1e-9));
    assertThat(pass.gradient(net.parameter("1.scale")).data)
        .containsExactly(new double[] {1.2, 0, 0, 0}, within(1e-9));
  }

  /** A place whose channels are all equal becomes the shift, and sends back finite numbers. */
  @Test
  void equalChannelsBecomeTheShift() {
    Network net = net(Signal.vector(3), LayerNorm.of());
    net.parameter("1.shift").load(matrix(1, 3, 7, 8, 9));
    Pass pass = net.forward(matrix(1, 3, 5, 5, 5));
    assertThat(pass.z(1).data).containsExactly(7, 8, 9);
    assertThat(pass.backward(matrix(1, 3, 1, 0, -1)).da(0).data)
        .containsExactly(new double[] {1 / Math.sqrt(1e-5), 0, -1 / Math.sqrt(1e-5)}, within(1e-9));
    assertThat(net(Signal.vector(2), RmsNorm.of()).forward(matrix(1, 2, 0, 0)).z(1).data)
        .containsOnly(0);
  }

  @Test
  void scalesBeginAtOneAndShiftsAtZero() {
    Plan plan = Plan.of(Signal.vector(4), LayerNorm.of(), Dense.of(4, TANH), RmsNorm.of());
    assertThat(Rules.of(Init.heNormal()).explain(plan).lines().map(String::strip))
        .containsExactly(
            "1.scale  1 x 4  scale   ones   usual for a scale",
            "1.shift  1 x 4  shift   zeros  usual for a shift",
            "2.W      4 x 4  weight  He     all weights",
            "2.b      1 x 4  bias    zeros  usual for a bias",
            "3.scale  1 x 4  scale   ones   usual for a scale");
    assertThat(LayerNorm.of().withoutBias().withBias()).isEqualTo(LayerNorm.of());
    assertThat(LayerNorm.of().kind()).isEqualTo("layernorm");
    assertThat(RmsNorm.of().kind()).isEqualTo("rmsnorm");
  }

  @Test
  void badNormsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(Signal.tokens(3, 1), LayerNorm.of()))
        .withMessageContaining("Layer 1 (layernorm)")
        .withMessageContaining("the channels that LayerNorm centres is 1; it must be at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerNorm(0, true))
        .withMessageStartingWith("epsilon is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RmsNorm(Double.NaN))
        .withMessageStartingWith("epsilon is NaN");
  }
}
