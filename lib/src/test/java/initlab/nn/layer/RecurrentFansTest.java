package initlab.nn.layer;

import static initlab.init.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.train.data.Data;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * Fans of recurrent weights: W takes in inputs and reaches gates hidden numbers, U hidden ones and
 * the same. Counted, and by pushing normal numbers through the real layer.
 */
class RecurrentFansTest {
  private static final int IN = 50;
  private static final int HIDDEN = 40;

  /** The forget gates' pre-activations of a pass. */
  private static double[] forgetLogits(Network net, DMatrixRMaj x) {
    double[][] found = new double[1][];
    net.pass()
        .forward(
            x,
            new Watcher() {
              @Override
              public void forward(Memory m) {
                if (m.node().layer() instanceof Lstm lstm) {
                  found[0] = lstm.forgetGates(m).data;
                }
              }
            });
    return Arrays.stream(found[0]).map(f -> Math.log(f / (1 - f))).toArray();
  }

  /**
   * Var(W) = 1 / fan_in, x ~ N(0, 1), one step: pre-activations of a gate have variance 1. 400 x 40
   * of them from 2000 weights: a relative standard error of sqrt(2 / 2000) and sqrt(2 / 16000), 3.4
   * %; the bound is 5 of them.
   */
  @Test
  void inputsOfAGateAreTheChannels() {
    Network net = Plan.of(Signal.vector(IN), Lstm.of(HIDDEN)).init(Init.lecunNormal(), 1);
    double[] z = forgetLogits(net, Data.normal(400, IN, 1));
    assertThat(Moments.of(z).secondMoment()).isCloseTo(1, within(0.17));
  }

  /**
   * The second step sees no input: its gates have the variance that h(1) has, for Var(U) = 1 /
   * hidden. The bound is as above.
   */
  @Test
  void statesOfAGateAreTheHiddenNumbers() {
    Network net = Plan.of(Signal.tokens(2, IN), Lstm.of(HIDDEN)).init(Init.lecunNormal(), 2);
    DMatrixRMaj x = Data.normal(400, 2 * IN, 1);
    for (int row = 0; row < 400; row++) {
      Arrays.fill(x.data, (2 * row + 1) * IN, (2 * row + 2) * IN, 0);
    }
    double[] z = forgetLogits(net, x);
    DMatrixRMaj h = net.forward(x).output();
    double second = 0;
    double state = 0;
    for (int i = 0; i < z.length; i++) {
      boolean first = i / HIDDEN % 2 == 0;
      second += first ? 0 : z[i] * z[i];
      state += first ? h.data[i] * h.data[i] : 0;
    }
    assertThat(second / state).isCloseTo(1, within(0.18));
  }

  /** Backward, Var(W) = 1 / hidden: dL/dx has the second moment of dL/dz. 5 standard errors. */
  @Test
  void oneInputOfASimpleLayerReachesTheHiddenNumbers() {
    Rules out =
        Rules.of(
            Init.varianceScaling(1, initlab.init.FanMode.OUT, initlab.init.Distribution.NORMAL));
    Network net = Plan.of(Signal.vector(IN), Rnn.of(HIDDEN, LINEAR)).init(out, 3);
    Pass pass = net.forward(Data.normal(400, IN, 1)).backward(Data.normal(400, HIDDEN, 2));
    assertThat(Moments.of(pass.da(0)).secondMoment()).isCloseTo(1, within(0.17));
  }

  /** One input alone gives gradients to its row of W: as many as fan_out says. Two steps, for f. */
  @Test
  void countedOneInputReachesAllGates() {
    count(Lstm.of(HIDDEN), 4);
    count(Gru.of(HIDDEN), 3);
    count(Rnn.of(HIDDEN, LINEAR), 1);
  }

  private static void count(Recurring layer, int gates) {
    Network net = Plan.of(Signal.tokens(2, IN), layer).init(Init.lecunNormal(), 4);
    DMatrixRMaj x = new DMatrixRMaj(1, 2 * IN);
    x.data[7] = 1;
    x.data[IN + 7] = 1;
    Pass pass = net.forward(x).backward(Data.normal(2, HIDDEN, 1));
    double[] dw = pass.gradient(net.parameter("1.W")).data;
    double[] du = pass.gradient(net.parameter("1.U")).data;
    int cols = gates * HIDDEN;
    assertThat(Arrays.stream(dw).filter(g -> g != 0).count()).isEqualTo(cols);
    assertThat(Arrays.stream(dw, 7 * cols, 8 * cols).filter(g -> g != 0).count()).isEqualTo(cols);
    assertThat(Arrays.stream(du).filter(g -> g != 0).count()).isEqualTo((long) HIDDEN * cols);
    assertThat(net.parameter("1.W").shape().fanIn()).isEqualTo(IN);
    assertThat(net.parameter("1.W").shape().fanOut()).isEqualTo(cols);
    assertThat(net.parameter("1.U").shape().fanIn()).isEqualTo(HIDDEN);
    assertThat(net.parameter("1.U").shape().fanOut()).isEqualTo(cols);
    assertThat(net.parameter("1.U").role()).isEqualTo(Role.RECURRENT);
  }

  @Test
  void forgetGatesAreThoseOfTheLayerItself() {
    Pass pass =
        Plan.of(Signal.vector(2), Lstm.of(5)).init(Init.zeros(), 1).forward(Data.normal(1, 2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lstm.of(3).forgetGates(pass.layer(1)))
        .withMessageContainingAll("the layer 1", "hidden=5", "hidden=3");
    assertThat(Lstm.of(5).forgetGates(pass.layer(1)).data).containsOnly(0.5);
    Rules open = Rules.of(Init.zeros()).on("1.bf", Init.constant(Math.log(3)));
    Pass opened = Plan.of(Signal.vector(2), Lstm.of(5)).init(open, 1).forward(Data.normal(2, 2, 1));
    for (double gate : Lstm.of(5).forgetGates(opened.layer(1)).data) {
      assertThat(gate).isCloseTo(0.75, within(1e-12));
    }
  }
}
