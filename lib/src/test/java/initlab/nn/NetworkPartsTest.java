package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Gated;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Layers in their places, parameters by their paths, and numbers that are loaded into them. */
class NetworkPartsTest {
  private static final Plan MIXED =
      Plan.of(
          Signal.tokens(4, 3),
          Rnn.of(5, TANH),
          Residual.of(Dense.of(5, RELU), Residual.of(Dense.of(5, LINEAR)), Dense.of(5, SILU)),
          Gated.of(2, SILU));

  private static void refused(ThrowingCallable work, String... words) {
    assertThatThrownBy(work)
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @Test
  void pathsNameLayersInsideLayersByKindAndCount() {
    Network net = Network.blank(MIXED);
    assertThat(net.nodes().map(Node::path))
        .containsExactly("1", "2", "2.dense", "2.residual", "2.residual.dense", "2.dense2", "3");
    assertThat(net.parameters().stream().map(Parameter::path))
        .containsExactly(
            "1.W",
            "1.U",
            "1.b",
            "2.dense.W",
            "2.dense.b",
            "2.residual.dense.W",
            "2.residual.dense.b",
            "2.dense2.W",
            "2.dense2.b",
            "3.W",
            "3.V");
    assertThat(net.parameters().stream().map(Parameter::label))
        .startsWith("W1", "U1", "b1", "2.dense.W")
        .endsWith("W3", "V3");
    assertThat(net.parameter("2.dense2.W")).hasToString("2.dense2.W (5 x 5)");
    assertThat(net.parameter("2.dense2.W").name()).isEqualTo("W");
    assertThat(net.parameter("1.b").shape()).isEqualTo(WeightShape.dense(1, 5));
  }

  @Test
  void aNodeKnowsItsPlace() {
    Network net = Network.blank(MIXED);
    Node inner = net.nodes().skip(4).findFirst().orElseThrow();
    assertThat(inner.path()).isEqualTo("2.residual.dense");
    assertThat(inner.number()).isEqualTo(2);
    assertThat(inner.outermost()).isFalse();
    assertThat(net.layer(2).outermost()).isTrue();
    assertThat(inner.within(Residual.class)).isTrue();
    assertThat(inner.within(Dense.class)).isTrue();
    assertThat(inner.within(Rnn.class)).isFalse();
    assertThat(net.layer(2).within(Dense.class)).isFalse();
    assertThat(net.layer(1).in()).isEqualTo(Signal.tokens(4, 3));
    assertThat(net.layer(1).out()).isEqualTo(Signal.tokens(4, 5));
    assertThat(net.layers()).hasSize(3).last().isSameAs(net.layer(3));
    assertThat(net.layer(2).all()).hasSize(5);
    assertThat(net.layer(2).inside()).hasSize(3);
    assertThat(net.layer(1).toString()).isEqualTo("4 x 3 -> 4 x 5 rnn");
    assertThat(inner.toString()).isEqualTo("4 x 5 -> 4 x 5 linear");
  }

  @Test
  void parametersOfALayerAreFoundByName() {
    Network net = MIXED.init(Init.heNormal(), 1);
    assertThat(net.layer(1).parameter("U")).isSameAs(net.parameter("1.U"));
    assertThat(net.layer(1).parameter("b").value()).isSameAs(net.layer(1).bias().orElseThrow());
    assertThat(net.layer(1).drawn()).hasSize(2);
    assertThat(net.layer(3).bias()).isEmpty();
    refused(
        () -> net.layer(1).parameter("V"),
        "the name of a parameter of layer 1 is V; it must be one of [W, U, b]");
    refused(() -> net.layer(1).weights(), "the number of weights of layer 1 is 2; it must be 1.");
    refused(
        () -> net.layer(2).weights(), "of layer 2 is 0; it must be 1. Name one: net.parameter(");
    refused(() -> net.layer(0), "the layer is 0; it must be 1 to 3");
    refused(() -> net.layer(4), "the layer is 4; it must be 1 to 3");
    refused(() -> net.parameter("2.W"), "the path is 2.W; it must be one of [1.W, 1.U");
  }

  @Test
  void equalLayersAreCountedInTheNetsWords() {
    Plan plan = Mlp.deep(RELU, 8, 3).then(1, Dense.of(4, LINEAR)).then(2, Dense.of(4, TANH));
    assertThat(Network.blank(plan))
        .hasToString(
            "network, 6 layers: 8 -> 8 ReLU (3 times), 8 -> 4 linear, 4 -> 4 tanh (2 times)");
  }

  /** Every number of a parameter may be loaded, in a shape of its own, by its first path. */
  @Test
  void whatIsLoadedIsThereAndIsTheOnlyThingThatChanged() {
    Network net = MIXED.init(Init.heNormal(), 1);
    Network same = MIXED.init(Init.heNormal(), 1);
    DMatrixRMaj numbers = new DMatrixRMaj(3, 5);
    numbers.set(2, 4, 7);
    net.parameter("1.W").load(numbers);
    numbers.set(0, 0, 99);
    assertThat(net.parameter("1.W").value().get(2, 4)).isEqualTo(7);
    assertThat(net.parameter("1.W").value().get(0, 0)).isZero();
    assertThat(net.parameter("1.W").loaded()).isTrue();
    assertThat(net.parameter("1.U").loaded()).isFalse();
    assertThat(net.parameter("3.V").value().data).isEqualTo(same.parameter("3.V").value().data);
    for (int[] wrong : new int[][] {{5, 3}, {3, 4}, {4, 5}, {1, 15}}) {
      refused(
          () -> net.parameter("1.W").load(new DMatrixRMaj(wrong[0], wrong[1])),
          "what is loaded into 1.W is " + wrong[0] + " x " + wrong[1] + "; it must be 3 x 5.",
          "transpose those of PyTorch");
    }
  }

  /** A tied plan is saved and loaded by its parameters: each once, and all its places have it. */
  @Test
  void aTiedPlanIsLoadedOnceForAllOfItsPlaces() {
    Plan plan = Recurrent.over(TANH, 3, 4).then(1, Dense.of(2, LINEAR));
    Network saved = plan.init(Init.heNormal(), 1);
    Network net = plan.init(Init.heNormal(), 2);
    assertThat(saved.parameters()).hasSize(3);
    for (Parameter parameter : saved.parameters()) {
      net.parameter(parameter.path()).load(parameter.value());
    }
    DMatrixRMaj x = new DMatrixRMaj(1, 3, true, 1, 2, 3);
    assertThat(net.forward(x).output().data).isEqualTo(saved.forward(x).output().data);
    assertThat(net.layer(4).weights().data).isEqualTo(saved.layer(1).weights().data);
    assertThat(net.parameter("1.W").uses().stream().map(Parameter.Use::path))
        .containsExactly("1.W", "2.W", "3.W", "4.W");
    refused(() -> net.parameter("4.W"), "4.W", "What is tied has the path of its first use.");
  }

  @Test
  void aNetKeepsItsWeightsUnlessItDrawsThemAgain() {
    Plan plan = Mlp.of(TANH, 4, 4, 4, 2);
    assertThat(plan.init(Init.heNormal(), 1).keepsWeights()).isTrue();
    assertThat(Network.redrawing(plan).keepsWeights()).isFalse();
    assertThat(Network.blank(plan).doubles()).isEqualTo(16 + 4 + 16 + 4 + 8 + 2);
    assertThat(Network.redrawing(plan).doubles()).isEqualTo(16 + 4 + 8 + 2);
    Plan tied = Recurrent.over(TANH, 3, 9).then(1, Dense.of(3, LINEAR).withoutBias());
    assertThat(Network.blank(tied).doubles()).isEqualTo(9 + 9);
    assertThat(Network.redrawing(tied).doubles()).isEqualTo(9 + 9);
  }

  /** 64,000 x 32,000 doubles are 16 GB: a sentence says so before the memory runs out. */
  @Test
  void aNetThatCannotFitIsRefusedBeforeItIsMade() {
    Plan wide = Plan.of(Signal.vector(64_000), Dense.of(32_000, RELU));
    refused(
        () -> wide.init(Init.heNormal(), 1),
        "the memory for the weights of this network is 16.4 GB; it must be below ",
        " GB here. Plan fewer layers, or narrower ones.");
    assertThat(Rules.of(Init.heNormal()).explain(wide)).contains("1.W  64000 x 32000");
    Network redrawing = Rules.of(Init.heNormal()).start(wide, 1, Network.redrawing(wide));
    assertThat(redrawing.doubles()).isEqualTo(64_000L * 32_000 + 32_000);
    refused(
        () -> redrawing.forward(new DMatrixRMaj(1, 64_000)),
        "the memory for 1.W is 16.4 GB; it must be below ",
        " GB here. Plan narrower layers.");
  }

  @Test
  void slotsOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.blank(Plan.of(Signal.vector(3), new Twice())))
        .withMessageStartingWith("the name of two slots of layer 1 is W; it must be another");
  }

  private record Twice() implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      return List.of(Slot.vector("W", 3, Role.BIAS), Slot.weight("W", WeightShape.dense(3, 3)));
    }

    @Override
    public void forward(Memory m) {}

    @Override
    public void backward(Memory m) {}
  }
}
