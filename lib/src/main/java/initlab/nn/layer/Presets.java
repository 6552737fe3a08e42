package initlab.nn.layer;

import static initlab.init.Distribution.NORMAL;

import initlab.base.Args;
import initlab.init.FanMode;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Role;
import initlab.nn.Rules;

/**
 * How well-known models begin, as {@link Rules} to read with {@code explain(plan)} and to change
 * with {@code on(...)}. Where nothing else is said, biases and shifts begin at 0, scales at 1.
 */
public final class Presets {
  private static final double SMALL = 0.02;

  private Presets() {}

  /**
   * GPT-2: N(0, 0.02^2); 0.02 / sqrt(2 blocks) for the two matrices of each block that write to the
   * residual stream; 0.01 for learned positions. Radford et al. (2019), positions from their code.
   *
   * @param blocks how many transformer blocks the net has
   */
  public static Rules gpt2(int blocks) {
    Initializer intoTheStream = Init.gpt2Residual(blocks);
    return Rules.of(Init.gpt2())
        .lenient()
        .on("*attention.out", intoTheStream)
        .on("*feedforward.down", intoTheStream)
        .on("*.positions", Init.normal(0.01))
        .strict()
        .named("GPT-2");
  }

  /** BERT: all matrices and tables N(0, 0.02^2), cut at +-0.04. Devlin et al. (2019). */
  public static Rules bert() {
    return Rules.of(Init.bert());
  }

  /**
   * T5: Var(W) = 1 / fan_in, for queries 1 / (fan_in head width), since its attention divides no
   * logits; tables N(0, 1). Raffel et al. (2020), from their code.
   *
   * @param headWidth how many numbers a query has in each head
   */
  public static Rules t5(int headWidth) {
    Args.atLeast(1, headWidth, "the head width", "T5 has 64.");
    return Rules.of(Init.lecunNormal())
        .lenient()
        .on("*attention.q", Init.varianceScaling(1.0 / headWidth, FanMode.IN, NORMAL))
        .on(Role.EMBEDDING, Init.normal(1))
        .strict()
        .named("T5");
  }

  /**
   * Models like Llama: 0.02 for queries, keys, values and gates; 0.02 / sqrt(2 blocks) for the
   * output of attention and for both other matrices of a feed-forward; tables N(0, 1); 1 /
   * sqrt(fan_in) for the last layer. Llama's makers published none: this is torchtitan's (2024)
   * with depth_init off; where it is on, block n has n in the place of blocks.
   *
   * @param blocks how many transformer blocks the net has
   */
  public static Rules llama(int blocks) {
    Initializer small = Init.gpt2Residual(blocks);
    return Rules.of(Init.normal(SMALL))
        .lenient()
        .on("*attention.out", small)
        .on("*feedforward.down", small)
        .on("*feedforward.up", small)
        .on(Role.EMBEDDING, Init.normal(1))
        .onLast(Init.lecunNormal())
        .strict()
        .named("Llama-like");
  }

  /**
   * Vision transformers: Xavier uniform; patches LeCun's rule; positions N(0, 0.02^2); biases of a
   * feed-forward N(0, 1e-12); a head of zeros. Dosovitskiy et al. (2021), from their code.
   */
  public static Rules vit() {
    return Rules.of(Init.xavierUniform())
        .lenient()
        .on("1.W", Init.flaxDense())
        .on("*.positions", Init.normal(SMALL))
        .on("*feedforward.bup", Init.normal(1e-6))
        .on("*feedforward.bdown", Init.normal(1e-6))
        .onLast(Init.zeros())
        .strict()
        .named("ViT");
  }

  /**
   * DeepNorm: Xavier's rule, with gain (8 blocks)^(-1/4) for values, for the output of attention
   * and for the feed-forward. For {@code TransformerBlock.deepNorm}, which multiplies the stream by
   * (2 blocks)^(1/4). Wang et al. (2022).
   *
   * @param blocks how many transformer blocks the net has
   */
  public static Rules deepNorm(int blocks) {
    Args.atLeast(1, blocks, "blocks", "Count the transformer blocks.");
    double squaredGain = 1 / Math.sqrt(8.0 * blocks);
    Initializer small = Init.varianceScaling(squaredGain, FanMode.AVG, NORMAL);
    return Rules.of(Init.xavierNormal())
        .lenient()
        .on("*attention.v", small)
        .on("*attention.out", small)
        .on(FeedForward.class, small)
        .strict()
        .named("DeepNorm");
  }

