package initlab.nn;

import initlab.base.FreeMemory;
import org.ejml.data.DMatrixRMaj;

/** Room for the matrices of a pass, asked for before it is taken. */
final class Room {
  /** Smaller ones, of 128 MB, are taken without asking. */
  private static final long LARGE = 1 << 24;

  private Room() {}

  /**
   * Gives a matrix of this layer that shape.
   *
   * @throws IllegalArgumentException if it has 2^31 entries or more, or takes more than is free
   */
  static void reshape(DMatrixRMaj matrix, int rows, int cols, Node node) {
    if ((double) rows * cols - matrix.data.length > LARGE) {
      FreeMemory.forMatrix(
          "a matrix of layer " + node.path() + " (" + node.layer().kind() + ")",
          rows,
          cols,
          "Take fewer samples, places or channels.");
    }
    matrix.reshape(rows, cols);
  }
}
