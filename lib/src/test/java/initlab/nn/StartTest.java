package initlab.nn;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Residual;
import initlab.nn.lsuv.Lsuv;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Ways to begin, and what they say of themselves. */
class StartTest {
  private static final Plan PLAN = Mlp.of(TANH, 3, 4, 2);

  @Test
  void aFunctionOfPlanAndSeedIsAStart() {
    Start mine = Start.of("mine", (plan, seed) -> plan.init(Init.constant(seed), 1));
    Network spare = Network.blank(PLAN);
    for (Network net :
        new Network[] {mine.start(PLAN, 5), mine.start(PLAN, 5, spare), PLAN.init(mine, 5)}) {
      assertThat(net.layer(1).weights().data).containsOnly(5);
      assertThat(net).isNotSameAs(spare);
    }
    assertThat(spare.layer(1).weights().data).containsOnly(0);
    assertThat(mine.name()).isEqualTo("mine");
    assertThat(mine.onlyDraws()).isFalse();
    assertThat(mine.rule(spare.parameter("1.W"))).isEmpty();
  }

  @Test
  void rulesDrawOverASpareNetOfTheSamePlan() {
    Network spare = PLAN.init(Init.heNormal(), 1);
    Network net = Start.drawn(Init.xavierNormal()).start(PLAN, 2, spare);
    assertThat(net).isSameAs(spare);
    assertThat(net.layer(1).weights().data)
        .isEqualTo(PLAN.init(Init.xavierNormal(), 2).layer(1).weights().data);
    assertThat(net.parameter("1.b").value().data).containsOnly(0);
  }

  @Test
  void onlyRulesThatKeepNothingOnlyDraw() {
    Rules rules = Rules.of(Init.heNormal());
    assertThat(rules.onlyDraws()).isTrue();
    assertThat(rules.on("1.W", Init.zeros()).onlyDraws()).isTrue();
    assertThat(rules.keep("1.*").onlyDraws()).isFalse();
    assertThat(Rules.torch().onlyDraws()).isTrue();
    assertThat(Lsuv.on(new DMatrixRMaj(2, 3)).onlyDraws()).isFalse();
    assertThat(rules).hasToString("He");
    assertThat(rules.named("mine").keep("1.*").on("2.W", Init.zeros())).hasToString("mine");
  }

  /** The nudge is added to a draw of the base, in layer 1 alone, and nothing else is touched. */
  @Test
  void aNudgeIsTheBaseWithOneWeightMoved() {
    Network base = PLAN.init(Init.heNormal(), 3);
    Network nudged = PLAN.init(Nudge.of(Init.heNormal(), -0.125), 3);
    double[] expected = base.layer(1).weights().data.clone();
    expected[0] -= 0.125;
    assertThat(nudged.layer(1).weights().data).containsExactly(expected);
    assertThat(nudged.layer(2).weights().data).isEqualTo(base.layer(2).weights().data);
    assertThat(nudged.parameter("1.b").value().data).containsOnly(0);
    assertThat(Nudge.of(Init.heNormal(), 1e-6).name()).isEqualTo("nudge 1e-6");
    assertThat(Nudge.of(Init.heNormal(), 0.1234567).name()).isEqualTo("nudge 0.123457");
    assertThat(Nudge.of(Init.heNormal(), 1).explain(PLAN)).contains("He, first weight moved");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nudge.of(Init.heNormal(), Double.NaN))
        .withMessageStartingWith("the size of the nudge is NaN; it must be a finite number.");
  }

  /** Seeds, layers and slots each have numbers of their own; the same ones are the same. */
  @Test
  void everySeedAndPathHasItsOwnNumbers() {
    Network one = PLAN.init(Init.normal(1), 1);
    Network two = PLAN.init(Init.normal(1), 2);
    assertThat(one.layer(1).weights().data).isNotEqualTo(two.layer(1).weights().data);
    assertThat(one.layer(1).weights().get(0)).isNotEqualTo(one.layer(2).weights().get(0));
    assertThat(PLAN.init(Init.normal(1), 1).layer(2).weights().data)
        .isEqualTo(one.layer(2).weights().data);
  }

  /** The names of streams are a promise: with others, every saved number would be another. */
  @Test
  void streamsAreNamedBySlotAndLayerOfThePlan() {
    Layer dense = Dense.of(3, TANH);
    Network net =
        Plan.of(Signal.vector(3), dense, Residual.of(dense, dense))
            .init(Rules.of(Init.normal(1)).on(Role.BIAS, Init.normal(1)), 7);
    Map<String, UniformRandomProvider> streams =
        Map.of(
            "1.W", RandomStreams.layer(7, 0),
            "1.b", RandomStreams.of(7, "parameter b", 0),
            "2.dense.W", RandomStreams.of(7, "parameter dense.W", 1),
            "2.dense.b", RandomStreams.of(7, "parameter dense.b", 1),
            "2.dense2.W", RandomStreams.of(7, "parameter dense2.W", 1));
    streams.forEach(
        (path, stream) -> {
          Parameter parameter = net.parameter(path);
          assertThat(parameter.value().data)
              .as(path)
              .isEqualTo(Init.normal(1).draw(parameter.shape(), stream).data);
        });
  }

  /** A net that draws again draws what it was started by last, and only where it has to. */
  @Test
  void aRedrawingNetFollowsItsLastStart() {
    Plan plan = Mlp.deep(TANH, 3, 1);
    AtomicInteger drawn = new AtomicInteger();
    Initializer counted =
        (shape, rng) -> {
          drawn.incrementAndGet();
          return Init.heNormal().draw(shape, rng);
        };
    Network net = Network.redrawing(plan);
    for (int seed = 1; seed <= 3; seed++) {
      drawn.set(0);
      Rules.of(counted).start(plan, seed, net);
      assertThat(net.layer(1).weights().data)
          .isEqualTo(plan.init(Init.heNormal(), seed).layer(1).weights().data);
      net.forward(new DMatrixRMaj(1, 3)).backward(new DMatrixRMaj(1, 3));
      assertThat(drawn).hasValue(1);
    }
  }

  /** Many orthogonal matrices take long: an interrupt is heard between two of them. */
  @Test
  void anInterruptEndsTheDrawing() {
    AtomicInteger drawn = new AtomicInteger();
    Initializer slow =
        (shape, rng) -> {
          if (drawn.incrementAndGet() == 3) {
            Thread.currentThread().interrupt();
          }
          return new DMatrixRMaj(shape.rows(), shape.cols());
        };
    Plan plan = Mlp.deep(TANH, 4, 60);
    Stopped.onTheWay(() -> plan.init(slow, 1));
    assertThat(drawn).hasValue(3);
    Stopped.atOnce(() -> plan.init(Init.orthogonal(), 1));
    Network redrawing = Rules.of(slow).start(plan, 1, Network.redrawing(plan));
    drawn.set(0);
    Stopped.onTheWay(() -> redrawing.forward(new DMatrixRMaj(1, 4)));
    assertThat(drawn).hasValue(3);
  }

  /** What a plan without a name of its own starts is what its initializer says: std 0.5. */
  @Test
  void planInitIsTheRuleForAllWeights() {
    Network net = Mlp.deep(TANH, 60, 2).init(Init.normal(0.5), 1);
    assertThat(Moments.of(net.layer(2).weights()).std()).isCloseTo(0.5, within(0.04));
  }
}
