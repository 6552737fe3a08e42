package initlab.study.experiment;

import initlab.base.Args;
import initlab.theory.StepZero;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The loss of so many words before step one, by theory alone: exactly, and by the two laws that
 * hold for small and for large logits.
 *
 * <pre>{@code
 * LossLaws.of(50_257).table(0.554, 1, 27.7)
 * }</pre>
 *
 * @param vocabulary how many words
 */
public record LossLaws(int vocabulary) {

  /** Checks the number. */
  public LossLaws {
    Args.atLeast(2, vocabulary, "the vocabulary", "One word is always right.");
  }

  /** Of so many words, at least 2. */
  public static LossLaws of(int vocabulary) {
    return new LossLaws(vocabulary);
  }

  /** The exact mean loss where logits have this standard deviation, from 0 to 1000. */
  public double loss(double std) {
    return StepZero.of(vocabulary, std).loss();
  }

  /** One row a standard deviation: exact, ln V + s^2 / 2, s sqrt(2 ln V). */
  public Table table(double... stds) {
    Args.atLeast(1, stds.length, "how many standard deviations", "Try table(1, 10).");
    List<StepZero> laws =
        Arrays.stream(stds).mapToObj(std -> StepZero.of(vocabulary, std)).toList();
    return Table.of("Loss before step one, " + vocabulary + " words")
        .numbers("std s of logits", stds)
        .digits(4, "exact", each(laws, StepZero::loss))
        .digits(4, "ln V + s^2/2", each(laws, StepZero::near))
        .digits(4, "s sqrt(2 ln V)", each(laws, StepZero::far));
  }

  private static double[] each(List<StepZero> laws, ToDoubleFunction<StepZero> number) {
    return laws.stream().mapToDouble(number).toArray();
  }
}
