package initlab.nn.loss;

import initlab.nn.Signal;
import org.ejml.data.DMatrixRMaj;

/**
 * What training makes small: a number for the outputs of a batch beside their targets, both (batch
 * x out), averaged over the rows, and its gradient; of tokens, targets are ids. Its {@code
 * toString} is its name. Targets of another shape than the outputs, and batches without rows, are
 * refused.
 */
public interface Loss {

  /** The loss, averaged over the rows; infinite or NaN where the outputs are. None is modified. */
  double value(DMatrixRMaj output, DMatrixRMaj target);

  /**
   * dL/da(L), averaged as the value is.
   *
   * @param output a(L) (batch x out), not modified
   * @param target (batch x out), not modified
   * @param gradient reshaped to (batch x out) and overwritten
   */
  void gradient(DMatrixRMaj output, DMatrixRMaj target, DMatrixRMaj gradient);

  /** The share of rows whose class is named rightly, 0 to 1; NaN where there are no classes. */
  default double accuracy(DMatrixRMaj output, DMatrixRMaj target) {
    return Double.NaN;
  }

  /** How many targets a sample has, for a net that gives this: usually one for each output. */
  default int targets(Signal output) {
    return output.size();
  }

  /**
   * The loss of a net whose outputs are all 0: of classes that of a guess by chance, log k for k
   * classes.
   */
  default double ofZero(DMatrixRMaj target) {
    return value(new DMatrixRMaj(target.numRows, target.numCols), target);
  }

  /** The accuracy of always naming the largest class; NaN where there are no classes. */
  default double largestClass(DMatrixRMaj target) {
    double best = Double.NaN;
    DMatrixRMaj constant = new DMatrixRMaj(target.numRows, target.numCols);
    for (int c = 0; c < Math.max(2, target.numCols); c++) {
      constant.zero();
      for (int row = 0; row < target.numRows; row++) {
        constant.set(row, Math.min(c, target.numCols - 1), target.numCols == 1 ? 2 * c - 1 : 1);
      }
      best = Math.max(accuracy(constant, target), Double.isNaN(best) ? 0 : best);
    }
    return best;
  }

  /** How often each class is due: the sums of the columns; of tokens, how often each word is. */
  default double[] counts(DMatrixRMaj target) {
    double[] counts = new double[target.numCols];
    for (int i = 0; i < target.getNumElements(); i++) {
      counts[i % target.numCols] += target.data[i];
    }
    return counts;
  }

  /**
   * Squared error: the sum over outputs of (y - t)^2, without the factor 1/2. Each of its methods
   * throws an IllegalArgumentException if a target is NaN or infinite.
   */
  static Loss squared() {
    return SquaredError.INSTANCE;
  }

  /**
   * Softmax cross-entropy: minus the sum over classes of t log softmax(y), for outputs that are
   * logits and targets that sum to 1 in each row (1 for the class, 0 for the others). Each of its
   * methods throws an IllegalArgumentException if there is a single class, a target is not 0 &lt;=
   * t &lt;= 1, or a row does not sum to 1 to five digits.
   */
  static Loss crossEntropy() {
    return CrossEntropy.INSTANCE;
  }

  /**
   * Logistic loss, the cross-entropy of two classes: log(1 + exp(y)) - t y summed over outputs, for
   * outputs that are logits and targets 0 or 1. Each of its methods throws an
   * IllegalArgumentException if a target is not 0 &lt;= t &lt;= 1.
   */
  static Loss logistic() {
    return Logistic.INSTANCE;
  }

  /**
   * Softmax cross-entropy for tokens: minus log softmax(y) at the token that is due, averaged over
   * the tokens that count, for outputs that are logits (batch * places x vocabulary) and targets
   * that are ids (batch x places), -1 where nothing is asked. Each of its methods throws an
   * IllegalArgumentException if a target is no such id, none counts, or there is a single word.
   */
  static Loss tokens() {
    return Tokens.ANY;
  }

  /**
   * The same, where the vocabulary is known before there are outputs.
   *
   * @throws IllegalArgumentException if it is below 2
   */
  static Loss tokens(int vocabulary) {
    return Tokens.of(vocabulary);
  }
}
