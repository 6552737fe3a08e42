package initlab.nn.layer;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.SIGMOID;
import static initlab.init.Activation.SILU;
import static initlab.init.Activation.TANH;

import initlab.nn.Plan;
import initlab.nn.Signal;
import java.util.stream.Stream;

/** Attention, feed-forward parts, blocks and adapters, alone and inside others, in odd sizes. */
final class AttentionKinds {
  private AttentionKinds() {}

  static Stream<Plan> all() {
    Signal text = Signal.tokens(5, 6);
    return Stream.of(
        Plan.of(text, Attention.of(2)).named("attention"),
        Plan.of(text, Attention.of(3).causal().withBias(), Attention.of(1)).named("causal"),
        Plan.of(Signal.image(2, 3, 5), Attention.of(3).headWidth(2).unscaled().withBias())
            .named("attention of an image, unscaled"),
        Plan.of(text, Attention.of(2).headWidth(4).valueWidth(3).causal(), Dense.of(2, TANH))
            .named("wide keys"),
        Plan.of(text, Attention.of(2).valueWidth(7).withBias()).named("wide values"),
        Plan.of(Signal.vector(4), Attention.of(2)).named("attention of one place"),
        Plan.of(text, FeedForward.of(7, GELU)).named("feed-forward"),
        Plan.of(text, FeedForward.of(4, TANH).withBias(), FeedForward.gated(7, SILU).withBias())
            .named("feed-forward, gated"),
        Plan.of(Signal.vector(3), FeedForward.gated(5, SIGMOID)).named("GLU"),
        Plan.of(
                text,
                TransformerBlock.preNorm(Attention.of(2).causal(), FeedForward.of(7, GELU)),
                Dense.of(2, TANH))
            .named("norms first"),
        Plan.of(
                text,
                TransformerBlock.postNorm(Attention.of(3), FeedForward.gated(5, SILU))
                    .norm(RmsNorm.of()))
            .named("norms after"),
        Plan.of(text, TransformerBlock.deepNorm(Attention.of(3), FeedForward.of(5, SILU), 4))
            .named("skips weighted"),
        Plan.of(Signal.vector(6), Lora.of(Dense.of(5, TANH), 2).alpha(3)).named("LoRA"),
        Plan.of(
                text,
                Residual.of(Lora.of(Dense.of(6, LINEAR).withoutBias(), 3).rankStabilized()),
                Lora.of(Dense.of(4, SILU).tied("w"), 1).alpha(0.5),
                Dense.of(4, TANH))
            .named("LoRA by root, in a block"),
        Plan.of(text, Adapter.of(3, TANH).withBias(), Residual.of(Adapter.of(2, GELU)))
            .named("adapters"));
  }
}
