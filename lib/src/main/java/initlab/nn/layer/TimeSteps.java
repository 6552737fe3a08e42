package initlab.nn.layer;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Rows of one step in time among the rows of all samples and steps, sample after sample. */
final class TimeSteps {
  private TimeSteps() {}

  /** Copies the rows of step t out. */
  static void gather(DMatrixRMaj all, int t, DMatrixRMaj step) {
    int places = all.numRows / step.numRows;
    for (int sample = 0; sample < step.numRows; sample++) {
      System.arraycopy(
          all.data,
          (sample * places + t) * all.numCols,
          step.data,
          sample * step.numCols,
          step.numCols);
    }
  }

  /** Copies the rows of step t in. */
  static void scatter(DMatrixRMaj step, int t, DMatrixRMaj all) {
    int places = all.numRows / step.numRows;
    for (int sample = 0; sample < step.numRows; sample++) {
      System.arraycopy(
          step.data,
          sample * step.numCols,
          all.data,
          (sample * places + t) * all.numCols,
          step.numCols);
    }
  }

  /** Adds to the rows of step t. */
  static void add(DMatrixRMaj step, int t, DMatrixRMaj all) {
    int places = all.numRows / step.numRows;
    for (int sample = 0; sample < step.numRows; sample++) {
      int to = (sample * places + t) * all.numCols;
      for (int col = 0; col < step.numCols; col++) {
        all.data[to + col] += step.data[sample * step.numCols + col];
      }
    }
  }

  /** Every step takes the row of the step before it; the first takes zeros. */
  static void delay(DMatrixRMaj all, int places, DMatrixRMaj later) {
    System.arraycopy(all.data, 0, later.data, later.numCols, (all.numRows - 1) * all.numCols);
    for (int row = 0; row < later.numRows; row += places) {
      Arrays.fill(later.data, row * later.numCols, (row + 1) * later.numCols, 0);
    }
  }
}
