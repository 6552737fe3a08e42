package initlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final Plan DEEP = Mlp.deep(Activation.RELU, 8, 3);

  @Test
  void aPlanSaysWhatItIs() {
    assertThat(Mlp.deep(Activation.RELU, 8, 3)).hasToString("ReLU net, 3 layers, 8 -> 8");
    assertThat(Mlp.of(Activation.TANH, 2, 1)).asString().endsWith("1 layer, 2 -> 1");
  }

  @Test
  void aLayerDrawsTheSameWeightsAtAnyDepth() {
    Network shallow = DEEP.init(Init.heNormal(), 7);
    Network deep = Mlp.deep(Activation.RELU, 8, 50).init(Init.heNormal(), 7);
    for (int l = 1; l <= 3; l++) {
      assertThat(deep.layer(l).weights().data).isEqualTo(shallow.layer(l).weights().data);
    }
    assertThat(deep.layer(1).weights().data).isNotEqualTo(deep.layer(2).weights().data);
  }

  @Test
  void aForwardPassIsTheFormula() {
    Plan plan = Plan.of(Signal.vector(2), Dense.of(2, Activation.RELU)).onPlainJava();
    Network net = Network.blank(plan);
    net.parameter("1.W").load(new DMatrixRMaj(new double[][] {{1, -2}, {3, 1}}));
    net.parameter("1.b").load(new DMatrixRMaj(new double[][] {{0.5, -1}}));
    Pass trace = net.forward(new DMatrixRMaj(new double[][] {{2, 1}}));
    assertThat(trace.z(1).data).containsExactly(5.5, -4);
    assertThat(trace.output().data).containsExactly(5.5, 0);
    assertThat(trace.a(0).data).containsExactly(2, 1);
  }

  @Test
  void aTraceUsedAgainHoldsTheNewBatch() {
    Network net = DEEP.init(Init.heNormal(), 1);
    Pass trace = net.forward(ones(4));
    trace.forward(ones(2));
    assertThat(trace.output().numRows).isEqualTo(2);
    assertThat(trace.output().data).startsWith(net.forward(ones(2)).output().data);
  }

  @Test
  void equalNeuronsStayExactlyEqualOnPlainJava() {
    Plan plan = Mlp.of(Activation.TANH, 3, 40, 1).onPlainJava();
    Network net = plan.init(Init.constant(0.3), 1);
    Pass trace = net.forward(new DMatrixRMaj(new double[][] {{0.1, 0.7, -0.3}, {1, 2, 3}}));
    DMatrixRMaj g = trace.backward(ones(2, 1)).gradient(net.parameter("1.W"));
    for (int neuron = 1; neuron < 40; neuron++) {
      assertThat(trace.a(1).get(1, neuron)).isEqualTo(trace.a(1).get(1, 0));
      assertThat(g.get(2, neuron)).isEqualTo(g.get(2, 0));
    }
  }

  @Test
  void overflowIsInfinityAndReluKeepsItsZero() {
    assertThat(Activation.RELU.apply(Double.NEGATIVE_INFINITY)).isZero();
    Network net = Mlp.deep(Activation.LINEAR, 8, 2).init(Init.constant(1e200), 1);
    assertThat(net.forward(ones(1)).output().data).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void misfitsAreNamed() {
    Network net = DEEP.init(Init.zeros(), 1);
    assertThatThrownBy(() -> net.forward(ones(1, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the width of the input is 5; it must be 8");
    assertThatThrownBy(() -> net.forward(new DMatrixRMaj(0, 8)))
        .hasMessageContaining("number of samples is 0");
    Initializer wrong = (shape, rng) -> new DMatrixRMaj(2, 2);
    assertThatThrownBy(() -> DEEP.init(wrong.named("mine"), 1))
        .hasMessageContaining("drew is 2 x 2; it must be 8 x 8");
    assertThatThrownBy(() -> Mlp.deep(Activation.RELU, 8, 0)).hasMessageContaining("depth is 0");
    assertThatThrownBy(() -> Mlp.of(Activation.RELU, 8)).hasMessageContaining("number of widths");
  }

  private static DMatrixRMaj ones(int rows) {
    return ones(rows, 8);
  }

  private static DMatrixRMaj ones(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    m.fill(1);
    return m;
  }
}
