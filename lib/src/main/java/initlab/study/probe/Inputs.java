package initlab.study.probe;

import initlab.base.Args;
import initlab.init.Distribution;
import initlab.math.Matrices;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.train.data.Data;
import initlab.train.data.Text;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** What a study feeds its networks: a batch (samples x features) for each seed. */
@FunctionalInterface
public interface Inputs {

  /** The batch of this seed; equal seeds give equal batches. */
  DMatrixRMaj of(int samples, int features, long seed);

  /**
   * The second moment E x^2 of the law that every number is drawn from, anew for each seed; empty
   * where no law is stated, so that only the batches themselves tell it.
   */
  default OptionalDouble secondMoment() {
    return OptionalDouble.empty();
  }

  /** Independent N(0, 1). */
  static Inputs normal() {
    return normal(1);
  }

  /**
   * Independent N(0, std^2), the numbers of {@link #normal()} times std.
   *
   * @throws IllegalArgumentException unless std is positive and finite
   */
  static Inputs normal(double std) {
    Args.positive(std, "the standard deviation of the inputs", "1 is usual.");
    return new Inputs() {
      @Override
      public DMatrixRMaj of(int samples, int features, long seed) {
        DMatrixRMaj x = Data.normal(samples, features, seed);
        CommonOps_DDRM.scale(std, x);
        return x;
      }

      @Override
      public OptionalDouble secondMoment() {
        return OptionalDouble.of(std * std);
      }
    };
  }

  /** Ids, each as likely as the others, where the plan takes ids; else N(0, 1). */
  static Inputs suiting(Plan plan) {
    return plan.vocabulary() > 0 ? ids(plan.vocabulary()) : normal();
  }

  /**
   * Independent ids 0 ... vocabulary - 1, each as likely as the others.
   *
   * @throws IllegalArgumentException if the vocabulary is below 1
   */
  static Inputs ids(int vocabulary) {
    Args.atLeast(1, vocabulary, "the vocabulary", "Give the number of ids.");
    return (samples, places, seed) -> Data.ids(samples, places, vocabulary, seed);
  }

  /**
   * Independent ids as frequent as words are: id k with a probability in proportion to 1 / (k + 1).
   * Zipf (1935).
   *
   * @throws IllegalArgumentException if the vocabulary is below 1
   */
  static Inputs zipf(int vocabulary) {
    Args.atLeast(1, vocabulary, "the vocabulary", "Give the number of ids.");
    return (samples, places, seed) -> Data.zipf(samples, places, vocabulary, seed);
  }

  /** Texts of this language, a text of its own for each sample. */
  static Inputs text(Text language) {
    Args.given(language, "the language", "Such as Text.madeUp(50).");
    return (samples, places, seed) -> language.draw(samples, places, seed).x();
  }

  /** The same batch for every seed; its rows are the samples. */
  static Inputs always(DMatrixRMaj x) {
    Matrices.finite(x, "the input");
    return (samples, features, seed) -> x;
  }

  /** Independent N(0, 1) gradients at the output, (samples x outputs). */
  static DMatrixRMaj gradient(int samples, int outputs, long seed) {
    DMatrixRMaj g = new DMatrixRMaj(samples, outputs);
    Distribution.NORMAL.fill(1, RandomStreams.of(seed, "gradient", 0), g.data, samples * outputs);
    return g;
  }
}
