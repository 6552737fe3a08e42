package initlab.math;

import org.ejml.data.DMatrixRMaj;

/** The rows of a matrix, or its columns: how one walks along them, and from one to the next. */
final class Lines {
  final double[] data;
  final int count;
  final int length;

  /** From a number of a line to the next. */
  final int step;

  /** From a line to the next. */
  final int next;

  private Lines(DMatrixRMaj matrix, int count, int length, int step, int next) {
    data = matrix.data;
    this.count = count;
    this.length = length;
    this.step = step;
    this.next = next;
  }

  static Lines rows(DMatrixRMaj matrix) {
    return new Lines(matrix, matrix.numRows, matrix.numCols, 1, matrix.numCols);
  }

  static Lines columns(DMatrixRMaj matrix) {
    return new Lines(matrix, matrix.numCols, matrix.numRows, matrix.numCols, 1);
  }
}
