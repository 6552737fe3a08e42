package initlab.study;

import static initlab.init.Activation.TANH;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.train.data.Data;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A study whose numbers all differ: unequal widths, a batch unlike any width, seeds from 4 on,
 * weights with and without a mean; and the same by plain loops.
 */
final class Seen {
  static final Plan PLAN = Mlp.of(TANH, 5, 7, 4, 3).onPlainJava();
  static final int SEEDS = 5;
  static final int FIRST = 4;
  static final int BATCH = 6;
  static final Initializer TILTED =
      ((Initializer) (shape, rng) -> Init.uniform(-0.6, 1.4).draw(shape, rng)).named("tilted");
  static final List<Initializer> RULES = List.of(Init.lecunNormal(), TILTED, Init.normal(0.3));
  static final Study STUDY =
      Study.of(PLAN)
          .seeds(SEEDS)
          .from(FIRST)
          .batch(BATCH)
          .compare(RULES.toArray(Initializer[]::new));
  static final Results FOUND =
      STUDY.measure(
          Measure.WEIGHT_GRADIENT,
          Measure.BATCH_VARIANCE,
          Measure.SATURATED,
          Measure.CORRELATION,
          Measure.RANK);

  private Seen() {}

  /** The pass of one start's nth seed, by plain loops. */
  static Loops loops(int start, int nth) {
    long seed = FIRST + nth;
    return new Loops(
        PLAN.init(RULES.get(start), seed),
        Data.normal(BATCH, 5, seed),
        Inputs.gradient(BATCH, 3, seed),
        v -> 1 - Math.tanh(v) * Math.tanh(v));
  }

  /** A number of every seed of a start. */
  static double[] each(int start, ToDoubleFunction<Loops> number) {
    return IntStream.range(0, SEEDS)
        .mapToDouble(nth -> number.applyAsDouble(loops(start, nth)))
        .toArray();
  }

  /** A number's quantile over the seeds of a start. */
  static double quantile(double p, int start, ToDoubleFunction<Loops> number) {
    return Loops.quantile(p, each(start, number));
  }
}
