package initlab.study.doctor;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import initlab.train.data.Data;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The doctor on plans that are no chain of dense layers: no finding that is not one. */
class DoctorPlansTest {
  private static final Residual BLOCK =
      Residual.of(Dense.of(32, RELU), Dense.of(32, LINEAR)).scaled(0.5);
  private static final Plan RESIDUAL =
      Plan.of(Signal.vector(32), BLOCK).then(5, BLOCK).then(1, Dense.of(4, LINEAR));
  private static final Rules RECURRENT =
      Rules.of(Init.xavierNormal()).on(Role.RECURRENT, Init.orthogonal());

  /** Multiplies by a number, and has no weights. */
  record Times(double factor) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      CommonOps_DDRM.scale(factor, m.x(), m.z());
    }

    @Override
    public void backward(Memory m) {
      CommonOps_DDRM.scale(factor, m.dz(), m.dx());
    }
  }

  private static Findings examine(Plan plan, Start start) {
    DMatrixRMaj x = Data.normal(64, plan.inputs(), 1);
    return Doctor.examine(plan.init(start, 1), x, Data.normal(64, plan.outputs(), 2));
  }

  static Stream<Arguments> healthy() {
    Plan tokens = Plan.of(Signal.tokens(8, 6), Rnn.of(16, TANH), Dense.of(2, LINEAR));
    Plan gated =
        Plan.of(Signal.vector(32), Gated.of(32, SILU), Gated.of(32, SILU), Dense.of(2, LINEAR));
    return Stream.of(
        Arguments.of(RESIDUAL, Start.drawn(Init.heNormal())),
        Arguments.of(tokens, RECURRENT),
        Arguments.of(gated, Start.drawn(Init.xavierNormal().gain(1.3))),
        // a readout half as wide as its input, and weights of which fan_out Var W is 1, as due
        Arguments.of(Mlp.of(RELU, 100, 100, 50), Start.drawn(Init.heNormal())),
        // LeCun's rule on twice as many outputs: fan_out Var W is 2, as ReLU is due
        Arguments.of(Mlp.of(RELU, 50, 100, 10), Start.drawn(Init.lecunNormal())),
        // a wide net with a narrow readout: gradients shrink by the ratio of widths, once
        Arguments.of(Mlp.of(RELU, 64, 1000, 1000, 1), Start.drawn(Init.heNormal())));
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void healthyNetsOfEveryKindAreLeftInPeace(Plan plan, Start start) {
    assertThat(examine(plan, start).list()).isEmpty();
  }

  /** Each sample repeats one token 20 times: its states are alike, and samples are not. */
  @Test
  void stepsOfOneSampleAreNoSamplesThatBecameAlike() {
    Plan plan = Plan.of(Signal.tokens(20, 2), Rnn.of(16, TANH), Dense.of(2, LINEAR));
    DMatrixRMaj token = Data.normal(64, 2, 1);
    DMatrixRMaj x = new DMatrixRMaj(64, 40);
    for (int i = 0; i < x.getNumElements(); i++) {
      x.data[i] = token.get(i / 40, i % 2);
    }
    Findings found = Doctor.examine(plan.init(RECURRENT, 1), x, Data.normal(64, 40, 2));
    assertThat(found.of(Diagnosis.COLLAPSE)).isEmpty();
  }

  /** As Fixup and ReZero begin: the way round the block tells its neurons apart at once. */
  @Test
  void aZeroBranchIsNoSymmetry() {
    Rules fixup = Rules.of(Init.heNormal()).on("*.dense2.W", Init.zeros());
    assertThat(examine(RESIDUAL, fixup).list()).isEmpty();
  }

  @Test
  void aZeroReadoutIsNoSymmetryButTheSignalEndsThere() {
    Plan plan = Mlp.of(RELU, 100, 100, 10);
    Findings found = examine(plan, Rules.of(Init.heNormal()).on("2.W", Init.zeros()));
    assertThat(found.of(Diagnosis.SYMMETRY)).isEmpty();
    assertThat(found.of(Diagnosis.VANISHING).orElseThrow().layer()).isEqualTo(2);
  }

  @Test
  void tiedNeuronsInsideABlockAreFound() {
    Rules tied = Rules.of(Init.heNormal()).on("3.dense.W", Init.constant(0.1));
    Rules all = Rules.of(Init.constant(0.1));
    // the block's second matrix still tells its hidden neurons apart
    assertThat(examine(RESIDUAL, tied).of(Diagnosis.SYMMETRY)).isEmpty();
    Finding twins = examine(RESIDUAL, all).of(Diagnosis.SYMMETRY).orElseThrow();
    assertThat(twins.layer()).isEqualTo(1);
    assertThat(twins.number()).isEqualTo(1);
    assertThat(twins.after()).isZero();
  }

  @Test
  void blocksThatAddUpExplode() {
    Plan sums =
        Plan.of(Signal.vector(32), Residual.of(Dense.of(32, RELU)))
            .then(11, Residual.of(Dense.of(32, RELU)))
            .then(1, Dense.of(4, LINEAR));
    Finding large =
        examine(sums, Start.drawn(Init.heNormal())).of(Diagnosis.EXPLODING).orElseThrow();
    // a block multiplies E a^2 by 2, or a little more; 101 is reached after six or seven
    assertThat(large.layer()).isBetween(4, 9);
    assertThat(large.cause()).contains("weights are too large");
  }

  @Test
  void aLayerWithoutWeightsIsNotBlamedForThem() {
    Plan shrinking =
        Plan.of(Signal.vector(40), Dense.of(40, TANH), new Times(1e-3), Dense.of(4, LINEAR));
    Findings found = examine(shrinking, Start.drawn(Init.xavierNormal()));
    Finding small = found.of(Diagnosis.VANISHING).orElseThrow();
    assertThat(small.layer()).isEqualTo(2);
    assertThat(small.cause()).startsWith("this layer has no weights");
    assertThat(found.of(Diagnosis.SATURATED)).isEmpty();
    assertThat(found.of(Diagnosis.SYMMETRY)).isEmpty();
  }

  /** What is linear is nowhere flat: the layer inside the block is meant, and not the sum. */
  @Test
  void largeWeightsSaturateOnlyWhatSaturates() {
    Plan plan =
        Plan.of(
            Signal.vector(32), Residual.of(Dense.of(32, TANH)), Dense.of(32, TANH), new Times(1));
    Findings found = examine(plan, Start.drawn(Init.xavierNormal().gain(20)));
    Finding flat = found.of(Diagnosis.SATURATED).orElseThrow();
    assertThat(flat.layer()).isEqualTo(1);
    assertThat(flat.what()).isEqualTo("share where f is flat of 1.dense");
    assertThat(found.of(Diagnosis.EXPLODING)).isEmpty();
  }

  @Test
  void aRepairFollowsTheLayersInsideBlocks() {
    Finding small =
        examine(RESIDUAL, Start.drawn(Init.normal(10))).of(Diagnosis.EXPLODING).orElseThrow();
    assertThat(small.repair()).isEqualTo("net = plan.init(Init.heNormal(), 1)");
    assertThat(small.repaired()).isTrue();
  }

  /** No expectation of these exists: the doctor judges what it can. */
  @Test
  void functionsWithoutExpectationsAreExaminedToo() {
    for (Activation f :
        new Activation[] {Math::signum, z -> Math.pow(z, 40), z -> Math.exp(z * z)}) {
      Findings found = examine(Mlp.deep(f, 40, 2), Start.drawn(Init.constant(0.001)));
      assertThat(found.of(Diagnosis.SYMMETRY)).isPresent();
    }
  }

  private static List<Plan> kinds(Activation f) {
    return List.of(
        Mlp.deep(f, 6, 3),
        Mlp.of(f, 6, 5, 4),
        Plan.of(Signal.vector(6), Residual.of(Dense.of(6, f), Dense.of(6, LINEAR))),
        Plan.of(Signal.vector(6), Gated.of(6, f), Dense.of(2, LINEAR)),
        Plan.of(Signal.tokens(3, 2), Rnn.of(4, f), Dense.of(2, LINEAR)),
        Recurrent.over(f, 6, 4),
        Plan.of(Signal.vector(6), new Times(2)));
  }

  /** F9, F32: what has no gain, no slope, no expectation or no weights is examined all the same. */
  @Test
  void noNetIsTooStrangeToBeExamined() {
    Activation step = z -> z > 0 ? 1 : 0;
    for (Activation f : List.of(z -> 0, step, z -> 1e-3 * z, RELU)) {
      for (Plan plan : kinds(f)) {
        for (Initializer rule : List.of(Init.zeros(), Init.constant(0.5), Init.heNormal())) {
          Findings found = examine(plan, Start.drawn(rule));
          assertThat(found.table().height()).as("%s", plan).isEqualTo(found.list().size());
        }
      }
    }
  }

  /** F32: no gain mends what is 0 everywhere, and that is no reason to say nothing. */
  @Test
  void neuronsThatAreAlwaysZeroAreFoundDead() {
    Activation nil = z -> 0;
    Findings found = examine(Mlp.deep(nil.named("nil"), 40, 2), Start.drawn(Init.heNormal()));
    Finding dead = found.of(Diagnosis.DEAD).orElseThrow();
    assertThat(dead.layer()).isOne();
    assertThat(dead.number()).isEqualTo(1);
    assertThat(dead.repair()).startsWith("none of these helps: ");
  }
}
