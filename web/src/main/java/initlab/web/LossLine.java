package initlab.web;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.nn.loss.Loss;
import initlab.theory.StepZero;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The loss before the first step over the size of logits, by {@link StepZero}.
 *
 * @param stds of logits, from 0 on
 * @param exact the mean loss at each
 * @param near ln V + std^2 / 2
 * @param far std sqrt(2 ln V)
 */
public record LossLine(double[] stds, double[] exact, double[] near, double[] far) {
  private static final int POINTS = 31;
  private static final double MOST = 30;

  /** Logits in a batch, so that a batch is drawn in the time of a look. */
  private static final int LOGITS = 50_000;

  static LossLine of(int vocabulary) {
    double[] stds = IntStream.range(0, POINTS).mapToDouble(i -> MOST * i / (POINTS - 1)).toArray();
    List<StepZero> laws =
        Arrays.stream(stds).mapToObj(std -> StepZero.of(vocabulary, std)).toList();
    return new LossLine(
        stds, each(laws, StepZero::loss), each(laws, StepZero::near), each(laws, StepZero::far));
  }

  private static double[] each(List<StepZero> laws, ToDoubleFunction<StepZero> number) {
    return laws.stream().mapToDouble(number).toArray();
  }

  /**
   * The loss at one size of logits.
   *
   * @param chance ln V
   * @param words in a batch
   * @param batch the mean loss, and where 5 % of batches lie below and 5 % above
   * @param turn the size at which one law gives way to the other
   */
  public record Here(double chance, int words, Interval batch, double turn) {
    static Here of(int vocabulary, double std) {
      StepZero law = StepZero.of(vocabulary, std);
      int words = inBatch(vocabulary);
      return new Here(law.chance(), words, law.over(words), law.turn());
    }
  }

  private static int inBatch(int vocabulary) {
    return Math.max(2, Math.min(100, LOGITS / vocabulary));
  }

  /** The loss of a batch of words whose logits are drawn from N(0, std^2), any word due. */
  static double drawn(int vocabulary, double std, long seed) {
    int words = inBatch(vocabulary);
    Initializer law = std == 0 ? Init.zeros() : Init.normal(std);
    WeightShape shape = WeightShape.dense(words, vocabulary);
    DMatrixRMaj logits = law.draw(shape, RandomStreams.of(seed, "logits", 0));
    return Loss.tokens().value(logits, Data.ids(words, 1, vocabulary, seed));
  }
}
