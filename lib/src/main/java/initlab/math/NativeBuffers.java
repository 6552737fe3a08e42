package initlab.math;

import initlab.base.Machine;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.bytedeco.javacpp.DoublePointer;
import org.ejml.data.DMatrixRMaj;

/**
 * Three growing arrays outside the Java heap, lent to one product at a time.
 *
 * <p>They outlive the threads that use them: a study starts new threads each time, and what a dead
 * thread owns outside the heap is freed only when the garbage collector comes by. So there are
 * never more of them than the most products that ever ran at once, and few are kept when idle. A
 * thread is given back what it had before if nobody else took it, for that is still in its core's
 * cache.
 */
final class NativeBuffers implements AutoCloseable {
  /** An idle array keeps no more than this many doubles, 16 MB; a larger one is freed after use. */
  private static final int MOST_KEPT = 1 << 21;

  /** How many idle ones are kept: more than threads that compute at a time. */
  static final int SLOTS = 2 * Machine.processors();

  private static final AtomicReferenceArray<NativeBuffers> IDLE = new AtomicReferenceArray<>(SLOTS);

  private final DoublePointer[] pointers = new DoublePointer[3];

  private NativeBuffers() {}

  /** Three arrays for this thread alone, until it closes them. */
  static NativeBuffers take() {
    for (int i = 0; i < SLOTS; i++) {
      NativeBuffers idle = IDLE.getAndSet(slot(i), null);
      if (idle != null) {
        return idle;
      }
    }
    return new NativeBuffers();
  }

  /** The i-th place where this thread looks: first its own, then those of others. */
  private static int slot(int i) {
    return (int) ((Thread.currentThread().getId() + i) % SLOTS);
  }

  /** The array of this index, with room for so many doubles; what it holds is undefined. */
  DoublePointer ofSize(int index, int doubles) {
    DoublePointer pointer = pointers[index];
    if (pointer == null || pointer.capacity() < doubles) {
      free(index);
      pointer = new DoublePointer(doubles);
      pointers[index] = pointer;
    }
    return pointer;
  }

  /** The array of this index, holding a copy of the matrix, row by row. */
  DoublePointer holding(int index, DMatrixRMaj matrix) {
    int n = matrix.getNumElements();
    return ofSize(index, n).put(matrix.data, 0, n);
  }

  /** Gives them back. Pointers from here must not be used any more. */
  @Override
  public void close() {
    keepAtMost(MOST_KEPT);
    for (int i = 0; i < SLOTS; i++) {
      if (IDLE.compareAndSet(slot(i), null, this)) {
        return;
      }
    }
    keepAtMost(0);
  }

  private void keepAtMost(int doubles) {
    for (int index = 0; index < pointers.length; index++) {
      if (pointers[index] != null && pointers[index].capacity() > doubles) {
        free(index);
      }
    }
  }

  private void free(int index) {
    DoublePointer pointer = pointers[index];
    if (pointer != null) {
      pointer.close();
    }
    pointers[index] = null;
  }
}
