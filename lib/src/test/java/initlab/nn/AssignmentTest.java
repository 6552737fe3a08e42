package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Init;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Which rule draws which parameter, in words to the last column. */
class AssignmentTest {
  private static final Plan SMALL = Mlp.of(TANH, 2, 3, 1);

  private static void refused(Runnable work, String words) {
    assertThatIllegalArgumentException().isThrownBy(work::run).withMessageContaining(words);
  }

  @Test
  void columnsAreAsWideAsTheirWidestWords() {
    Plan plan = Plan.of(Signal.vector(2), Residual.of(Dense.of(2, TANH)), Dense.of(100, LINEAR));
    Rules rules =
        Rules.of(Init.heNormal())
            .on("*dense.b", Init.constant(0.25))
            .on(Dense.class, Init.identity())
            .on("2.W", Init.ones());
    assertThat(rules.explain(plan))
        .isEqualTo(
            """
            1.dense.W  2 x 2    weight  identity       Dense layers
            1.dense.b  1 x 2    bias    constant 0.25  *dense.b
            2.W        2 x 100  weight  identity       Dense layers; named later too: 2.W
            2.b        1 x 100  bias    zeros          usual for a bias
            """);
  }

  @Test
  void placesOfATiedParameterAreNamedAndManyAreCutShort() {
    assertThat(tied(1)).doesNotContain("tied");
    assertThat(tied(2)).endsWith("all weights; tied: 2.W\n");
    assertThat(tied(4)).endsWith("all weights; tied: 2.W, 3.W, 4.W\n");
    assertThat(tied(5)).endsWith("all weights; tied: 2.W, ..., 5.W\n");
    assertThat(tied(30)).endsWith("all weights; tied: 2.W, ..., 30.W\n");
  }

  private static String tied(int steps) {
    return Rules.of(Init.heNormal()).explain(Recurrent.over(TANH, 4, steps));
  }

  @Test
  void aRuleOfNoUseIsToldWhatThereIsAndOfManyOnlySome() {
    Rules wrong = Rules.of(Init.zeros()).on("9.W", Init.zeros());
    refused(
        () -> wrong.explain(Mlp.of(TANH, 2, 2, 2, 2, 2)),
        "This network has 1.W, 1.b, 2.W, 2.b, 3.W, 3.b, 4.W, 4.b.");
    refused(
        () -> wrong.explain(Mlp.of(TANH, 2, 2, 2, 2, 2).then(1, Dense.of(2, TANH).withoutBias())),
        "This network has 1.W, 1.b, 2.W, 2.b, 3.W, 3.b, 4.W, 4.b, ... (9 in all).");
    refused(() -> wrong.explain(SMALL), "the rule for 9.W is of no use; it must be one that names");
    refused(
        () -> Rules.of(Init.zeros()).on(Role.RECURRENT, Init.zeros()).explain(SMALL),
        "the rule for role recurrent is of no use");
  }

  /** A path is matched whole, letter by letter, and a point is a point. */
  @Test
  void aPathIsNoPattern() {
    refused(
        () -> Rules.of(Init.zeros()).on("1xW", Init.zeros()).explain(SMALL), "1xW is of no use");
    refused(() -> Rules.of(Init.zeros()).on("1.", Init.zeros()).explain(SMALL), "1. is of no use");
    refused(() -> Rules.of(Init.zeros()).on("W", Init.zeros()).explain(SMALL), "W is of no use");
    refused(() -> Rules.of(Init.zeros()).on("1.[W]", Init.zeros()).explain(SMALL), "is of no use");
    assertThat(Rules.of(Init.zeros()).on("*", Init.ones()).explain(SMALL).lines())
        .filteredOn(line -> line.contains("ones"))
        .hasSize(2);
    assertThat(Rules.of(Init.zeros()).on("*.b", Init.ones()).explain(SMALL).lines())
        .filteredOn(line -> line.contains("ones"))
        .hasSize(2)
        .allMatch(line -> line.contains("bias") && line.endsWith("*.b"));
  }

