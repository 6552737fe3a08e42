package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Init;
import initlab.math.MatrixProduct;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a plan keeps when another is made of it. */
class PlanTest {
  private static final Plan SMALL = Mlp.of(TANH, 2, 3, 1);

  private static Layer relu(Layer layer) {
    return layer instanceof Dense dense ? dense.activation(RELU) : layer;
  }

  /** All orders of these. */
  private static <T> List<List<T>> orders(List<T> of) {
    List<List<T>> all = new ArrayList<>();
    for (int first = 0; first < of.size(); first++) {
      List<T> rest = new ArrayList<>(of);
      T head = rest.remove(first);
      for (List<T> tail : rest.isEmpty() ? List.of(List.<T>of()) : orders(rest)) {
        List<T> one = new ArrayList<>(tail);
        one.add(0, head);
        all.add(one);
      }
    }
    return all;
  }

  /** The plain product, biases or none, activations and added layers outlive each other. */
  @Test
  void everyChangeOutlivesEveryOther() {
    Layer last = Dense.of(4, TANH);
    List<UnaryOperator<Plan>> changes =
        List.of(
            Plan::onPlainJava,
            Plan::withoutBiases,
            plan -> plan.map(PlanTest::relu),
            plan -> plan.named("mine"));
    for (List<UnaryOperator<Plan>> order : orders(changes)) {
      Plan plan = SMALL;
      for (UnaryOperator<Plan> change : order) {
        plan = change.apply(plan);
      }
      assertThat(plan.product()).isSameAs(MatrixProduct.plain());
      assertThat(plan.layers())
          .containsExactly(Dense.of(3, RELU).withoutBias(), Dense.of(1, RELU).withoutBias());
      assertThat(plan.withBiases().layers()).containsExactly(Dense.of(3, RELU), Dense.of(1, RELU));
      assertThat(plan.withBiases().product()).isSameAs(MatrixProduct.plain());
      Plan longer = plan.then(1, last);
      assertThat(longer.product()).isSameAs(MatrixProduct.plain());
      assertThat(longer.layers()).hasSize(3).endsWith(last).startsWith(plan.layers().get(0));
    }
    assertThat(SMALL.product()).isSameAs(MatrixProduct.fastest());
    assertThat(SMALL.withoutBiases().product()).isSameAs(MatrixProduct.fastest());
    assertThat(SMALL.then(1, last).product()).isSameAs(MatrixProduct.fastest());
  }

  @Test
  void namesAreKeptWhereLayersStayAndLostWhereTheyChange() {
    String named = "tanh net, 2 layers, 2 -> 1";
    assertThat(SMALL).hasToString(named);
    assertThat(SMALL.withoutBiases()).hasToString(named);
    assertThat(SMALL.withBiases()).hasToString(named);
    assertThat(SMALL.onPlainJava()).hasToString(named);
    assertThat(SMALL.named("mine").onPlainJava().withoutBiases()).hasToString("mine");
    assertThat(SMALL.map(PlanTest::relu)).hasToString("2 layers, 2 -> 1");
    assertThat(SMALL.then(2, Dense.of(5, RELU))).hasToString("4 layers, 2 -> 5");
    assertThat(Plan.of(Signal.vector(2), Dense.of(1, RELU))).hasToString("1 layer, 2 -> 1");
  }

  @Test
  void layersComeAfterAsOftenAsAsked() {
    Plan two = SMALL.then(2, Dense.of(4, RELU), Dense.of(1, TANH));
    assertThat(two.layers().subList(0, 2)).isEqualTo(SMALL.layers());
    assertThat(two.layers().stream().map(l -> ((Dense) l).width()))
        .containsExactly(3, 1, 4, 1, 4, 1);
    assertThat(SMALL.then(0, Dense.of(9, RELU)).outputs()).isEqualTo(1);
    assertThat(two.depth()).isEqualTo(6);
    assertThat(two.inputs()).isEqualTo(2);
    assertThat(two.input()).isEqualTo(Signal.vector(2));
    assertThat(Plan.of(Signal.tokens(5, 2), Dense.of(3, RELU)).output())
        .isEqualTo(Signal.tokens(5, 3));
    assertThat(Plan.of(Signal.tokens(5, 2), Dense.of(3, RELU)).outputs()).isEqualTo(15);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.then(-1, Dense.of(4, RELU)))
        .withMessageStartingWith("how often the layers come is -1; it must be at least 0.");
  }

  /** A recurrent net ends in a readout with biases, on whichever product it runs. */
  @Test
  void aReadoutIsNoStepAndHasBiases() {
    Plan readout = Recurrent.over(TANH, 8, 5).then(1, Dense.of(3, LINEAR));
    for (Plan plan : List.of(readout, readout.onPlainJava())) {
      Network net = plan.init(Init.orthogonal(), 1);
      assertThat(net.plan().outputs()).isEqualTo(3);
      assertThat(net.layer(6).bias().orElseThrow().numCols).isEqualTo(3);
      assertThat(net.layer(5).bias()).isEmpty();
      assertThat(net.parameters().stream().map(Parameter::path))
          .containsExactly("1.W", "6.W", "6.b");
    }
    assertThat(readout.onPlainJava().product()).isSameAs(MatrixProduct.plain());
    assertThat(readout.onPlainJava().init(Init.zeros(), 1).product())
        .isSameAs(MatrixProduct.plain());
    assertThat(Recurrent.over(TANH, 8, 5)).hasToString("recurrent tanh net, width 8, 5 steps");
  }

  @Test
  void layersInsideOthersAreChangedToo() {
    Plan plan =
        Plan.of(
            Signal.vector(3),
            Residual.of(Residual.of(Dense.of(3, TANH)).scaled(0.25), Dense.of(3, TANH)).scaled(2));
    Layer expected =
        Residual.of(
                Residual.of(Dense.of(3, RELU).withoutBias()).scaled(0.25),
                Dense.of(3, RELU).withoutBias())
            .scaled(2);
    assertThat(plan.withoutBiases().map(PlanTest::relu).layers()).containsExactly(expected);
    assertThat(plan.withoutBiases().withBiases().layers()).isEqualTo(plan.layers());
  }

  @Test
  void layersThousandsDeepInsideEachOtherAreRefused() {
    for (int levels : new int[] {101, 1000, 30_000}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Plan.of(Signal.vector(4), nested(levels)).init(Init.zeros(), 1))
          .withMessageStartingWith("how deep layers lie inside each other is above 100;")
          .withMessageContaining("Put blocks one after another instead: plan.then(1000, block).");
    }
    Network net = Plan.of(Signal.vector(4), nested(100)).init(Init.zeros(), 1);
    assertThat(net.nodes()).hasSize(101);
    assertThat(net.forward(new org.ejml.data.DMatrixRMaj(1, 4)).output().data).containsOnly(0);
  }

  private static Layer nested(int levels) {
    Layer layer = Dense.of(4, TANH);
    for (int i = 0; i < levels; i++) {
      layer = Residual.of(layer);
    }
    return layer;
  }

  @Test
  @SuppressWarnings("NullAway") // as a reader might
  void whatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plan.of(null, Dense.of(4, TANH)))
        .withMessageStartingWith("the input is null");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Plan.of(Signal.vector(4), java.util.Arrays.asList(Dense.of(4, TANH), null)))
        .withMessageStartingWith("number 2 of the layers is null");
  }
}