  /**
   * Residual nets of convolutions: He's rule by fan_out, the last norm's scale 0 in every block,
   * and N(0, 0.01^2) for the last layer. He et al. (2016), Goyal et al. (2017). Their code takes a
   * stride out of no fan_out: there a layer of stride s has std / s in two dimensions.
   */
  public static Rules resNet() {
    return Rules.of(Init.heNormal().mode(FanMode.OUT))
        .lenient()
        .onEnds(Residual.class, Role.SCALE, Init.zeros())
        .onLast(Init.normal(0.01))
        .strict()
        .named("ResNet");
  }

  /**
   * Fixup, for residual nets without norms: He's rule, times blocks^(-1 / (2 m - 2)) in branches of
   * m layers, whose last is 0; shortcuts by He's rule; the last layer of the net is 0 too. Zhang et
   * al. (2019), without their learned scalars.
   *
   * @param blocks how many residual blocks the net has
   * @param layers m, how many layers with weights a branch has
   * @throws IllegalArgumentException if blocks is below 1 or layers below 2
   */
  public static Rules fixup(int blocks, int layers) {
    Args.atLeast(1, blocks, "blocks", "Count the residual blocks.");
    Args.atLeast(2, layers, "the layers of a branch", "The last is 0, so there must be another.");
    double squared = Math.pow(blocks, -1.0 / (layers - 1));
    return Rules.of(Init.heNormal())
        .lenient()
        .onEnds(Residual.class, Role.WEIGHT, Init.zeros())
        .on("*.shortcut.*", Init.heNormal())
        .on(Residual.class, Init.varianceScaling(2 * squared, FanMode.IN, NORMAL))
        .onLast(Init.zeros())
        .strict()
        .named("Fixup");
  }

  /**
   * An LSTM or a GRU as texts advise: input weights Xavier uniform, recurrent ones orthogonal,
   * biases 0 but for the forget gate's, which is 1. Jozefowicz et al. (2015).
   */
  public static Rules lstm() {
    return recurrent().on("*.bf", Init.ones()).strict().named("forget bias 1");
  }

  /**
   * The same with forget gates that remember for up to so many steps. Tallec and Ollivier (2018).
   *
   * @param steps the longest memory that the task may need, from 3
   */
  public static Rules chrono(int steps) {
    return recurrent()
        .on("*.bf", Init.chrono(steps))
        .on("*.bi", Init.chronoInput(steps))
        .strict()
        .named("chrono");
  }

  private static Rules recurrent() {
    return Rules.of(Init.xavierUniform()).lenient().on(Role.RECURRENT, Init.orthogonal());
  }

  /**
   * Maximal update: Var(W) = 1 / fan_in inside, tables N(0, 1), and std 1 / width for the last
   * layer, whose outputs so begin the smaller, the wider the net. Yang et al. (2022).
   *
   * @param width how many numbers the last layer takes
   */
  public static Rules muP(int width) {
    Args.atLeast(1, width, "the width", "How many numbers the last layer takes.");
    return Rules.of(Init.lecunNormal())
        .lenient()
        .on(Role.EMBEDDING, Init.normal(1))
        .onLast(Init.normal(1.0 / width))
        .strict()
        .named("muP");
  }

  /**
   * What a code template that circulates makes of a net, since it looks at names and shapes alone:
   * He's rule by fan_in for all that is a matrix, tables included, whose fan_in PyTorch counts as
   * their width; biases 0. Norms keep their 1 only where their name says so: those that are merely
   * numbered, as in a Sequential, get N(0, 0.02^2).
   *
   * @param normsAreNamed whether "norm" or "bn" is in the names of all norms
   */
  public static Rules codeTemplate(boolean normsAreNamed) {
    Rules matrices =
        Rules.of(Init.heNormal())
            .lenient()
            .on(Role.EMBEDDING, Init.varianceScaling(2, FanMode.OUT, NORMAL));
    Rules all = normsAreNamed ? matrices : matrices.on(Role.SCALE, Init.normal(SMALL));
    return all.strict().named(normsAreNamed ? "code template" : "code template, numbered norms");
  }
}
