package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Distribution;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A whole model, started by rules. */
class RulesTest {
  private static final Plan SMALL = Mlp.of(TANH, 2, 3, 1);
  private static final Plan DEEP =
      Plan.of(
          Signal.tokens(4, 3),
          Rnn.of(5, TANH),
          Residual.of(Dense.of(7, RELU), Dense.of(5, LINEAR)),
          Dense.of(2, LINEAR));

  private static double[] values(Network net, String path) {
    return net.parameter(path).value().data;
  }

  @Test
  void theFirstRuleThatNamesAParameterDrawsIt() {
    Rules rules =
        Rules.of(Init.constant(1))
            .on("2.dense2.*", Init.constant(2))
            .on(Residual.class, Init.constant(3))
            .on(Role.RECURRENT, Init.constant(4))
            .on(Role.BIAS, Init.constant(5))
            .on(Dense.class, Init.constant(6));
    Network net = DEEP.init(rules, 1);
    assertThat(values(net, "1.W")).containsOnly(1);
    assertThat(values(net, "1.U")).containsOnly(4);
    assertThat(values(net, "1.b")).containsOnly(5);
    assertThat(values(net, "2.dense.W")).containsOnly(3);
    assertThat(values(net, "2.dense2.W")).containsOnly(2);
    assertThat(values(net, "2.dense2.b")).containsOnly(5);
    assertThat(values(net, "3.W")).containsOnly(6);
  }

  @Test
  void aPathReachesBiasesOnlyByTheirName() {
    Network net = SMALL.init(Rules.of(Init.zeros()).on("1.*", Init.constant(2)), 1);
    assertThat(values(net, "1.W")).containsOnly(2);
    assertThat(values(net, "1.b")).containsOnly(0);
    Network biased = SMALL.init(Rules.of(Init.zeros()).on("*.b", Init.constant(2)), 1);
    assertThat(values(biased, "1.b")).containsOnly(2);
    assertThat(values(biased, "1.W")).containsOnly(0);
  }

  @Test
  void theExplanationSaysWhatAndWhy() {
    Rules rules =
        Rules.of(Init.heNormal()).on("2.dense2.*", Init.zeros()).on(Residual.class, Init.dirac());
    assertThat(rules.explain(DEEP).lines().map(String::strip))
        .containsExactly(
            "1.W         3 x 5  weight     He     all weights",
            "1.U         5 x 5  recurrent  He     all weights",
            "1.b         1 x 5  bias       zeros  usual for a bias",
            "2.dense.W   5 x 7  weight     Dirac  Residual layers",
            "2.dense.b   1 x 7  bias       zeros  usual for a bias",
            "2.dense2.W  7 x 5  weight     zeros  2.dense2.*; named later too: Residual layers",
            "2.dense2.b  1 x 5  bias       zeros  usual for a bias",
            "3.W         5 x 2  weight     He     all weights",
            "3.b         1 x 2  bias       zeros  usual for a bias");
    assertThat(Rules.of(Init.heNormal()).explain(Recurrent.over(TANH, 4, 9)))
        .contains("1.W  4 x 4", "tied: 2.W, ..., 9.W")
        .hasLineCount(1);
  }

