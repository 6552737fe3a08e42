package initlab.nn.lsuv;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static initlab.nn.lsuv.LsuvCases.PLAN;
import static initlab.nn.lsuv.LsuvCases.batch;
import static initlab.nn.lsuv.LsuvCases.net;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Slot;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What LSUV does not touch, what it refuses, and how it is stopped. */
class LsuvRefusalTest {

  /** A layer whose only weight is one parameter with whatever else has this tie. */
  private record Borrowed(String tie, boolean runs) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      return List.of(Slot.weight("K", WeightShape.dense(in.channels(), in.channels())).tied(tie));
    }

    @Override
    public List<Inner> inside(Signal in) {
      return runs ? List.of() : List.of(new Inner("idle", Dense.of(in.channels(), TANH), in));
    }

    @Override
    public void forward(Memory m) {
      m.product().times(m.x(), m.value(0), m.z());
    }

    @Override
    public void backward(Memory m) {
      m.product().transposedTimes(m.x(), m.dz(), m.gradient(0));
      m.product().timesTransposed(m.dz(), m.value(0), m.dx());
    }
  }

  private static Dense dense(String tie) {
    return Dense.of(40, TANH).tied(tie);
  }

  /** Every way to share a weight that a plan knows. */
  static Stream<Arguments> shared() {
    Signal in = Signal.vector(40);
    return Stream.of(
        arguments(Recurrent.over(TANH, 40, 9), "1.W is 9 (1, 2, 3, ...)"),
        arguments(Recurrent.over(TANH, 40, 2).then(1, Dense.of(3, LINEAR)), "1.W is 2 (1, 2)"),
        arguments(
            Plan.of(in, Dense.of(40, RELU), dense("t"), dense("t"), dense("t")),
            "2.W is 3 (2, 3, 4)"),
        arguments(
            Plan.of(in, Residual.of(dense("t"), dense("t"))), "1.dense.W is 2 (1.dense, 1.dense2)"),
        arguments(Plan.of(in, dense("t"), Residual.of(dense("t"))), "1.W is 2 (1, 2.dense)"),
        arguments(Plan.of(in, dense("t"), new Borrowed("t.W", true)), "1.W is 2 (1, 2)"));
  }

  /** One scale for nine layers is none: nothing is touched, nothing is called converged. */
  @ParameterizedTest
  @MethodSource("shared")
  void aSharedWeightIsRefusedByNameAndLeftAlone(Plan plan, String words) {
    Network net = net(plan);
    List<double[]> before = numbers(net);
    for (Lsuv lsuv :
        List.of(Lsuv.on(batch(1)), Lsuv.onFresh(k -> batch(k)), Lsuv.on(batch(1)).goOn())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> lsuv.rescale(net))
          .withMessageStartingWith("the number of layers that share " + words + "; it must be 1.")
          .withMessageContaining("One scale cannot give each of its uses variance 1");
      assertThatIllegalArgumentException().isThrownBy(() -> plan.init(lsuv, 1));
    }
    assertThat(numbers(net)).usingRecursiveComparison().isEqualTo(before);
  }

  private static List<double[]> numbers(Network net) {
    return net.parameters().stream().map(p -> p.value().data.clone()).toList();
  }

  /** A layer whose weight is its own, and whose bias is another's too. */
  private record OwnWeight() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      return List.of(
          Slot.weight("W", WeightShape.dense(in.channels(), in.channels())),
          Slot.vector("b", in.channels(), initlab.nn.Role.BIAS).tied("b"));
    }

    @Override
    public void forward(Memory m) {
      m.product().times(m.x(), m.value(0), m.z());
    }

    @Override
    public void backward(Memory m) {
      m.product().timesTransposed(m.dz(), m.value(0), m.dx());
    }
  }

  @Test
  void aSharedBiasIsRefusedWhereItWouldBeMoved() {
    Plan plan = Plan.of(Signal.vector(40), new OwnWeight(), new OwnWeight());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lsuv.on(batch(1)).centred().rescale(net(plan)))
        .withMessageStartingWith("the number of layers that share 1.b is 2 (1, 2)")
        .withMessageContaining("One shift cannot give each of its uses mean 0");
    assertThat(Lsuv.on(batch(1)).rescale(net(plan)).converged()).isTrue();
  }

  @Test
  void weightsOfWhichNoneSetsTheSizeAreRefusedByName() {
    Plan rnn = Plan.of(Signal.tokens(4, 10), Rnn.of(5, TANH));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lsuv.fit(net(rnn), batch(1)))
        .withMessageStartingWith("the weights of layer 1 (rnn) is [W, U]; it must be such that z");
  }

  @Test
  void aLayerThatIsNotPassedIsNamed() {
    Plan plan = Plan.of(Signal.vector(40), new Borrowed("", false));
    assertThatThrownBy(() -> Lsuv.fit(net(plan), batch(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Layer 1.idle is planned, but no batch passes it.");
  }

  @Test
  void badInputIsRefused() {
    refused(() -> Lsuv.on(new DMatrixRMaj(0, 40)), "the number of inputs is 0");
    refused(() -> Lsuv.on(null), "the batch is null");
    refused(() -> Lsuv.onFresh(null), "the batches is null");
    refused(() -> Lsuv.on(batch(1)).from(null), "the base is null");
    refused(() -> Lsuv.on(batch(1)).until(0, 10), "tolerance is 0");
    refused(() -> Lsuv.on(batch(1)).until(Double.NaN, 10), "tolerance is NaN");
    refused(() -> Lsuv.on(batch(1)).until(0.1, 0), "attempts is 0");
    refused(
        () -> Lsuv.fit(net(Mlp.deep(RELU, 7, 2)), batch(1)),
        "batch 0 is 64 x 40; it must be at least 1 x 7.");
    refused(() -> Lsuv.onFresh(k -> null).rescale(net(PLAN)), "batch 0 is null");
    refused(
        () -> Lsuv.onFresh(k -> k == 1 ? new DMatrixRMaj(0, 40) : batch(k)).rescale(net(PLAN)),
        "batch 1 is 0 x 40");
    refused(() -> Lsuv.fit(null, batch(1)), "the network is null");
    refused(
        () -> Lsuv.fit(net(Plan.of(Signal.vector(40), new Nothing())), batch(1)),
        "the number of layers with weights is 0");
    refused(
        () -> Lsuv.on(batch(1)).centred().rescale(net(PLAN)),
        "the number of biases of layer 1 (dense) is 0; it must be at least 1. The mean is moved"
            + " through them: use plan.withBiases().");
    Plan tokens = Plan.of(Signal.tokens(2, 1), Embedding.of(5, 4)).withBiases();
    refused(
        () -> Lsuv.on(new DMatrixRMaj(2, 2)).centred().rescale(net(tokens)),
        "the number of biases of layer 1 (embedding) is 0; it must be at least 1. The mean is moved"
            + " through them: such a layer has none, leave out centred().");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatThrownBy(work)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }

  private record Nothing() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public void forward(Memory m) {
      m.z().setTo(m.x());
    }

    @Override
    public void backward(Memory m) {
      m.dx().setTo(m.dz());
    }
  }

  /** Who calls for a rescaling gets one, of loaded weights too; only drawing them is refused. */
  @Test
  void weightsThatWereLoadedAreRescaledWhereLsuvIsAskedTo() {
    Network net = net(PLAN);
    DMatrixRMaj loaded = net.parameter("2.W").value().copy();
    net.parameter("2.W").load(loaded);
    LsuvTrace trace = Lsuv.fit(net, batch(1));
    assertThat(trace.scale(2)).isNotEqualTo(1);
    assertThat(net.layer(2).weights().get(3, 4) / loaded.get(3, 4))
        .isCloseTo(trace.scale(2), org.assertj.core.api.Assertions.within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lsuv.on(batch(1)).start(PLAN, 1, net))
        .withMessageContaining("which would overwrite what was loaded");
  }

  /** A layer that never converges is asked again and again: an interrupt ends that too. */
  @Test
  void anInterruptEndsTheRescalingOfOneLayer() {
    AtomicInteger left = new AtomicInteger(40 * 64 * 5);
    Activation counted =
        z -> {
          if (left.decrementAndGet() == 0) {
            Thread.currentThread().interrupt();
          }
          return Math.tanh(z);
        };
    Lsuv endless = Lsuv.on(batch(1)).afterActivation().until(1e-9, Integer.MAX_VALUE);
    Network net = Mlp.deep(counted, 40, 1).init(Init.normal(0.01), 1);
    Stopped.onTheWay(() -> endless.rescale(net));
    assertThat(left.get()).isZero();
  }
}
