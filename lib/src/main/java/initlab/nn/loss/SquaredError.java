package initlab.nn.loss;

import org.ejml.data.DMatrixRMaj;

/** The sum over outputs of (y - t)^2, averaged over the rows. */
enum SquaredError implements Loss {
  INSTANCE;

  @Override
  public double value(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = Targets.numbers(output, target);
    double sum = 0;
    for (int i = 0; i < output.getNumElements(); i++) {
      double error = output.data[i] - target.data[i];
      sum += error * error;
    }
    return sum / rows;
  }

  @Override
  public void gradient(DMatrixRMaj output, DMatrixRMaj target, DMatrixRMaj gradient) {
    int rows = Targets.numbers(output, target);
    gradient.reshape(rows, output.numCols);
    for (int i = 0; i < output.getNumElements(); i++) {
      gradient.data[i] = 2 * (output.data[i] - target.data[i]) / rows;
    }
  }

  @Override
  public String toString() {
    return "squared error";
  }
}
