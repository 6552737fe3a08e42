package initlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** std of the update / std of the weights before it. */
class UpdateRatioTest {

  private static Training identity(double first, double second) {
    var x = new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}});
    var y = new DMatrixRMaj(new double[][] {{first}, {second}});
    Plan plan = Mlp.of(Activation.LINEAR, 2, 1).withoutBiases();
    return Training.of(plan, Dataset.of(x, y)).sgd(0.5);
  }

  private static DMatrixRMaj weights(double a, double b) {
    return new DMatrixRMaj(new double[][] {{a}, {b}});
  }

  /** dL/dw = (1 - (-1), 5 - 5), the update 0.5 (2, 0) has std 0.5, the weights (1, 5) std 2. */
  @Test
  void ofAStepItIsTheRatioOfTheTwoDeviations() {
    History history = identity(-1, 5).steps(1).from((shape, rng) -> weights(1, 5), 1);
    assertThat(history.updateRatio(1)).containsExactly(0.25, 0.25);
  }

  /** Each step halves what is left: (1, 3), (0.5, 1.5) ... around targets of 0. */
  @Test
  void itIsThatOfTheStepAfterEachLookAndTheLastIsRepeated() {
    History history = identity(0, 0).steps(3).every(2).from((shape, rng) -> weights(1, 3), 1);
    assertThat(history.steps()).containsExactly(0, 2, 3);
    assertThat(history.updateRatio(1)).containsExactly(0.5, 0.5, 0.5);
    History moving = identity(0, 3).steps(3).every(2).from((shape, rng) -> weights(4, 4), 1);
    // weights (4, 4), (2, 3.5), (1, 3.25), (0.5, 3.125): std 0, 0.75, 1.125; updates' std 0.75, ...
    assertThat(moving.updateRatio(1)[0]).isInfinite();
    assertThat(moving.updateRatio(1)[1]).isCloseTo((0.5 - 0.125) / 2 / 1.125, within(1e-15));
    assertThat(moving.updateRatio(1)[2]).isEqualTo(moving.updateRatio(1)[1]);
  }

  /** Equal weights that move alike have no spread, and the update has none either. */
  @Test
  void weightsWithoutSpreadHaveNoRatio() {
    Training tied = Training.of(Mlp.of(Activation.TANH, 1, 7, 1), Dataset.of(ones(), ones()));
    assertThat(tied.steps(1).from(Init.constant(0.1), 1).updateRatio(1))
        .containsExactly(Double.NaN, Double.NaN);
  }

  private static DMatrixRMaj ones() {
    return new DMatrixRMaj(new double[][] {{1}, {1}});
  }

  /** The same from two copies of the weights, of every layer, by momentum in pieces. */
  @Test
  void inADeepNetItIsThatOfEachLayersWeights() {
    List<double[][]> seen = new ArrayList<>();
    Plan plan = Mlp.of(Activation.TANH, 2, 5, 4, 1);
    Training training =
        Training.of(plan, Data.xor(24, 1))
            .with(new Sgd(0.3, 0.9))
            .batch(6)
            .steps(5)
            .every(1)
            .watch(
                "copies",
                net ->
                    seen.add(
                            new double[][] {
                              net.layer(1).weights().data.clone(),
                              net.layer(2).weights().data.clone(),
                              net.layer(3).weights().data.clone()
                            })
                        ? 1
                        : 0);
    History history = training.from(Init.xavierNormal(), 1);
    for (int l = 1; l <= 3; l++) {
      for (int step = 0; step < 5; step++) {
        double[] before = seen.get(step)[l - 1];
        double[] update = seen.get(step + 1)[l - 1].clone();
        for (int i = 0; i < update.length; i++) {
          update[i] -= before[i];
        }
        assertThat(history.updateRatio(l)[step])
            .isCloseTo(Moments.of(update).std() / Moments.of(before).std(), within(1e-12));
      }
    }
  }
}
