package initlab.nn.layer;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SILU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each parameter of a well-known model begins with, by the numbers of its paper. */
class PresetsTest {
  private static final int BLOCKS = 2;

  private static final Plan GPT =
      Plan.of(Signal.tokens(5, 1), Embedding.of(50, 16).tied("words"), Positions.learned())
          .then(
              BLOCKS,
              TransformerBlock.preNorm(
                  Attention.of(4).causal().withBias(), FeedForward.of(64, GELU).withBias()))
          .then(1, LayerNorm.of(), Unembedding.of(50).tied("words"));

  private static final Plan GATED =
      Plan.of(Signal.tokens(5, 1), Embedding.of(50, 16))
          .then(
              BLOCKS,
              TransformerBlock.preNorm(Attention.of(4), FeedForward.gated(40, SILU))
                  .norm(RmsNorm.of()))
          .then(1, RmsNorm.of(), Dense.of(50, LINEAR).withoutBias());

  private static final Plan RESNET =
      Plan.of(Signal.image(8, 8, 3), Conv2d.of(3, 8, LINEAR).same(), BatchNorm.of())
          .then(1, block(Conv2d.of(3, 8, LINEAR).same()))
          .then(
              1,
              block(Conv2d.of(3, 16, LINEAR).stride(2).padding(1))
                  .shortcut(Conv2d.of(1, 16, LINEAR).stride(2), BatchNorm.of()))
          .then(1, Pool.global(), Dense.of(10, LINEAR));

  private static Residual block(Conv first) {
    int channels = first.out(Signal.image(8, 8, 8)).channels();
    return Residual.of(
            first,
            BatchNorm.of(),
            Activate.of(RELU),
            Conv2d.of(3, channels, LINEAR).same(),
            BatchNorm.of())
        .activation(RELU);
  }

  private static double std(Rules rules, Plan plan, String path) {
    Parameter parameter = Network.redrawing(plan).parameter(path);
    return rules.rule(parameter).orElseThrow().std(parameter.shape()).orElseThrow();
  }

  private static void std(Rules rules, Plan plan, double expected, String... paths) {
    for (String path : paths) {
      assertThat(std(rules, plan, path)).as(path).isCloseTo(expected, within(1e-15));
    }
  }

  private static double mean(Rules rules, Plan plan, String path) {
    Parameter parameter = Network.redrawing(plan).parameter(path);
    return rules.rule(parameter).flatMap(r -> r.law(parameter.shape())).orElseThrow().mean();
  }

  @Test
  void gpt2() {
    Rules rules = Presets.gpt2(BLOCKS);
    std(rules, GPT, 0.02, "1.table", "3.attention.q", "3.attention.v", "4.feedforward.up");
    std(rules, GPT, 0.01, "3.attention.out", "4.feedforward.down", "2.positions");
    assertThat(mean(rules, GPT, "3.norm1.scale")).isOne();
    std(rules, GPT, 0, "3.attention.bq", "3.norm1.scale", "5.shift");
    assertThat(std(Presets.gpt2(12), GPT, "3.attention.out"))
        .isCloseTo(0.02 / Math.sqrt(24), within(1e-15));
  }

  @Test
  void bertIsCut() {
    Initializer all =
        Presets.bert().rule(Network.redrawing(GPT).parameter("1.table")).orElseThrow();
    assertThat(all).isEqualTo(Init.bert());
    assertThat(std(Presets.bert(), GPT, "3.attention.out"))
        .isCloseTo(0.02 * 0.8796256610342398, within(1e-12));
  }

  @Test
  void t5() {
    Rules rules = Presets.t5(4);
    std(rules, GPT, 1, "1.table", "2.positions");
    std(rules, GPT, 1 / Math.sqrt(16 * 4), "3.attention.q");
    std(rules, GPT, 0.25, "3.attention.k", "3.attention.v", "3.attention.out", "3.feedforward.up");
    std(rules, GPT, 0.125, "3.feedforward.down");
  }

