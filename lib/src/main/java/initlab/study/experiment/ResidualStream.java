package initlab.study.experiment;

import static initlab.init.Activation.GELU;
import static initlab.init.Activation.LINEAR;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.nn.layer.FeedForward;
import initlab.nn.layer.TransformerBlock;
import initlab.study.Study;
import initlab.theory.LayerScale;
import initlab.theory.MomentMap;
import initlab.theory.Propagation;
import initlab.theory.SignalMoments;
import initlab.train.data.Data;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The stream x of a transformer with norms first and four times as wide feed-forwards (GELU), at
 * the start: E x^2 after each block over E x^2 of the embedding, by theory. Each token sees itself
 * alone, which is the most that attention adds.
 *
 * <pre>{@code
 * ResidualStream.gpt2(768, 12).growth()          // 283
 * }</pre>
 *
 * @param name what a figure calls it
 * @param width d
 * @param blocks L, each of an attention and a feed-forward
 * @param embedding std of what goes in
 * @param inside std of queries, keys, values and the matrix up, as a function of their fan_in
 * @param out std of the two matrices that write into the stream, in the same way
 */
public record ResidualStream(
    String name, int width, int blocks, double embedding, Std inside, Std out) {
  private static final double EPSILON = 1e-5;
  private static final int WIDER = 4;
  private static final int MOST = 512;
  private static final int SAMPLES = 16;

  /** A std by fan_in. */
  @FunctionalInterface
  public interface Std {
    /** The std of a matrix with this fan_in. */
    double of(int fanIn);
  }

  public ResidualStream {
    Args.notBlank(name, "the name");
    Args.atLeast(1, width, "the width", "GPT-2 has 768.");
    Args.atLeast(1, blocks, "the number of blocks", "GPT-2 has 12.");
    Args.positive(embedding, "the std of the embedding", "GPT-2 has 0.02.");
  }

  /** GPT-2's rule: 0.02, and 0.02 / sqrt(2 L) for what writes into the stream. */
  public static ResidualStream gpt2(int width, int blocks) {
    double small = 0.02 / Math.sqrt(2.0 * blocks);
    return new ResidualStream(
        "GPT-2, " + width + " wide", width, blocks, 0.02, n -> 0.02, n -> small);
  }

  /** 0.02 for everything, as BERT has it. */
  public static ResidualStream everywhere(int width, int blocks) {
    return new ResidualStream(
        "0.02 everywhere, " + width + " wide", width, blocks, 0.02, n -> 0.02, n -> 0.02);
  }

  /** 1 / sqrt(fan_in), divided by sqrt(2 L) for what writes into the stream; tables N(0, 1). */
  public static ResidualStream fanIn(int width, int blocks) {
    return new ResidualStream(
        "1/√fan_in, " + width + " wide",
        width,
        blocks,
        1,
        n -> 1 / Math.sqrt(n),
        n -> 1 / Math.sqrt(2.0 * blocks * n));
  }

  /** E x^2 after 0 ... L blocks over that of the embedding. */
  double[] profile() {
    MomentMap norm = new MomentMap.Norm(true, EPSILON);
    MomentMap attention = branch(norm, dense(LINEAR, inside, width), dense(LINEAR, out, width));
    int hidden = WIDER * width;
    MomentMap feedForward = branch(norm, dense(GELU, inside, width), dense(LINEAR, out, hidden));
    List<MomentMap> all = new ArrayList<>();
    Collections.nCopies(blocks, List.of(attention, feedForward)).forEach(all::addAll);
    double variance = embedding * embedding;
    Propagation seen = Propagation.through(all, SignalMoments.normal(variance), 1);
    return IntStream.rangeClosed(0, blocks)
        .mapToDouble(block -> seen.activation(2 * block) / variance)
        .toArray();
  }

  private static MomentMap branch(MomentMap... maps) {
    return new MomentMap.Residual(1, List.of(maps));
  }

  private static MomentMap dense(Activation f, Std std, int fanIn) {
    double scale = fanIn * std.of(fanIn) * std.of(fanIn);
    return new MomentMap.Dense(new LayerScale(f, scale, scale));
  }

  /** By what all blocks together multiply E x^2, by theory. */
  public double growth() {
    return profile()[blocks];
  }

  /**
   * The same measured on a real net whose texts have one token, over so many seeds.
   *
   * @throws IllegalArgumentException if the width is above 512, or 4 heads do not divide it
   */
  public Interval measured(int seeds) {
    if (width > MOST) {
      throw Args.bad("the width", width, "at most " + MOST, "Theory knows wider ones: growth().");
    }
    var block = TransformerBlock.preNorm(Attention.of(4), FeedForward.of(WIDER * width, GELU));
    Plan plan = Plan.of(Signal.tokens(1, width), Collections.nCopies(blocks, block));
    Rules rules =
        Rules.of(Init.normal(inside.of(width)))
            .on("*.attention.out", Init.normal(out.of(width)))
            .on("*.feedforward.down", Init.normal(out.of(WIDER * width)));
    Interval end =
        Study.of(plan)
            .seeds(seeds)
            .batch(SAMPLES)
            .on(
                (samples, features, seed) -> {
                  var x = Data.normal(samples, features, seed);
                  CommonOps_DDRM.scale(embedding, x);
                  return x;
                })
            .and(rules.named(name))
            .measure()
            .interval(name);
    double start = embedding * embedding;
    return new Interval(end.low() / start, end.median() / start, end.high() / start);
  }

  /** The streams of these models over their blocks, each over its embedding. */
  public static Figure plot(ResidualStream... models) {
    Args.atLeast(1, models.length, "the number of models", "Such as ResidualStream.gpt2(768, 12).");
    List<Curve> curves = Stream.of(models).map(ResidualStream::curve).toList();
    Panel panel = Panel.of("E x² over that of the embedding, theory", "block", "", curves);
    return Figure.of("How the stream of a transformer grows", panel);
  }

  private Curve curve() {
    double[] at = IntStream.rangeClosed(0, blocks).asDoubleStream().toArray();
    return Curve.line(name, at, profile());
  }
}
