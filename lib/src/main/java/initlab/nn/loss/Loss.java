package initlab.nn.loss;

import org.ejml.data.DMatrixRMaj;

/**
 * What training makes small: a number for the outputs of a batch beside their targets, both (batch
 * x out), averaged over the rows, and its gradient. Its {@code toString} is its name. Targets of
 * another shape than the outputs, and batches without rows, are refused.
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
}
