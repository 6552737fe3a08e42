package initlab.nn.loss;

import org.ejml.data.DMatrixRMaj;

/** log(1 + exp(y)) - t y summed over outputs, averaged over the rows; no y overflows it. */
enum Logistic implements Loss {
  INSTANCE;

  @Override
  public double value(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = Targets.probabilities(output, target);
    double sum = 0;
    for (int i = 0; i < output.getNumElements(); i++) {
      double y = output.data[i];
      sum += Math.max(y, 0) + StrictMath.log1p(Math.exp(-Math.abs(y))) - target.data[i] * y;
    }
    return sum / rows;
  }

  @Override
  public void gradient(DMatrixRMaj output, DMatrixRMaj target, DMatrixRMaj gradient) {
    int rows = Targets.probabilities(output, target);
    gradient.reshape(rows, output.numCols);
    for (int i = 0; i < output.getNumElements(); i++) {
      double sigmoid = 1 / (1 + Math.exp(-output.data[i]));
      gradient.data[i] = (sigmoid - target.data[i]) / rows;
    }
  }

  /** The share of outputs on the right side: y above 0 where t is above 1/2. */
  @Override
  public double accuracy(DMatrixRMaj output, DMatrixRMaj target) {
    Targets.probabilities(output, target);
    int right = 0;
    for (int i = 0; i < output.getNumElements(); i++) {
      right += output.data[i] > 0 == target.data[i] > 0.5 ? 1 : 0;
    }
    return right / (double) output.getNumElements();
  }

  @Override
  public String toString() {
    return "logistic loss";
  }
}
