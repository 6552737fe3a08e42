package initlab.ledger;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.nn.layer.Dense;
import initlab.nn.layer.FeedForward;
import initlab.nn.layer.Lora;
import initlab.nn.layer.TransformerBlock;
import initlab.study.experiment.LoraStep;
import initlab.study.experiment.ResidualStream;
import initlab.study.probe.AttentionLook;
import initlab.train.data.Data;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What texts say of residual streams, attention and adapters at the start: lesson 10. */
final class BlockClaims {
  private static final String SIX = "6 blocks, GPT-2";
  private static final String MORE = "24 blocks, GPT-2";

  private BlockClaims() {}

  /** All claims of lesson 10. */
  static List<Claim> all() {
    return Stream.of(
            List.of(gpt(), stream(), laws(), projections(), heads()),
            BlockTraining.all(),
            List.of(base(), factors()))
        .flatMap(List::stream)
        .toList();
  }

  private static Claim gpt() {
    return Claim.of(
            "C24",
            "GPT draws everything from N(0, 0.02), and what writes into the stream from 0.02 / "
                + "sqrt(2L), so that depth does not accumulate",
            Source.REFERENCE,
            Source.SCALED)
        .tried("pre-norm transformers at the start, 64 wide, 6 and 24 blocks, one token, 3 seeds")
        .measured(
            () ->
                Evidence.of(SIX, ResidualStream.gpt2(64, 6).measured(3))
                    .and(MORE, ResidualStream.gpt2(64, 24).measured(3))
                    .and("6 blocks, 0.02", ResidualStream.everywhere(64, 6).measured(3))
                    .and("24 blocks, 0.02", ResidualStream.everywhere(64, 24).measured(3)))
        .holds(
            "E x^2 over the embedding's: as much after 24 blocks as after 6; with 0.02 everywhere "
                + "nearly four times as much",
            seen ->
                Is.within(seen.at(MORE) / seen.at(SIX), 0.85, 1.15)
                    && seen.at("24 blocks, 0.02") > 2.5 * seen.at("6 blocks, 0.02"))
        .fails("it does", seen -> seen.at(MORE) > 2 * seen.at(SIX));
  }

  private static Claim stream() {
    return Claim.of("U06", "That rule keeps the size of the stream through depth", Source.GPT2)
        .tried(
            "pre-norm transformers at the start, each token seeing itself alone: 128 wide measured "
                + "with 3 seeds, 768 and 4096 wide by theory")
        .measured(
            () ->
                Evidence.of("128 wide, 12 blocks", ResidualStream.gpt2(128, 12).measured(3))
                    .and("768 wide, 12 blocks", ResidualStream.gpt2(768, 12).growth())
                    .and("768 wide, 48 blocks", ResidualStream.gpt2(768, 48).growth())
                    .and("4096 wide, 32 blocks", ResidualStream.gpt2(4096, 32).growth()))
        .restated(
            "what all blocks add does not depend on their number, but 0.02 is a matter of width: "
                + "E x^2 grows by 280 from the embedding at 768, and by 9,400 at 4096",
            seen ->
                Is.near(seen.at("768 wide, 48 blocks"), seen.at("768 wide, 12 blocks"))
                    && Is.near(seen.at("768 wide, 12 blocks"), 282)
                    && seen.low("128 wide, 12 blocks") > 5)
        .holds(seen -> seen.at("768 wide, 12 blocks") < 3);
  }

  private static Claim laws() {
    return Claim.of(
            "C25",
            "GPT draws from U(-0.02, 0.02), BERT from a truncated normal of std 0.02",
            Source.SCALED)
        .tried("Init.uniform(0.02) and Init.bert(), one matrix of 256 x 256 each")
        .measured(
            () ->
                Evidence.of("std of U(-0.02, 0.02)", std(Init.uniform(0.02)))
                    .and("std of BERT's law", std(Init.bert()))
                    .and("std of GPT-2's law", std(Init.gpt2())))
        .restated(
            "GPT-2's code draws N(0, 0.02); the uniform one has std 0.0115. BERT's is right by "
                + "name: cut at two standard deviations its std is 0.0176",
            seen ->
                Is.near(seen.at("std of U(-0.02, 0.02)"), 0.0115)
                    && Is.near(seen.at("std of BERT's law"), 0.0176)
                    && Is.near(seen.at("std of GPT-2's law"), 0.02))
        .holds(seen -> Is.near(seen.at("std of U(-0.02, 0.02)"), 0.02));
  }

  private static double std(Initializer rule) {
    var w = rule.draw(WeightShape.dense(256, 256), RandomStreams.of(1, "claim C25", 0));
    return Math.sqrt(Moments.of(w).secondMoment());
  }

  private static Claim projections() {
    return Claim.of(
            "C72",
            "With N layers, residual projections are divided by sqrt(N), as one text says, or by "
                + "sqrt(2N), as its code has it",
            Source.REFERENCE)
        .tried("pre-norm transformers, 64 wide, 6 and 24 blocks, 1/sqrt(fan_in), 3 seeds")
        .measured(
            () ->
                Evidence.of("sqrt(2N), 6 blocks", ResidualStream.fanIn(64, 6).measured(3))
                    .and("sqrt(2N), 24 blocks", ResidualStream.fanIn(64, 24).measured(3))
                    .and("sqrt(N), 6 blocks", byRoot(6))
                    .and("sqrt(N), 24 blocks", byRoot(24)))
        .restated(
            "either keeps the stream from growing with depth; a block has two branches, so "
                + "sqrt(2N) adds up to 0.7 of the embedding, and sqrt(N) to twice that",
            seen ->
                seen.at("sqrt(2N), 24 blocks") < 1.25 * seen.at("sqrt(2N), 6 blocks")
                    && seen.at("sqrt(N), 24 blocks") < 1.25 * seen.at("sqrt(N), 6 blocks")
                    && Is.within(seen.at("sqrt(2N), 24 blocks"), 1.5, 2)
                    && Is.within(seen.at("sqrt(N), 24 blocks"), 2, 3))
        .fails("one of them grows with depth", seen -> seen.at("sqrt(N), 24 blocks") > 5);
  }