  /** Only what was loaded and lies under the path is kept; the rest is drawn, or refused. */
  @Test
  void whatIsKeptIsWhatWasLoadedThere() {
    Network net = SMALL.init(Init.constant(5), 1);
    net.parameter("1.W").load(new DMatrixRMaj(2, 3));
    net.parameter("2.b").load(new DMatrixRMaj(1, 1, true, 8));
    Rules nines = Rules.of(Init.constant(9)).on(Role.BIAS, Init.constant(4));
    refused(() -> nines.keep("1.*").draw(net, 1), "the rule for 2.b is constant 4, which would");
    refused(() -> nines.keep("2.b").draw(net, 1), "Say keep(\"1.W\").");
    refused(() -> nines.keep("1.b").draw(net, 1), "keep(\"1.b\") is without anything loaded there");
    refused(
        () -> nines.keep("*").keep("3.*").draw(net, 1), "keep(\"3.*\") is without anything loaded");
    for (Rules rules : new Rules[] {nines.keep("*"), nines.keep("1.*").keep("2.b")}) {
      rules.draw(net, 1);
      assertThat(net.parameter("1.W").value().data).containsOnly(0);
      assertThat(net.parameter("2.b").value().data).containsOnly(8);
      assertThat(net.parameter("1.b").value().data).containsOnly(4);
      assertThat(net.parameter("2.W").value().data).containsOnly(9);
      assertThat(rules.rule(net.parameter("1.W"))).isEmpty();
      assertThat(rules.rule(net.parameter("2.W"))).contains(Init.constant(9));
    }
    assertThat(nines.keep("*").explain(net))
        .isEqualTo(
            """
            1.W  2 x 3  weight  (as loaded)  loaded, kept
            1.b  1 x 3  bias    constant 4   role bias
            2.W  3 x 1  weight  constant 9   all weights
            2.b  1 x 1  bias    (as loaded)  loaded, kept; named later too: role bias
            """);
  }

  /** What is said later takes nothing back: what is kept stays kept, rules stay, in every order. */
  @Test
  void settingsOfRulesOutliveEachOther() {
    Rules base = Rules.of(Init.constant(9));
    List<UnaryOperator<Rules>> says =
        List.of(
            rules -> rules.keep("1.W"),
            rules -> rules.on(Role.BIAS, Init.constant(4)),
            rules -> rules.named("mine"));
    for (int first = 0; first < 3; first++) {
      for (int turn = 1; turn < 3; turn++) {
        Rules rules = base;
        for (int i = 0; i < 3; i++) {
          rules = says.get((first + turn * i) % 3).apply(rules);
        }
        Network net = SMALL.init(Init.constant(5), 1);
        net.parameter("1.W").load(new DMatrixRMaj(2, 3));
        rules.draw(net, 1);
        assertThat(net.parameter("1.W").value().data).containsOnly(0);
        assertThat(net.parameter("1.b").value().data).containsOnly(4);
        assertThat(net.parameter("2.W").value().data).containsOnly(9);
        assertThat(rules.name()).isEqualTo("mine");
      }
    }
  }

  /** A refusal changes nothing: all rules are looked at before any is followed. */
  @Test
  void whatIsRefusedIsRefusedBeforeAnythingIsDrawn() {
    Network net = SMALL.init(Init.constant(5), 1);
    net.parameter("2.W").load(new DMatrixRMaj(3, 1));
    refused(() -> Rules.of(Init.constant(9)).draw(net, 1), "the rule for 2.W is constant 9");
    assertThat(net.parameter("1.W").value().data).containsOnly(5);
  }

  @Test
  @SuppressWarnings("NullAway") // as a reader might
  void nothingIsNoRule() {
    Rules rules = Rules.of(Init.zeros());
    refused(() -> Rules.of(null), "the initializer is null");
    refused(() -> rules.on("1.W", null), "the initializer of the rule for 1.W is null");
    refused(() -> rules.on((String) null, Init.zeros()), "the path is null");
    refused(() -> rules.on((Role) null, Init.zeros()), "the role is null");
    refused(() -> rules.on((Class<Dense>) null, Init.zeros()), "the kind of layer is null");
    refused(() -> rules.keep(null), "the path is null");
    refused(() -> rules.named(null), "the name is null");
  }
}
