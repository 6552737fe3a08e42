package initlab.study.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.MatrixProduct;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.loss.Loss;
import initlab.train.data.Data;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ProbeTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /** One ReLU layer whose every number can be had by hand: z = (5.5, -4), (1, -1). */
  private static Network byHand() {
    Plan plan = Plan.of(Signal.vector(2), Dense.of(2, Activation.RELU)).onPlainJava();
    Network net = Network.blank(plan);
    net.parameter("1.W").load(new DMatrixRMaj(new double[][] {{1, -2}, {3, 1}}));
    net.parameter("1.b").load(new DMatrixRMaj(new double[][] {{0.5, -1}}));
    return net;
  }

  @Test
  void everyMeasureIsItsFormula() {
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{2, 1}, {0.5, 0}});
    DMatrixRMaj g = new DMatrixRMaj(new double[][] {{1, 7}, {-1, 7}});
    Report r = Probe.backward(byHand(), x, g);
    assertThat(r.profile(Measure.PRE_ACTIVATION)[1]).isEqualTo((5.5 * 5.5 + 16 + 1 + 4) / 4);
    assertThat(r.profile(Measure.ACTIVATION)[1]).isEqualTo((5.5 * 5.5 + 1) / 4);
    assertThat(r.profile(Measure.ACTIVATION_MEAN)[1]).isEqualTo(6.5 / 4);
    assertThat(r.last(Measure.DEAD)).isEqualTo(0.5);
    assertThat(r.last(Measure.SATURATED)).isEqualTo(0.5);
    assertThat(r.last(Measure.CORRELATION)).isCloseTo(1, EXACT);
    assertThat(r.last(Measure.RANK)).isCloseTo(1, EXACT);
    assertThat(r.profile(Measure.CORRELATION)[0]).isCloseTo(2 / Math.sqrt(5), EXACT);
    assertThat(r.last(Measure.GRADIENT)).isEqualTo((1 + 49 + 1 + 49) / 4.0);
    // dz = (1, 0), (-1, 0): dx = dz W^T = (1, 3), (-1, -3); dW = x^T dz = (1.5, 0), (1, 0)
    assertThat(r.profile(Measure.GRADIENT)[0]).isEqualTo((1 + 9 + 1 + 9) / 4.0);
    assertThat(r.last(Measure.WEIGHT_GRADIENT)).isEqualTo((2.25 + 1) / 4);
    assertThat(r.profile(Measure.PRE_ACTIVATION)[0]).isNaN();
  }

  @Test
  void rankCountsDirections() {
    DMatrixRMaj identity = new DMatrixRMaj(new double[][] {{1e200, 0, 0}, {0, 1e200, 0}});
    assertThat(SampleLikeness.rank(identity, MatrixProduct.plain())).isCloseTo(2, EXACT);
    assertThat(SampleLikeness.rank(new DMatrixRMaj(3, 3), MatrixProduct.plain())).isZero();
    identity.set(0, 0, Double.POSITIVE_INFINITY);
    assertThat(SampleLikeness.rank(identity, MatrixProduct.plain())).isNaN();
  }

  @Test
  void aLossGivesTheGradient() {
    Network net = Mlp.of(Activation.TANH, 3, 4, 2).init(Init.xavierNormal(), 1);
    DMatrixRMaj x = Data.normal(5, 3, 1);
    DMatrixRMaj y = Data.normal(5, 2, 2);
    DMatrixRMaj g = new DMatrixRMaj(0, 0);
    Loss.squared().gradient(net.forward(x).output(), y, g);
    double[] byLoss = Probe.backward(net, x, y, Loss.squared()).profile(Measure.GRADIENT);
    assertThat(byLoss).isEqualTo(Probe.backward(net, x, g).profile(Measure.GRADIENT));
  }

  @Test
  void reportsAreShown() {
    Network net = Mlp.deep(Activation.RELU, 8, 3).init(Init.heNormal(), 1);
    Report forward = Probe.forward(net, Data.normal(4, 8, 1));
    assertThat(forward.table().height()).isEqualTo(4);
    assertThat(forward.plot().text()).contains("8 -> 8 ReLU (3 times)", "forward");
    assertThat(Probe.backward(net, Data.normal(4, 8, 1), Data.normal(4, 8, 2)).plot().text())
        .contains("backward", "dL/dW");
    assertThat(forward).asString().contains("share of dead neurons [").doesNotContain("@");
  }

  @Test
  void whatCannotBeMeasuredIsNamed() {
    Network net = Mlp.deep(Activation.RELU, 3, 2).init(Init.heNormal(), 1);
    DMatrixRMaj x = Data.normal(2, 3, 1);
    assertThatThrownBy(() -> Probe.forward(net, x).profile(Measure.GRADIENT))
        .hasMessageContaining("the measure is GRADIENT");
    assertThatThrownBy(() -> Probe.forward(net, new DMatrixRMaj(0, 3)))
        .hasMessageContaining("number of");
    Activation root = z -> Math.sqrt(z);
    Network bad = Mlp.deep(root.named("root"), 3, 2).init(Init.heNormal(), 1);
    assertThatThrownBy(() -> Probe.forward(bad, x))
        .hasMessageContaining("\"root\", layer 1 is NaN");
    x.set(1, 2, Double.NaN);
    assertThatThrownBy(() -> Probe.forward(net, x))
        .hasMessageContaining("the input, row 1, column 2 (from 0), is NaN");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Network net = Mlp.deep(Activation.RELU, 3, 2).init(Init.heNormal(), 1);
    DMatrixRMaj x = Data.normal(2, 3, 1);
    assertThatThrownBy(() -> Probe.forward(null, x)).hasMessageContaining("the network is null");
    assertThatThrownBy(() -> Probe.backward(null, x, x))
        .hasMessageContaining("the network is null");
    assertThatThrownBy(() -> Probe.backward(null, x, x, Loss.squared()))
        .hasMessageContaining("the network is null");
    assertThatThrownBy(() -> Probe.backward(net, x, x, null))
        .hasMessageContaining("the loss is null");
  }
}