  @Test
  void llama() {
    Rules rules = Presets.llama(BLOCKS);
    std(rules, GATED, 1, "1.table");
    std(
        rules,
        GATED,
        0.02,
        "2.attention.q",
        "2.attention.k",
        "2.attention.v",
        "2.feedforward.gate");
    std(rules, GATED, 0.01, "2.attention.out", "3.feedforward.up", "3.feedforward.down");
    std(rules, GATED, 0.25, "5.W");
  }

  @Test
  void vit() {
    Plan plan =
        Plan.of(
            Signal.image(8, 8, 3),
            Conv2d.of(4, 16, LINEAR).stride(4),
            Positions.learned(),
            TransformerBlock.preNorm(
                Attention.of(4).withBias(), FeedForward.of(64, GELU).withBias()),
            LayerNorm.of(),
            Pool.global(),
            Dense.of(10, LINEAR));
    Rules rules = Presets.vit();
    std(rules, plan, 1 / Math.sqrt(48), "1.W");
    std(rules, plan, 0.02, "2.positions");
    std(rules, plan, 0.25, "3.attention.q", "3.attention.out");
    std(rules, plan, Math.sqrt(2.0 / 80), "3.feedforward.up", "3.feedforward.down");
    std(rules, plan, 1e-6, "3.feedforward.bup", "3.feedforward.bdown");
    std(rules, plan, 0, "3.attention.bq", "6.W", "6.b");
  }

  @Test
  void deepNorm() {
    Rules rules = Presets.deepNorm(BLOCKS);
    double gain = Math.pow(16, -0.25);
    std(rules, GPT, 0.25, "3.attention.q", "3.attention.k");
    std(rules, GPT, 0.25 * gain, "3.attention.v", "3.attention.out");
    std(rules, GPT, Math.sqrt(2.0 / 80) * gain, "3.feedforward.up", "3.feedforward.down");
  }

  @Test
  void resNetBeginsWithSilentBranches() {
    Rules rules = Presets.resNet();
    std(rules, RESNET, Math.sqrt(2.0 / 72), "1.W", "3.conv.W");
    std(rules, RESNET, Math.sqrt(2.0 / (9 * 16 / 4.0)), "4.conv.W"); // an input reaches 9 / 4 taps
    std(rules, RESNET, 0.01, "6.W");
    assertThat(mean(rules, RESNET, "2.scale")).isOne();
    for (String block : new String[] {"3", "4"}) {
      assertThat(mean(rules, RESNET, block + ".batchnorm.scale")).isOne();
      assertThat(mean(rules, RESNET, block + ".batchnorm2.scale")).isZero();
    }
    assertThat(mean(rules, RESNET, "4.shortcut.batchnorm.scale")).isOne();
  }

