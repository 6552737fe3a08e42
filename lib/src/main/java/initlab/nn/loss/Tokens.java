package initlab.nn.loss;

import initlab.base.Args;
import initlab.nn.Signal;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Minus log softmax(y) at the token that is due, averaged over the tokens that count.
 *
 * @param vocabulary how many words; 0 where only the outputs tell
 */
record Tokens(int vocabulary) implements Loss {
  static final Tokens ANY = new Tokens(0);
  private static final int NOT_COUNTED = -1;

  static Tokens of(int vocabulary) {
    return new Tokens(two(vocabulary));
  }

  private static int two(int words) {
    return Args.atLeast(2, words, "the vocabulary", "One word is always right.");
  }

  @Override
  public int targets(Signal output) {
    return output.places();
  }

  @Override
  public double value(DMatrixRMaj output, DMatrixRMaj target) {
    int counted = counted(output, target);
    double sum = 0;
    for (int row = 0; row < output.numRows; row++) {
      int due = (int) target.data[row];
      if (due != NOT_COUNTED) {
        sum += CrossEntropy.logSumExp(output, row) - output.get(row, due);
      }
    }
    return sum / counted;
  }

  @Override
  public void gradient(DMatrixRMaj output, DMatrixRMaj target, DMatrixRMaj gradient) {
    int counted = counted(output, target);
    Args.given(gradient, "the gradient", "Pass a matrix to write to.");
    gradient.reshape(output.numRows, output.numCols);
    gradient.zero();
    for (int row = 0; row < output.numRows; row++) {
      int due = (int) target.data[row];
      if (due != NOT_COUNTED) {
        double logSum = CrossEntropy.logSumExp(output, row);
        for (int i = row * output.numCols; i < (row + 1) * output.numCols; i++) {
          gradient.data[i] = Math.exp(output.data[i] - logSum) / counted;
        }
        gradient.data[row * output.numCols + due] -= 1.0 / counted;
      }
    }
  }

  /** The share of tokens that count whose logit is the largest; of ties, the first. */
  @Override
  public double accuracy(DMatrixRMaj output, DMatrixRMaj target) {
    int counted = counted(output, target);
    int right = 0;
    for (int row = 0; row < output.numRows; row++) {
      int due = (int) target.data[row];
      right += due != NOT_COUNTED && CrossEntropy.largest(output, row) == due ? 1 : 0;
    }
    return right / (double) counted;
  }

  /** log of the vocabulary. */
  @Override
  public double ofZero(DMatrixRMaj target) {
    counted(target, known());
    return Math.log(vocabulary);
  }

  @Override
  public double largestClass(DMatrixRMaj target) {
    double[] counts = counts(target);
    return Arrays.stream(counts).max().orElse(0) / Arrays.stream(counts).sum();
  }

  @Override
  public double[] counts(DMatrixRMaj target) {
    double[] counts = new double[known()];
    counted(target, vocabulary);
    for (int i = 0; i < target.getNumElements(); i++) {
      int due = (int) target.data[i];
      if (due != NOT_COUNTED) {
        counts[due]++;
      }
    }
    return counts;
  }

  private int known() {
    if (vocabulary > 0) {
      return vocabulary;
    }
    throw Args.bad("the vocabulary", "unknown", "known", "Say how large: Loss.tokens(50).");
  }

  /** How many tokens count, all having been looked at. */
  private int counted(DMatrixRMaj output, DMatrixRMaj target) {
    Args.given(output, "the output", "Pass net.forward(x).output().");
    Args.given(target, "the targets", "Pass ids (batch x places).");
    Args.atLeast(1, output.numRows, "the number of samples", "Pass at least one row.");
    if (vocabulary > 0 && output.numCols != vocabulary) {
      throw Args.bad(
          "the number of logits", output.numCols, "" + vocabulary, "Give one for each word.");
    }
    if (target.getNumElements() != output.numRows) {
      throw Args.bad(
          "the number of targets",
          target.numRows + " x " + target.numCols,
          output.numRows + " in all, one for each place",
          "Targets are ids (batch x places), not rows of zeros and a one.");
    }
    return counted(target, two(output.numCols));
  }

  private static int counted(DMatrixRMaj target, int words) {
    Args.given(target, "the targets", "Pass ids (batch x places).");
    int counted = 0;
    for (int i = 0; i < target.getNumElements(); i++) {
      double id = target.data[i];
      if (!(id >= NOT_COUNTED && id < words && id == (int) id)) {
        throw Args.bad(
            "the target of sample "
                + i / target.numCols
                + ", place "
                + i % target.numCols
                + " (from 0)",
            id,
            "a whole number from 0 to " + (words - 1) + ", or -1 where nothing is asked",
            "Count words from 0.");
      }
      counted += id == NOT_COUNTED ? 0 : 1;
    }
    return Args.atLeast(1, counted, "the number of targets that count", "Not all can be -1.");
  }

  @Override
  public String toString() {
    return "cross-entropy of tokens";
  }
}
