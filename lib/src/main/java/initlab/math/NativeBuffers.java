package initlab.math;

import org.bytedeco.javacpp.DoublePointer;
import org.ejml.data.DMatrixRMaj;

/** Three growing arrays outside the Java heap, for one thread. */
final class NativeBuffers {
  private final DoublePointer[] pointers = new DoublePointer[3];

  /** The buffer in this slot, with room for so many doubles; what it holds is undefined. */
  DoublePointer ofSize(int slot, int doubles) {
    DoublePointer pointer = pointers[slot];
    if (pointer == null || pointer.capacity() < doubles) {
      if (pointer != null) {
        pointer.close();
      }
      pointer = new DoublePointer(doubles);
      pointers[slot] = pointer;
    }
    return pointer;
  }

  /** The buffer in this slot, holding a copy of the matrix, row by row. */
  DoublePointer holding(int slot, DMatrixRMaj matrix) {
    int n = matrix.getNumElements();
    return ofSize(slot, n).put(matrix.data, 0, n);
  }
}
