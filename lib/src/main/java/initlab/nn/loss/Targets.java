package initlab.nn.loss;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/** Looks at outputs and targets before anyone compares them. */
final class Targets {
  /** How far from 1 the targets of a row may sum: what is left of numbers stored as floats. */
  private static final double SLACK = 1e-5;

  private Targets() {}

  /**
   * The number of rows, for targets that are any numbers.
   *
   * @throws IllegalArgumentException if the shapes differ, there are no rows, or a target is NaN or
   *     infinite
   */
  static int numbers(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = rows(output, target);
    within(target, -Double.MAX_VALUE, Double.MAX_VALUE, "a finite number", "Drop or mend its row.");
    return rows;
  }

  /**
   * The number of rows, for targets that are probabilities, each by itself.
   *
   * @throws IllegalArgumentException if the shapes differ, there are no rows, or a target is not 0
   *     &lt;= t &lt;= 1
   */
  static int probabilities(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = rows(output, target);
    within(target, 0, 1, "0 to 1", "It is the probability of yes; for numbers use Loss.squared().");
    return rows;
  }

  /**
   * The number of rows, for targets that are probabilities of classes.
   *
   * @throws IllegalArgumentException if the shapes differ, there are no rows, there is a single
   *     class, a target is not 0 &lt;= t &lt;= 1, or those of a row do not sum to 1
   */
  static int classes(DMatrixRMaj output, DMatrixRMaj target) {
    int rows = rows(output, target);
    if (target.numCols < 2) {
      throw Args.bad(
          "the number of classes",
          target.numCols,
          "at least 2",
          "One column is one class, which is always right: use Loss.logistic() for yes or no.");
    }
    String cure = "A row has a 1 at the class and 0 elsewhere, as Dataset.labelled(...) makes it.";
    within(target, 0, 1 + SLACK, "0 to 1", cure);
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int col = 0; col < target.numCols; col++) {
        sum += target.get(row, col);
      }
      if (!(Math.abs(sum - 1) <= SLACK)) {
        throw Args.bad("the sum of the targets in row " + row + " (from 0)", sum, "1", cure);
      }
    }
    return rows;
  }

  private static int rows(DMatrixRMaj output, DMatrixRMaj target) {
    Args.given(output, "the output", "Pass net.forward(x).output().");
    Args.given(target, "the targets", "Pass one for every output of the net.");
    if (output.numRows != target.numRows || output.numCols != target.numCols) {
      throw Args.bad(
          "the shape of the targets",
          target.numRows + " x " + target.numCols,
          output.numRows + " x " + output.numCols,
          "Give one target for every output of the net.");
    }
    return Args.atLeast(1, output.numRows, "the number of samples", "Pass at least one row.");
  }

  private static void within(
      DMatrixRMaj target, double low, double high, String allowed, String cure) {
    for (int i = 0; i < target.getNumElements(); i++) {
      double t = target.data[i];
      if (!(t >= low && t <= high)) {
        String where = "row " + i / target.numCols + ", column " + i % target.numCols;
        throw Args.bad("the target in " + where + " (from 0)", t, allowed, cure);
      }
    }
  }
}