  @Test
  void fixup() {
    Plan plan =
        Plan.of(Signal.vector(8), Dense.of(16, RELU))
            .then(9, Residual.of(Dense.of(16, RELU), Dense.of(16, LINEAR)))
            .then(1, Dense.of(3, LINEAR));
    Rules rules = Presets.fixup(9, 2);
    std(rules, plan, Math.sqrt(2.0 / 8), "1.W");
    std(rules, plan, Math.sqrt(2.0 / 16) / 3, "2.dense.W", "10.dense.W");
    std(rules, plan, 0, "2.dense2.W", "10.dense2.W", "11.W");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presets.fixup(9, 1))
        .withMessageContaining("the layers of a branch is 1; it must be at least 2");
  }

  @Test
  void recurrentNetsKnowTheirForgetGate() {
    Plan plan = Plan.of(Signal.tokens(20, 3), Lstm.of(7), new LastStep(), Dense.of(1, LINEAR));
    assertThat(mean(Presets.lstm(), plan, "1.bf")).isOne();
    assertThat(mean(Presets.lstm(), plan, "1.bi")).isZero();
    assertThat(Presets.lstm().explain(plan))
        .contains("Xavier uniform", "orthogonal", "role recurrent");
    Network net = plan.init(Presets.chrono(20), 1);
    assertThat(net.parameter("1.bf").value().data)
        .satisfies(
            all ->
                assertThat(Arrays.stream(all).allMatch(b -> b >= 0 && b <= Math.log(19))).isTrue())
        .isEqualTo(Stream.of(net.parameter("1.bi")).flatMapToDouble(PresetsTest::minus).toArray());
    Plan gru = Plan.of(Signal.tokens(20, 3), Gru.of(7));
    assertThat(Presets.lstm().explain(gru)).doesNotContain("*.bf");
  }

  private static DoubleStream minus(Parameter p) {
    return Arrays.stream(p.value().data).map(b -> -b);
  }

  @Test
  void muP() {
    Rules rules = Presets.muP(16);
    std(rules, GATED, 1, "1.table");
    std(rules, GATED, 0.25, "2.attention.q", "2.feedforward.up");
    std(rules, GATED, 1.0 / 16, "5.W");
  }

  @Test
  void theCodeTemplateMistakesNumberedNormsForVectors() {
    Rules named = Presets.codeTemplate(true);
    std(named, GPT, Math.sqrt(2.0 / 16), "1.table", "3.attention.q", "3.feedforward.up");
    assertThat(mean(named, GPT, "3.norm1.scale")).isOne();
    Rules numbered = Presets.codeTemplate(false);
    assertThat(mean(numbered, GPT, "3.norm1.scale")).isZero();
    std(numbered, GPT, 0.02, "3.norm1.scale", "5.scale");
  }

  @Test
  void aPresetTakesRulesOfOnesOwnAndIsStrictAboutThem() {
    Rules rules = Presets.gpt2(BLOCKS).on("*.nothing", Init.zeros());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.explain(GPT))
        .withMessageContaining("*.nothing");
    Plan heads = Plan.of(Signal.vector(4), Dense.of(4, RELU), Dense.of(2, LINEAR));
    assertThat(Presets.gpt2(1).explain(heads)).contains("GPT-2");
    Rules ends = Rules.of(Init.heNormal()).onEnds(Residual.class, Role.WEIGHT, Init.zeros());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ends.explain(heads))
        .withMessageContaining("the last weight in each Residual");
    assertThat(Rules.of(Init.heNormal()).onLast(Init.zeros()).explain(heads))
        .containsPattern("2\\.W .* the last layer with weights");
  }

  /** A shortcut is no branch: its convolution is He's, its norm passes on. */
  @Test
  void shortcutsAreNoBranches() {
    Residual branch = Residual.of(Dense.of(8, RELU), Dense.of(8, LINEAR));
    Plan plan =
        Plan.of(
            Signal.vector(32),
            branch.shortcut(Dense.of(8, LINEAR), BatchNorm.of()),
            Dense.of(2, LINEAR));
    std(Presets.fixup(4, 2), plan, Math.sqrt(2.0 / 32) / 2, "1.dense.W");
    std(Presets.fixup(4, 2), plan, Math.sqrt(2.0 / 32), "1.shortcut.dense.W");
    std(Presets.fixup(4, 2), plan, 0, "1.dense2.W");
    assertThat(mean(Presets.resNet(), plan, "1.shortcut.batchnorm.scale")).isOne();
    Plan pooled =
        Plan.of(
            Signal.vector(8),
            Residual.of(Activate.of(RELU)).shortcut(Dense.of(8, LINEAR)),
            Dense.of(2, LINEAR));
    std(Presets.fixup(4, 2), pooled, Math.sqrt(2.0 / 8), "1.shortcut.dense.W");
  }

  /** Where the last layer is a block there is no head, and no preset takes the block for one. */
  @Test
  void aBlockIsNoHead() {
    Plan headless =
        Plan.of(
            Signal.tokens(5, 16),
            TransformerBlock.preNorm(Attention.of(4), FeedForward.of(64, GELU)));
    std(Presets.vit(), headless, Math.sqrt(2.0 / 80), "1.feedforward.up");
    std(Presets.muP(16), headless, 0.25, "1.feedforward.up");
    Plan lora = Plan.of(Signal.vector(16), Lora.of(Dense.of(8, LINEAR), 2));
    std(Rules.of(Init.normal(1)).onLast(Init.normal(2)), lora, 2, "1.base.W");
  }
}
