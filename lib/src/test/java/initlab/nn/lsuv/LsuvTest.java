package initlab.nn.lsuv;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static initlab.nn.lsuv.LsuvCases.PLAN;
import static initlab.nn.lsuv.LsuvCases.batch;
import static initlab.nn.lsuv.LsuvCases.net;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Watcher;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class LsuvTest {
  private static DMatrixRMaj oneRow() {
    return CommonOps_DDRM.extractRow(batch(1), 0, null);
  }

  @Test
  void everyLayerEndsWithUnitVariance() {
    for (Activation f : List.of(RELU, TANH, Activation.GELU, (Activation) Math::sin)) {
      Plan plan = Mlp.deep(f, 40, 12);
      assertThat(LsuvLaws.unitVariance(Lsuv::fit, net(plan), batch(1))).isEmpty();
    }
    assertThat(LsuvLaws.unitVariance(Lsuv::fit, net(Mlp.of(RELU, 40, 9, 70, 3)), batch(1)))
        .isEmpty();
  }

  @Test
  void theTraceShowsEveryLookInOrder() {
    LsuvTrace trace = Lsuv.fit(net(PLAN), batch(1));
    assertThat(trace.attempts().stream().map(LsuvTrace.Attempt::layer)).isSorted();
    assertThat(trace.attempts()).first().matches(a -> a.layer() == 1 && a.attempt() == 0);
    assertThat(trace.attempts()).last().matches(a -> a.layer() == 12);
    for (int l = 1; l <= 12; l++) {
      // Without biases z is linear in W: on one batch, one rescale is exact.
      assertThat(trace.rescalings(l)).isLessThanOrEqualTo(1);
      LsuvTrace.Attempt last = trace.layer(l).get(trace.layer(l).size() - 1);
      assertThat(last.verdict()).isEqualTo(LsuvTrace.Attempt.Verdict.ACCEPTED);
      assertThat(last.scale()).isEqualTo(1);
      LsuvTrace.Attempt first = trace.layer(l).get(0);
      assertThat(trace.scale(l))
          .isCloseTo(trace.rescalings(l) == 0 ? 1 : 1 / first.std(), within(1e-15));
    }
    assertThat(trace.rescalings()).hasSize(12).allMatch(n -> n <= 1).contains(1);
    assertThat(trace.converged()).isTrue();
    assertThat(trace.toString().lines()).hasSize(trace.attempts().size() + 1);
    assertThat(trace.toString()).startsWith("layer  attempt        mean").contains("accepted");
  }

  @Test
  void onlyScaleIsChanged() {
    Network net = net(PLAN);
    DMatrixRMaj before = net.layer(3).weights().copy();
    DMatrixRMaj x = batch(1);
    LsuvTrace trace = Lsuv.fit(net, x);
    CommonOps_DDRM.scale(trace.scale(3), before);
    assertThat(
            org.ejml.dense.row.MatrixFeatures_DDRM.isIdentical(
                before, net.layer(3).weights(), 1e-14))
        .isTrue();
    assertThat(x.data).containsExactly(batch(1).data);
  }

  @Test
  void startsFromOrthonormalWeights() {
    Network net = PLAN.init(Lsuv.on(batch(1)), 5);
    Network same = PLAN.init(Init.orthogonal(), 5);
    LsuvTrace trace = Lsuv.fit(same, batch(1));
    assertThat(net.layer(7).weights().data).containsExactly(same.layer(7).weights().data);
    assertThat(trace.converged()).isTrue();
    Network he = PLAN.init(Lsuv.on(batch(1)).from(Init.heNormal()), 5);
    assertThat(he.layer(7).weights().data).isNotEqualTo(same.layer(7).weights().data);
  }

  @Test
  void centresThroughBiases() {
    Plan plan = Mlp.of(RELU, 40, 30, 30, 5);
    Lsuv centred = Lsuv.on(batch(1)).centred();
    assertThat(LsuvLaws.centred((net, x) -> centred.rescale(net), net(plan), batch(1))).isEmpty();
    assertThat(LsuvLaws.centred(Lsuv::fit, net(plan), batch(1))).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> centred.rescale(net(PLAN)))
        .withMessageContaining("biases of layer 1 (dense) is 0");
  }

  /** z - mean over std is linear in W and b: whatever biases there were, one rescale is exact. */
  @Test
  void centresAPreActivationAtTheFirstAttempt() {
    Network net = net(Mlp.of(RELU, 40, 30, 30, 5));
    net.layers().forEach(layer -> CommonOps_DDRM.fill(layer.bias().orElseThrow(), 2.5));
    LsuvTrace trace = Lsuv.on(batch(1)).centred().until(1e-9, 1).rescale(net);
    for (int l = 1; l <= 3; l++) {
      assertThat(trace.rescalings(l)).isEqualTo(1);
      LsuvTrace.Attempt last = trace.layer(l).get(1);
      assertThat(last.mean()).isCloseTo(0, within(1e-12));
      assertThat(last.std()).isCloseTo(1, within(1e-12));
    }
  }

  /** A mean off zero is a reason to go on, even where the variance is right. */
  @Test
  void theMeanOfACentredLayerIsJudgedToo() {
    Network net = net(Mlp.of(RELU, 40, 30));
    Lsuv.on(batch(1)).centred().until(1e-9, 1).rescale(net);
    CommonOps_DDRM.add(net.layer(1).bias().orElseThrow(), 3);
    LsuvTrace again = Lsuv.on(batch(1)).centred().until(0.1, 1).rescale(net);
    assertThat(again.layer(1).get(0).verdict()).isEqualTo(LsuvTrace.Attempt.Verdict.RESCALED);
  }

  @Test
  void afterActivationNeedsTheLoopOrGivesUp() {
    Lsuv relu = Lsuv.on(batch(1)).afterActivation();
    Network net = net(PLAN);
    LsuvTrace trace = relu.rescale(net);
    assertThat(Moments.of(net.forward(batch(1)).a(6)).variance()).isCloseTo(1, within(0.1));
    assertThat(trace.converged()).isTrue();
    Lsuv odd = Lsuv.on(batch(1)).afterActivation().until(0.01, 50);
    assertThat(odd.rescale(net(Mlp.deep(Activation.SOFTPLUS, 40, 3))).rescalings(2))
        .isGreaterThan(1);
  }

  @Test
  void tanhNeverReachesOneAndSaysSo() {
    Plan tanh = Mlp.deep(TANH, 40, 3);
    Lsuv after = Lsuv.on(batch(1)).afterActivation().until(0.01, 10);
    assertThatExceptionOfType(LsuvException.class)
        .isThrownBy(() -> after.from(Init.normal(0.01)).start(tanh, 1))
        .withMessageContaining("Layer 1 of 3")
        .withMessageContaining("after 10 rescalings its activations have mean")
        .withMessageContaining("tanh")
        .withMessageContaining(".goOn()")
        .satisfies(e -> assertThat(e.trace().attempts()).hasSize(11));
    LsuvTrace trace = after.goOn().rescale(tanh.init(Init.normal(0.01), 1));
    assertThat(trace.converged()).isFalse();
    assertThat(trace.attempts()).hasSize(33);
    assertThat(trace.layer(3).get(10).verdict()).isEqualTo(LsuvTrace.Attempt.Verdict.GIVEN_UP);
  }

  @Test
  void freshBatchesJudgeEveryRescaling() {
    List<Integer> asked = new ArrayList<>();
    Lsuv fresh =
        Lsuv.onFresh(
            k -> {
              asked.add(k);
              return batch(k);
            });
    Network net = net(PLAN);
    LsuvTrace trace = fresh.rescale(net);
    int rescalings = trace.attempts().size() - 12;
    assertThat(rescalings).isGreaterThanOrEqualTo(12);
    assertThat(asked).hasSize(rescalings + 1).startsWith(0, 1, 2);
    // A batch it has never seen: 64 samples know a variance less well than the tolerance.
    for (int l = 1; l <= 12; l++) {
      assertThat(Moments.of(net.forward(batch(999)).z(l)).variance()).isBetween(0.5, 2.0);
    }
  }

  @Test
  void freshBatchesThatAreOneBatchChangeNothing() {
    Network once = net(PLAN);
    Network anew = net(PLAN);
    LsuvTrace trace = Lsuv.fit(once, batch(1));
    LsuvTrace again = Lsuv.onFresh(k -> batch(1)).rescale(anew);
    for (int l = 1; l <= 12; l++) {
      assertThat(again.scale(l)).isCloseTo(trace.scale(l), within(1e-12));
    }
  }

  @Test
  void centredActivationsMoveTheirBiases() {
    Plan plan = Mlp.of(Activation.SIGMOID, 40, 30, 30).withoutBiases();
    Plan linear = Mlp.of(Activation.LINEAR, 40, 30, 30);
    Lsuv lsuv = Lsuv.on(batch(1)).afterActivation().centred().until(0.01, 60);
    assertThat(LsuvLaws.centred((net, x) -> lsuv.rescale(net), net(linear), batch(1))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> lsuv.rescale(net(plan)));
    assertThat(lsuv.unitPreActivations()).isFalse();
    assertThat(Lsuv.on(batch(1)).unitPreActivations()).isTrue();
  }

  @Test
  void oneSampleIsABatch() {
    assertThat(Lsuv.fit(net(PLAN), oneRow()).converged()).isTrue();
  }

  /** Layers inside others too, each in the order in which the batch meets it, in one pass. */
  @Test
  void layersInsideOthersEndWithUnitVariance() {
    Plan plan =
        Plan.of(
            Signal.vector(40),
            Residual.of(Dense.of(30, RELU), Dense.of(40, Activation.LINEAR)),
            Gated.of(20, Activation.SILU),
            Dense.of(5, TANH));
    Network net = net(plan);
    LsuvTrace trace = Lsuv.on(batch(1)).until(1e-9, 3).rescale(net);
    assertThat(trace.attempts().stream().map(LsuvTrace.Attempt::path).distinct())
        .containsExactly("1.dense", "1.dense2", "2", "3");
    assertThat(trace.attempts()).hasSize(8);
    List<Double> variances = new ArrayList<>();
    net.pass()
        .forward(
            batch(1),
            new Watcher() {
              @Override
              public void forward(Memory m) {
                if (!m.node().drawn().isEmpty()) {
                  variances.add(Moments.of(m.z()).variance());
                }
              }
            });
    assertThat(variances).hasSize(4).allSatisfy(v -> assertThat(v).isCloseTo(1, within(1e-9)));
  }

  @Test
  void freshBatchesReachLayersInsideOthers() {
    Plan plan = Plan.of(Signal.vector(40), Residual.of(Dense.of(40, RELU)), Dense.of(5, TANH));
    LsuvTrace trace = Lsuv.onFresh(LsuvCases::batch).until(0.1, 40).rescale(net(plan));
    assertThat(trace.converged()).isTrue();
    assertThat(trace.attempts().get(0).path()).isEqualTo("1.dense");
  }
}
