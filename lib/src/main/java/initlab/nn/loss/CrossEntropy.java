package initlab.nn.loss;

import org.ejml.data.DMatrixRMaj;

/** Minus the sum over classes of t log softmax(y), averaged over the rows. */
enum CrossEntropy implements Loss {
  INSTANCE;

  @Override
  public double value(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = Targets.classes(output, target);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double logSum = logSumExp(output, row);
      for (int col = 0; col < output.numCols; col++) {
        double t = target.get(row, col);
        sum += t == 0 ? 0 : t * (logSum - output.get(row, col));
      }
    }
    return sum / rows;
  }

  @Override
  public void gradient(DMatrixRMaj output, DMatrixRMaj target, DMatrixRMaj gradient) {
    int rows = Targets.classes(output, target);
    gradient.reshape(rows, output.numCols);
    for (int row = 0; row < rows; row++) {
      double logSum = logSumExp(output, row);
      for (int col = 0; col < output.numCols; col++) {
        double softmax = Math.exp(output.get(row, col) - logSum);
        gradient.set(row, col, (softmax - target.get(row, col)) / rows);
      }
    }
  }

  /** log of the sum of exp(y) over a row, taken from the largest y, so that nothing overflows. */
  static double logSumExp(DMatrixRMaj y, int row) {
    double most = y.get(row, largest(y, row));
    double sum = 0;
    for (int col = 0; col < y.numCols; col++) {
      sum += Math.exp(y.get(row, col) - most);
    }
    return most + Math.log(sum);
  }

  /** The share of rows whose largest output is that of the largest target; of ties, the first. */
  @Override
  public double accuracy(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = Targets.classes(output, target);
    int right = 0;
    for (int row = 0; row < rows; row++) {
      right += largest(output, row) == largest(target, row) ? 1 : 0;
    }
    return right / (double) rows;
  }

  static int largest(DMatrixRMaj y, int row) {
    int best = 0;
    for (int col = 1; col < y.numCols; col++) {
      best = y.get(row, col) > y.get(row, best) ? col : best;
    }
    return best;
  }

  @Override
  public String toString() {
    return "softmax cross-entropy";
  }
}
