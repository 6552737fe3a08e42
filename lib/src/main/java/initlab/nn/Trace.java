package initlab.nn;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * What a forward pass computed: pre-activations z(1) ... z(L) and activations a(0) ... a(L), each
 * (batch x width), with a(0) the input. A trace can be used again for the next pass.
 */
public final class Trace {
  private final DMatrixRMaj[] z;
  private final DMatrixRMaj[] a;

  /** An empty trace for nets of this depth. */
  public Trace(int depth) {
    this(empty(depth), empty(depth + 1));
  }

  private Trace(DMatrixRMaj[] z, DMatrixRMaj[] a) {
    this.z = z;
    this.a = a;
  }

  /**
   * A trace that spares memory: it keeps all pre-activations, but a(l) only until the pass reaches
   * layer l + 2. Enough for a backward pass without weights.
   */
  public static Trace passing(int depth) {
    return new Trace(empty(depth), alternating(depth + 1));
  }

  /** Two matrices by turns. */
  static DMatrixRMaj[] alternating(int n) {
    DMatrixRMaj[] two = empty(2);
    return IntStream.range(0, n).mapToObj(i -> two[i % 2]).toArray(DMatrixRMaj[]::new);
  }

  static DMatrixRMaj[] empty(int n) {
    return Stream.generate(() -> new DMatrixRMaj(0, 0)).limit(n).toArray(DMatrixRMaj[]::new);
  }

  void input(DMatrixRMaj x) {
    a[0] = x;
  }

  /** How many layers. */
  public int depth() {
    return z.length;
  }

  /** Pre-activations of layer 1 ... L (batch x width). */
  public DMatrixRMaj z(int layer) {
    return z[layer - 1];
  }

  /** Activations of layer 0 (the input) ... L (batch x width). */
  public DMatrixRMaj a(int layer) {
    return a[layer];
  }

  /** The activations of the last layer (batch x outputs). */
  public DMatrixRMaj output() {
    return a[z.length];
  }
}
