package initlab.train.data;

import initlab.base.Args;
import java.util.function.IntUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/** The same samples with another question: what was trained on one can be asked another. */
public final class Relabelled {
  private Relabelled() {}

  /**
   * Data of classes with a new class for each old one.
   *
   * <pre>{@code
   * Relabelled.of(digits, "odd or even", 2, digit -> digit % 2)
   * }</pre>
   *
   * @param data its targets have a 1 for the class and 0 for the others, not modified
   * @param name what the new question is called
   * @param classes how many new ones there are, at least 2
   * @param to from the old class, counted from 0, to the new one
   * @throws IllegalArgumentException if the data have fewer than two columns of targets, or a new
   *     class is not from 0 to classes - 1
   */
  public static Dataset of(Dataset data, String name, int classes, IntUnaryOperator to) {
    Args.given(data, "the data", "Such as Digits.madeUp().draw(300, 1).");
    DMatrixRMaj y = data.y();
    Args.atLeast(2, y.numCols, "the columns of targets", "One for each class.");
    int[] labels = new int[y.numRows];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = to.applyAsInt(largest(y, row));
    }
    return Dataset.labelled(name, data.x(), labels, classes);
  }

  private static int largest(DMatrixRMaj y, int row) {
    int best = 0;
    for (int column = 1; column < y.numCols; column++) {
      best = y.get(row, column) > y.get(row, best) ? column : best;
    }
    return best;
  }
}