  @Test
  void aRuleThatNamesNothingIsRefused() {
    assertThatThrownBy(
            () -> SMALL.init(Rules.of(Init.zeros()).on("*.attention.q", Init.zeros()), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the rule for *.attention.q is of no use")
        .hasMessageContaining("This network has 1.W, 1.b, 2.W, 2.b.");
    assertThatThrownBy(() -> SMALL.init(Rules.of(Init.zeros()).on(Rnn.class, Init.zeros()), 1))
        .hasMessageContaining("Rnn layers");
  }

  @Test
  void twoRulesForOneTiedParameterAreRefused() {
    Plan loop = Recurrent.over(TANH, 4, 3);
    Rules two = Rules.of(Init.zeros()).on("1.W", Init.heNormal()).on("3.W", Init.orthogonal());
    assertThatThrownBy(() -> loop.init(two, 1))
        .hasMessageContaining("1.W, which is one parameter in 3 places")
        .hasMessageContaining("[1.W, 3.W]");
    Network one = loop.init(Rules.of(Init.zeros()).on("3.W", Init.constant(2)), 1);
    assertThat(values(one, "1.W")).containsOnly(2);
  }

  @Test
  void whatWasLoadedIsNotOverwritten() {
    Network net = SMALL.init(Init.heNormal(), 1);
    net.parameter("1.W").load(new DMatrixRMaj(2, 3, true, 1, 2, 3, 4, 5, 6));
    Rules anew = Rules.of(Init.constant(9));
    assertThatThrownBy(() -> anew.draw(net, 1))
        .hasMessageContaining("the rule for 1.W is constant 9, which would overwrite")
        .hasMessageContaining("keep(\"1.W\")");
    anew.keep("1.*").draw(net, 1);
    assertThat(values(net, "1.W")).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(values(net, "2.W")).containsOnly(9);
    assertThat(anew.keep("1.*").explain(net)).contains("(as loaded)", "loaded, kept");
    assertThatThrownBy(() -> SMALL.init(anew.keep("1.*"), 1))
        .hasMessageContaining("keep(\"1.*\") is without anything loaded there");
    assertThatThrownBy(() -> net.parameter("2.W").load(new DMatrixRMaj(1, 3)))
        .hasMessageContaining("what is loaded into 2.W is 1 x 3; it must be 3 x 1");
  }

  @Test
  void everyLayerByARuleOfItsOwn() {
    Network net = SMALL.init(Rules.layerwise("W2 zero", Init.heNormal(), Init.zeros()), 5);
    assertThat(values(net, "1.W")).isEqualTo(values(SMALL.init(Init.heNormal(), 5), "1.W"));
    assertThat(values(net, "2.W")).containsOnly(0);
    assertThatThrownBy(() -> SMALL.init(Rules.layerwise("one", Init.zeros()), 1))
        .hasMessageContaining("the rule for 2.W is missing");
    assertThatThrownBy(
            () -> SMALL.init(Rules.layerwise("3", Init.ones(), Init.ones(), Init.ones()), 1))
        .hasMessageContaining("the rule for layer with weights number 3 is of no use");
  }

  @Test
  void everyLayerWithWeightsTakesOneRuleAndOthersNone() {
    Plan plan = Plan.of(Signal.vector(3), Dense.of(3, TANH), new Plain(), Dense.of(2, LINEAR));
    Network net = plan.init(Rules.layerwise("two", Init.constant(1), Init.constant(2)), 1);
    assertThat(values(net, "1.W")).containsOnly(1);
    assertThat(values(net, "3.W")).containsOnly(2);
  }

  private record Plain() implements Layer {
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

  /** A layer that calls the shared parameter by another name. */
  private record Named(String slot, Role role, String tie) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in;
    }

    @Override
    public List<Slot> slots(Signal in) {
      var shape = WeightShape.dense(in.channels(), in.channels());
      return List.of(Slot.of(slot, shape, role).tied(tie));
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

  @Test
  void aTiedParameterIsKnownByEachOfItsNames() {
    Plan plan =
        Plan.of(
            Signal.vector(3),
            new Named("A", Role.WEIGHT, "one"),
            new Named("B", Role.WEIGHT, "one"));
    assertThat(Rules.of(Init.zeros()).explain(plan)).contains("tied: 2.B");
    Network net = plan.init(Rules.of(Init.zeros()).on("2.B", Init.constant(3)), 1);
    assertThat(values(net, "1.A")).containsOnly(3);
    assertThatThrownBy(() -> plan.init(Rules.of(Init.zeros()).on("2.A", Init.zeros()), 1))
        .hasMessageContaining("of no use");
    Plan mixed =
        Plan.of(
            Signal.vector(3), new Named("A", Role.BIAS, "one"), new Named("B", Role.WEIGHT, "one"));
    assertThatThrownBy(() -> mixed.init(Init.heNormal(), 1))
        .hasMessageContaining(
            "2.B, tied to 1.A, is 3 x 3, role weight; it must be 3 x 3, role bias");
  }

  /** No slot's numbers are those of the input, of the gradient sent back, or of another slot. */
  @Test
  void namesOfSlotsAreNoNamesOfOtherStreams() {
    Set<Double> firsts = new HashSet<>();
    for (String slot : new String[] {"W", "layer", "data", "gradient", "batches", "teacher"}) {
      Plan plan = Plan.of(Signal.vector(3), new Named(slot, Role.WEIGHT, ""));
      firsts.add(values(plan.init(Init.normal(1), 1), "1." + slot)[0]);
    }
    for (String stream : new String[] {"data", "gradient", "batches", "teacher"}) {
      DMatrixRMaj drawn = new DMatrixRMaj(1, 1);
      Distribution.NORMAL.fill(1, RandomStreams.of(1, stream, 0), drawn.data, 1);
      firsts.add(drawn.get(0));
    }
    assertThat(firsts).hasSize(10);
  }

  @Test
  void aSpareNetworkOfAnotherPlanIsLeftAlone() {
    Network spare = Network.blank(Mlp.deep(RELU, 3, 2));
    Network net = Rules.of(Init.heNormal()).start(SMALL, 1, spare);
    assertThat(net.plan()).isSameAs(SMALL);
    assertThat(values(spare, "1.W")).containsOnly(0);
  }

  @Test
  void aNudgeMovesOneWeight() {
    Network net = SMALL.init(Nudge.of(Init.constant(0.5), 0.25), 1);
    assertThat(values(net, "1.W")).containsExactly(0.75, 0.5, 0.5, 0.5, 0.5, 0.5);
    assertThat(Nudge.of(Init.zeros(), 1e-6).name()).isEqualTo("nudge 1e-6");
  }

  @Test
  void aStartSaysTheRuleOfAParameter() {
    Initializer he = Init.heNormal();
    Rules rules = Rules.of(he).on("2.W", Init.zeros());
    Network net = SMALL.init(rules, 1);
    assertThat(rules.rule(net.parameter("1.W"))).contains(he);
    assertThat(rules.rule(net.parameter("2.W"))).contains(Init.zeros());
    assertThat(rules.rule(net.parameter("1.b"))).contains(Init.zeros());
    assertThat(net.plan()).isSameAs(SMALL);
  }

  @Test
  void aWholeModelDrawsTheSameWhateverComesAfter() {
    Network shallow = DEEP.init(Init.heNormal(), 3);
    Network deeper = DEEP.then(2, Dense.of(2, TANH)).init(Init.heNormal(), 3);
    for (Parameter p : shallow.parameters()) {
      assertThat(values(deeper, p.path())).isEqualTo(p.value().data);
    }
    assertThat(values(shallow, "2.dense.W")).isNotEqualTo(values(shallow, "2.dense2.W"));
  }

  @Test
  void whatARuleCannotDrawIsNamedByItsPath() {
    Plan plan = Plan.of(Signal.vector(4), Dense.of(4, RELU), Dense.of(3, RELU));
    assertThatThrownBy(() -> plan.init(Init.looksLinear(), 1))
        .hasMessageStartingWith("For 2.W: the shape for looks-linear is 4 x 3");
    Plan huge = Plan.of(Signal.vector(100_000), Dense.of(100_000, RELU));
    assertThatThrownBy(() -> huge.init(Init.zeros(), 1))
        .hasMessageStartingWith("Layer 1 (dense), which takes 100000: rows x cols is 10000000000");
  }

  @Test
  void aPathIsTakenAsItIsWritten() {
    Plan plan = Plan.of(Signal.vector(4), Dense.of(4, RELU));
    for (String path : List.of("1.W\\E", "\\Q1.W", "1?W", "[1].W", "")) {
      assertThatThrownBy(() -> plan.init(Rules.of(Init.zeros()).on(path, Init.zeros()), 1))
          .hasMessageContaining("of no use");
    }
  }

  @Test
  void aRuleNeedsARoleAndAPlan() {
    assertThatThrownBy(() -> Rules.torch().onEnds(Dense.class, null, Init.zeros()))
        .hasMessageStartingWith("the role is null");
    assertThatThrownBy(() -> Rules.torch().start(null, 1))
        .hasMessageStartingWith("the plan is null");
  }
}