  private static Interval byRoot(int blocks) {
    return new ResidualStream(
            "sqrt(N)",
            64,
            blocks,
            1,
            n -> 1 / Math.sqrt(n),
            n -> 1 / Math.sqrt((double) blocks * n))
        .measured(3);
  }

  private static Claim heads() {
    return Claim.of(
            "C26",
            "Output weights of attention divided by sqrt(heads) prevent score inflation",
            Source.SCALED)
        .tried("two pre-norm blocks, 64 wide, 4 heads, 16 tokens of N(0, 1), 1/sqrt(fan_in)")
        .measured(BlockClaims::scores)
        .fails(
            "scores come before the output matrix, so those of its own layer do not change, and "
                + "the next layer's stand behind a norm; what holds them is 1/sqrt(head width)",
            seen ->
                Is.within(seen.at("layer 1, divided over not"), 0.999, 1.001)
                    && Is.within(seen.at("layer 2, divided over not"), 0.7, 1.4)
                    && Is.within(seen.at("without 1/sqrt(16)"), 8, 32))
        .holds(
            seen ->
                seen.at("layer 1, divided over not") < 0.5
                    || seen.at("layer 2, divided over not") < 0.5);
  }

  private static Evidence scores() {
    Initializer whole = Init.lecunNormal();
    Attention usual = Attention.of(4);
    double[] plain = variances(usual, whole);
    double[] divided = variances(usual, Init.lecunNormal().gain(0.5));
    double[] unscaled = variances(usual.unscaled(), whole);
    return Evidence.of("layer 1, divided over not", divided[0] / plain[0])
        .and("layer 2, divided over not", divided[1] / plain[1])
        .and("without 1/sqrt(16)", unscaled[0] / plain[0]);
  }

  private static double[] variances(Attention attention, Initializer out) {
    var block = TransformerBlock.preNorm(attention, FeedForward.of(128, GELU));
    Plan plan = Plan.of(Signal.tokens(16, 64), block, block);
    Network net = plan.init(Rules.of(Init.lecunNormal()).on("*.attention.out", out), 1);
    return AttentionLook.of(net, Data.normal(8, plan.inputs(), 1)).stream()
        .mapToDouble(AttentionLook::logitVariance)
        .toArray();
  }

  private static Claim base() {
    return Claim.of(
            "C42", "With one factor of LoRA zero, the adapted net is the base net", Source.SCALED)
        .tried("ReLU, three layers of 64, rank 8 beside each, 100 inputs of N(0, 1)")
        .measured(
            () ->
                Evidence.of("of 6,400 outputs differ", differing(Init.zeros()))
                    .and("with both factors drawn", differing(Init.lecunNormal())))
        .holds(
            "to the last bit",
            seen ->
                seen.at("of 6,400 outputs differ") == 0
                    && seen.at("with both factors drawn") > 3000)
        .fails("outputs differ", seen -> seen.at("of 6,400 outputs differ") > 0);
  }

  private static double differing(Initializer b) {
    Dense dense = Dense.of(64, RELU);
    Lora adapted = Lora.of(dense, 8);
    Rules rules = Rules.of(Init.heNormal()).on("*.B", b);
    Network with = Plan.of(Signal.vector(64), adapted, adapted, adapted).init(rules, 1);
    Network without = Plan.of(Signal.vector(64), dense, dense, dense).init(Init.zeros(), 1);
    for (int layer = 1; layer <= 3; layer++) {
      without.parameter(layer + ".W").load(with.parameter(layer + ".base.W").value());
    }
    var x = Data.normal(100, 64, 1);
    double[] adaptedOut = with.forward(x).output().data;
    double[] baseOut = without.forward(x).output().data;
    return IntStream.range(0, 6400).filter(i -> adaptedOut[i] != baseOut[i]).count();
  }

  private static Claim factors() {
    return Claim.of(
            "U04", "It makes no difference which of LoRA's two factors begins at zero", Source.LORA)
        .tried("one layer of 512, rank 4, one step of gradient descent, 30 draws")
        .measured(
            () -> {
              var drawnA = LoraStep.of(512, Lora.of(Dense.of(512, LINEAR).withoutBias(), 4));
              return Evidence.of("along the gradient, A drawn", drawnA.along())
                  .and("along it, B drawn", drawnA.drawingB().along());
            })
        .restated(
            "either way the net begins as its base and can be trained, but at one rate B drawn "
                + "makes the first step width / rank times longer along the gradient: the two need "
                + "rates of their own",
            seen -> seen.at("along it, B drawn") > 30 * seen.at("along the gradient, A drawn"))
        .holds(
            seen ->
                Is.within(
                    seen.at("along it, B drawn") / seen.at("along the gradient, A drawn"), 0.5, 2));
  }
}
