package initlab.nn.layer;

import initlab.nn.Memory;
import org.ejml.data.DMatrixRMaj;

/** Several parameters of one layer as one matrix, column after column: one product for all. */
final class SideBySide {
  private static final int VALUES = 10; // numbers of scratch matrices that no layer here uses
  private static final int GRADIENTS = 11;

  private SideBySide() {}

  /** The values of so many slots from this one on, side by side, for this call alone. */
  static DMatrixRMaj values(Memory m, int first, int count) {
    DMatrixRMaj all = matrix(m, VALUES, first, count);
    for (int slot = first, column = 0; slot < first + count; slot++) {
      DMatrixRMaj value = m.value(slot);
      copy(value, 0, all, column, value.numCols);
      column += value.numCols;
    }
    return all;
  }

  /** Their gradients, where z = x W: x^T dz, each taking its own columns. */
  static void productGradients(Memory m, DMatrixRMaj dz, int first, int count) {
    DMatrixRMaj all = matrix(m, GRADIENTS, first, count);
    m.product().transposedTimes(m.x(), dz, all);
    split(m, all, first, count);
  }

  /** Their gradients, where z = x + b for a row b: the sum of the rows of dz. */
  static void rowGradients(Memory m, DMatrixRMaj dz, int first, int count) {
    DMatrixRMaj all = matrix(m, GRADIENTS, first, count);
    Dense.sumRows(dz, all);
    split(m, all, first, count);
  }

  private static DMatrixRMaj matrix(Memory m, int scratch, int first, int count) {
    int columns = 0;
    for (int slot = first; slot < first + count; slot++) {
      columns += m.value(slot).numCols;
    }
    return m.scratch(scratch, m.value(first).numRows, columns);
  }

  private static void split(Memory m, DMatrixRMaj all, int first, int count) {
    for (int slot = first, column = 0; slot < first + count; slot++) {
      DMatrixRMaj gradient = m.gradient(slot);
      copy(all, column, gradient, 0, gradient.numCols);
      column += gradient.numCols;
    }
  }

  private static void copy(DMatrixRMaj from, int fromCol, DMatrixRMaj to, int toCol, int cols) {
    for (int row = 0; row < from.numRows; row++) {
      System.arraycopy(
          from.data, row * from.numCols + fromCol, to.data, row * to.numCols + toCol, cols);
    }
  }
}
