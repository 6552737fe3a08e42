package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Rnn;
import initlab.train.data.Data;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** What is read from weights: twins, and fans that were exchanged. */
class WeightSymptomsTest {

  /** Four hidden neurons; columns 1 and 3 of the first matrix are made equal. */
  private static Network twins() {
    Network net = Mlp.of(TANH, 3, 4, 2).onPlainJava().init(Init.lecunNormal(), 1);
    copyColumn(net.layer(1).weights(), 1, 3);
    return net;
  }

  private static void copyColumn(DMatrixRMaj w, int from, int to) {
    for (int row = 0; row < w.numRows; row++) {
      w.set(row, to, w.get(row, from));
    }
  }

  private static double share(Network net) {
    return share(net, 1);
  }

  /** Of a gradient this many times N(0, 1). */
  private static double share(Network net, double size) {
    Pass pass = net.forward(Data.normal(5, net.plan().inputs(), 1));
    DMatrixRMaj gradient = Data.normal(5, net.plan().outputs(), 2);
    CommonOps_DDRM.scale(size, gradient);
    pass.backward(gradient);
    return WeightSymptoms.twins(net.layer(1), pass);
  }

  @Test
  void equalNeuronsWithEqualGradientsAreTwins() {
    Network net = twins();
    assertThat(share(net)).isZero(); // the layer behind tells them apart
    DMatrixRMaj next = net.layer(2).weights();
    for (int col = 0; col < next.numCols; col++) {
      next.set(3, col, next.get(1, col));
    }
    assertThat(share(net)).isEqualTo(0.5);
    next.set(3, 0, next.get(3, 0) * (1 + 1e-7));
    assertThat(share(net)).isZero();
    assertThat(share(net, 1e-6)).isZero(); // a small difference of small gradients is one too
  }

  @Test
  void oneWeightOrOneBiasThatDiffersParts() {
    Network net = twins();
    net.layer(2).weights().fill(0.5);
    assertThat(share(net)).isEqualTo(0.5);
    net.layer(1).weights().set(2, 3, net.layer(1).weights().get(2, 3) + 1e-13);
    assertThat(share(net)).isZero();
    Network biased = twins();
    biased.layer(2).weights().fill(0.5);
    biased.parameter("1.b").value().data[3] = 1e-13;
    assertThat(share(biased)).isZero();
  }

  /** A neuron of a recurrent layer has a column in each matrix. */
  @Test
  void recurrentWeightsPartNeuronsToo() {
    Plan plan = Plan.of(Signal.tokens(3, 2), Rnn.of(4, TANH), Dense.of(1, LINEAR)).onPlainJava();
    Rules same = Rules.of(Init.constant(0.1)).on(Role.RECURRENT, Init.constant(0.1));
    assertThat(share(plan.init(same, 1))).isEqualTo(1);
    Rules apart = Rules.of(Init.constant(0.1)).on(Role.RECURRENT, Init.lecunNormal());
    assertThat(share(plan.init(apart, 1))).isZero();
  }

  /** Weights with exactly this Var W. */
  private static double swapped(Activation f, int in, int out, double variance) {
    Network net = Plan.of(Signal.vector(in), Dense.of(out, f)).init(Init.zeros(), 1);
    DMatrixRMaj w = net.layer(1).weights();
    w.setTo(Data.normal(in, out, 3));
    CommonOps_DDRM.scale(Math.sqrt(variance) / Moments.of(w).std(), w);
    return WeightSymptoms.swapped(net.layer(1));
  }

  @Test
  void varianceByTheOtherFanIsFound() {
    // ReLU is due 2 in fan_in Var W, and has 2 in fan_out Var W
    assertThat(swapped(RELU, 100, 400, 2 / 400.0)).isCloseTo(0.25, within(1e-9));
    assertThat(swapped(RELU, 300, 100, 2 / 100.0)).isCloseTo(3, within(1e-9));
    double due = 2 / (1 + 0.09);
    assertThat(swapped(z -> z > 0 ? z : 0.3 * z, 100, 250, due / 250)).isCloseTo(0.4, within(1e-9));
    // 15 % more or less is the same to so few weights, and 16 % are not
    assertThat(swapped(RELU, 100, 400, 2 * 1.14 / 400)).isCloseTo(0.285, within(1e-9));
    assertThat(swapped(RELU, 100, 400, 2 * 1.16 / 400)).isNaN();
    assertThat(swapped(RELU, 300, 100, 2 / 1.14 / 100)).isCloseTo(3 / 1.14, within(1e-9));
    assertThat(swapped(RELU, 300, 100, 2 / 1.16 / 100)).isNaN();
  }

  @Test
  void aUsualRuleIsNoExchange() {
    assertThat(swapped(RELU, 50, 100, 1 / 50.0)).isNaN(); // LeCun, fan_out Var W = 2
    assertThat(swapped(RELU, 100, 50, 2 / 100.0)).isNaN(); // He
    assertThat(swapped(LINEAR, 200, 100, 2 / 200.0)).isNaN(); // He, fan_out Var W = 1
    assertThat(swapped(RELU, 8, 392, 2 / 400.0)).isNaN(); // Xavier, fan_out Var W = 1.96
    assertThat(swapped(RELU, 100, 400, 1 / 400.0)).isNaN(); // neither fan's
    assertThat(swapped(z -> 0, 100, 400, 2 / 400.0)).isNaN(); // nothing is due
    assertThat(swapped(RELU, 16, 49, 2 / 49.0)).isNaN(); // 784 weights
    assertThat(swapped(RELU, 16, 50, 2 / 50.0)).isCloseTo(16 / 50.0, within(1e-9));
  }

  /** A gated layer has two weights: the first is He's, the second by the other fan. */
  @Test
  void theWeightThatFollowsTheOtherFanIsFoundBesideOneThatDoesNot() {
    Rules mixed = Rules.of(Init.heNormal()).on("1.V", Init.lecunNormal().mode(FanMode.OUT));
    Network net = Plan.of(Signal.vector(60), Gated.of(120, TANH)).init(mixed, 1);
    assertThat(WeightSymptoms.swapped(net.layer(1))).isCloseTo(0.5, within(0.05));
  }
}
