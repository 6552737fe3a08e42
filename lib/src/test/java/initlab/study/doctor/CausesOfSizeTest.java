package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.nn.Network;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** From which size on weights are blamed, on nets of which every moment is known. */
class CausesOfSizeTest {
  private static final String DUE =
      "its weights have the size that is due: look at what comes in, and at how narrow the layers are";
  private static final String INCOMING = "what comes in is too large: the weights are not";
  private static final String MEAN =
      "the mean of its weights is not 0: the same is added up for every neuron";
  private static final String NOTHING = "its activation is 0 wherever a usual signal goes";

  private static String cause(Network net, DMatrixRMaj x, Diagnosis fault) {
    return Exact.examine(net, x).of(fault).orElseThrow().cause();
  }

  /** Samples of which each has one number that is not 0, of this size: in column 0 or column 1. */
  private static DMatrixRMaj spikes(double size) {
    DMatrixRMaj x = new DMatrixRMaj(Exact.WIDTH, Exact.WIDTH);
    for (int row = 0; row < Exact.WIDTH; row++) {
      x.set(row, row % 2, row % 4 < 2 ? size : -size);
    }
    return x;
  }

  /**
   * Rows 0 and 1 of W are seen and rows 2 to 7 are not; of mean 0, fan_in Var W = 2 s^2 + 6 h^2.
   */
  private static Network net(Activation f, double seen, double hidden) {
    Network net = Exact.diagonal(f, 1, 1);
    DMatrixRMaj w = net.layer(1).weights();
    for (int row = 0; row < w.numRows; row++) {
      for (int col = 0; col < w.numCols; col++) {
        w.set(row, col, (row < 2 ? seen : hidden) * (col % 2 == 0 ? 1 : -1));
      }
    }
    return net;
  }

  private static double hidden(double size, double seen) {
    return Math.sqrt((size - 2 * seen * seen) / 6);
  }

  /** E a^2 = 8 * 0.01^2; of a linear layer 1 is due, and 0.8 still is. */
  @Test
  void weightsThatMissTheSignalAreNotTooSmall() {
    DMatrixRMaj x = spikes(Math.sqrt(8));
    Network enough = net(LINEAR, 0.01, hidden(0.81, 0.01));
    assertThat(cause(enough, x, Diagnosis.VANISHING)).isEqualTo(DUE);
    Network small = net(LINEAR, 0.01, hidden(0.79, 0.01));
    assertThat(cause(small, x, Diagnosis.VANISHING)).isEqualTo(Diagnosis.VANISHING.cause());
  }

  /** On positive inputs W = sqrt(factor) I, of fan_in Var W = 7 / 8 factor; ReLU is due 2. */
  @Test
  void aQuarterMoreThanIsDueIsNotTooLarge() {
    DMatrixRMaj x = new DMatrixRMaj(Exact.WIDTH, Exact.WIDTH);
    x.fill(1);
    Network due = Exact.diagonal(RELU, 2.8, 2.8, 2.8, 2.8, 2.8, 2.8); // 2.45 of 2.5
    assertThat(cause(due, x, Diagnosis.EXPLODING)).isEqualTo(DUE);
    Network large = Exact.diagonal(RELU, 2.9, 2.9, 2.9, 2.9, 2.9, 2.9); // 2.54
    assertThat(cause(large, x, Diagnosis.EXPLODING)).isEqualTo(Diagnosis.EXPLODING.cause());
  }

  /** z is 0.8 sqrt(10), where tanh is flat; E x^2 is a quarter above 1 at most, and weights due. */
  @Test
  void whatComesInIsBlamedFromAQuarterOn() {
    double due = HealthyRange.needed(TANH);
    Network fitting = net(TANH, 0.8, hidden(1.24 * due, 0.8));
    assertThat(cause(fitting, spikes(Math.sqrt(8 * 1.26)), Diagnosis.SATURATED))
        .isEqualTo(INCOMING);
    assertThat(cause(fitting, spikes(Math.sqrt(8 * 1.24)), Diagnosis.SATURATED))
        .isEqualTo(Diagnosis.SATURATED.cause());
    Network large = net(TANH, 0.8, hidden(1.26 * due, 0.8));
    assertThat(cause(large, spikes(Math.sqrt(8 * 1.26)), Diagnosis.SATURATED))
        .isEqualTo(Diagnosis.SATURATED.cause());
  }

  /** W = 1 + d and 1 - d by turns: 8 * 1^2 is 16 Var W where Var W is one half. */
  private static String ofMean(double variance) {
    Network net = Exact.diagonal(LINEAR, 1, 1, 1);
    DMatrixRMaj w = net.layer(2).weights();
    for (int row = 0; row < w.numRows; row++) {
      for (int col = 0; col < w.numCols; col++) {
        w.set(row, col, 1 + Math.sqrt(variance) * ((row + col) % 2 == 0 ? 1 : -1));
      }
    }
    DMatrixRMaj x = new DMatrixRMaj(Exact.WIDTH, Exact.WIDTH);
    x.fill(2);
    return cause(net, x, Diagnosis.EXPLODING);
  }

  @Test
  void aMeanIsBlamedWhereChanceDoesNotExplainIt() {
    assertThat(ofMean(0.49)).isEqualTo(MEAN);
    assertThat(ofMean(0.51)).isNotEqualTo(MEAN);
  }

  /** A usual signal goes from -3 to 3. */
  @Test
  void anActivationIsNothingOnlyIfItIsOnBothSides() {
    assertThat(dead(z -> z > 3 ? z : 0)).isEqualTo(NOTHING);
    assertThat(dead(z -> z < -3 ? z : 0)).isEqualTo(NOTHING);
    assertThat(dead(z -> z >= 3 ? z : 0)).isEqualTo(Diagnosis.DEAD.cause());
    assertThat(dead(z -> z <= -3 ? z : 0)).isEqualTo(Diagnosis.DEAD.cause());
    assertThat(dead(z -> z > 1.1 && z < 1.3 ? z : 0)).isEqualTo(Diagnosis.DEAD.cause());
  }

  private static String dead(Activation f) {
    return cause(Exact.diagonal(f, 1, 1), Exact.input(), Diagnosis.DEAD);
  }
}
