package initlab.nn.layer;

import org.ejml.data.DMatrixRMaj;

/** Copies between a matrix and a block of a larger one. */
final class Blocks {
  private Blocks() {}

  /** Copies the block that begins at this row and column out; it is as large as {@code block}. */
  static void take(DMatrixRMaj all, int row, int column, DMatrixRMaj block) {
    for (int r = 0, from = row * all.numCols + column; r < block.numRows; r++) {
      System.arraycopy(all.data, from, block.data, r * block.numCols, block.numCols);
      from += all.numCols;
    }
  }

  /** Copies a block into its place, which begins at this row and column. */
  static void put(DMatrixRMaj block, DMatrixRMaj all, int row, int column) {
    for (int r = 0, to = row * all.numCols + column; r < block.numRows; r++) {
      System.arraycopy(block.data, r * block.numCols, all.data, to, block.numCols);
      to += all.numCols;
    }
  }
}
