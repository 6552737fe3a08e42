package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.nn.loss.Loss;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** What starts without differences can learn: claims C47 and C56. */
class TiedWeightsTest {
  private static final Plan XOR = Mlp.of(Activation.TANH, 2, 16, 1).onPlainJava();
  private static final Dataset TWO_POINTS =
      Dataset.of(
          new DMatrixRMaj(new double[][] {{1, 1}, {2, 3}}), new DMatrixRMaj(2, 1, true, 1, 1));

  private static Training xor() {
    return Training.of(XOR, Data.xor(200, 1)).sgd(0.5).steps(1000);
  }

  @Test
  void equalNeuronsStayBitwiseEqualForAThousandSteps() {
    History history = xor().watch(Watch.spread(1)).watch(Watch.rank(1)).from(Init.constant(0.5), 1);
    assertThat(history.ending().step()).isEqualTo(1000);
    assertThat(history.series("spread of W1")).containsOnly(0);
    assertThat(history.series("rank of W1")).containsOnly(1);
    DMatrixRMaj w = history.net().layer(1).weights();
    assertThat(w.get(0, 0)).isNotEqualTo(0.5); // it did learn something
    for (int neuron = 1; neuron < 16; neuron++) {
      assertThat(w.get(0, neuron)).isEqualTo(w.get(0, 0));
      assertThat(w.get(1, neuron)).isEqualTo(w.get(1, 0));
    }
  }

  /** The negative control: one neuron nudged by 1e-6 is told apart, and breaks the tie. */
  @Test
  void aNudgeBreaksTheTie() {
    Start nudged = Start.of("nudged", TiedWeightsTest::nudged);
    History history = xor().watch(Watch.spread(1)).from(nudged, 1);
    assertThat(history.series("spread of W1")[0]).isBetween(0.9e-6, 1.1e-6);
    assertThat(history.last("spread of W1")).isGreaterThan(1e-4);
  }

  private static Network nudged(Plan plan, long seed) {
    Network net = plan.init(Init.constant(0.5), seed);
    net.layer(1).weights().add(0, 3, 1e-6);
    return net;
  }

  /** (1, 1) -> 1 and (2, 3) -> 1 through 2-2-1 ReLU without biases: nothing ever moves. */
  @Test
  void fromZerosNothingMovesAndTheLossStaysExactlyOne() {
    Plan plan = Mlp.of(Activation.RELU, 2, 2, 1).withoutBiases().onPlainJava();
    History history =
        Training.of(plan, TWO_POINTS).loss(Loss.squared()).steps(1000).from(Init.zeros(), 1);
    assertThat(history.loss()).hasSize(1000).containsOnly(1);
    assertThat(history.finalLoss()).isEqualTo(1);
    assertThat(history.net().layer(1).weights().data).containsOnly(0);
    assertThat(history.net().layer(2).weights().data).containsOnly(0);
  }

  /** With biases the output's bias learns the one target; the neurons stay zero, and tied. */
  @Test
  void anOutputBiasLearnsTheOneTarget() {
    Plan plan = Mlp.of(Activation.RELU, 2, 2, 1).onPlainJava();
    History history = Training.of(plan, TWO_POINTS).steps(1000).from(Init.zeros(), 1);
    assertThat(history.finalLoss()).isLessThan(1e-20);
    assertThat(history.net().layer(1).weights().data).containsOnly(0);
  }
}
