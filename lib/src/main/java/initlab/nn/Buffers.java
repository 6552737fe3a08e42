package initlab.nn;

import initlab.init.Activation;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The matrices of one layer in one pass: those of its own, and, where the pass spares memory, those
 * that it shares with its neighbours.
 */
final class Buffers {
  private final Pass pass;
  private final Node node;
  private final int level;
  private final List<DMatrixRMaj> kept = new ArrayList<>();
  private final DMatrixRMaj z = empty();
  private final DMatrixRMaj dz = empty();
  private final boolean ownsA;
  private final boolean ownsDx;
  private final DMatrixRMaj activated;
  private final DMatrixRMaj dx;

  /**
   * Empty ones.
   *
   * @param level how deep the layer lies inside others, 0 for one of the plan's
   * @param aIsNeeded whether the next layer's way back reads this one's a
   */
  Buffers(Pass pass, Node node, int level, boolean aIsNeeded) {
    this.pass = pass;
    this.node = node;
    this.level = level;
    Pass.Keep keep = pass.keep();
    ownsA = keep != Pass.Keep.LEAST || aIsNeeded || level > 0;
    ownsDx = keep == Pass.Keep.ALL || level > 0;
    activated = ownsA ? empty() : alternating("a", node.number());
    dx = ownsDx ? empty() : alternating("d", node.number() - 1);
  }

  private static DMatrixRMaj empty() {
    return new DMatrixRMaj(0, 0);
  }

  /** One of two matrices: what layer l reads, layer l + 1 writes over when it is read. */
  private DMatrixRMaj alternating(String purpose, int number) {
    return pass.lending().matrix(purpose, level, number % 2);
  }

  DMatrixRMaj z() {
    return z;
  }

  /** f(z), which is z where f does nothing. */
  DMatrixRMaj a() {
    return isLinear() ? z : activated;
  }

  DMatrixRMaj dx() {
    return dx;
  }

  private boolean isLinear() {
    return node.activation() == Activation.LINEAR;
  }

  /** Gives z its shape. */
  void openForward() {
    Room.reshape(z, pass.batch() * node.out().places(), node.out().channels(), node);
  }

  /** Gives dL/dx its shape. */
  void openBackward() {
    Room.reshape(dx, pass.batch() * node.in().places(), node.in().channels(), node);
  }

  /** a = f(z). */
  void activate() {
    if (!isLinear()) {
      Room.reshape(activated, z.numRows, z.numCols, node);
      node.activation().apply(z.data, activated.data, z.getNumElements());
    }
  }

  /** dL/dz = dL/da f'(z), in place where nobody looks at dL/da again. */
  DMatrixRMaj throughActivation(DMatrixRMaj da) {
    if (isLinear()) {
      return da;
    }
    boolean inPlace = pass.keep() != Pass.Keep.ALL && level == 0;
    DMatrixRMaj result = inPlace ? da : dz;
    if (!inPlace) {
      result.setTo(da);
    }
    node.activation().backward(z.data, result.data, z.getNumElements());
    return result;
  }

  /** The gradient at the very output, copied into memory that the pass may write over. */
  DMatrixRMaj arriving(DMatrixRMaj output) {
    DMatrixRMaj own =
        pass.keep() == Pass.Keep.ALL
            ? pass.lending().matrix("output", level, 0)
            : alternating("d", node.number());
    own.setTo(output);
    return own;
  }

  /** Matrix number i of the layer's own. */
  DMatrixRMaj keep(int i, int rows, int cols) {
    while (kept.size() <= i) {
      kept.add(empty());
    }
    DMatrixRMaj own = kept.get(i);
    Room.reshape(own, rows, cols, node);
    return own;
  }

  /** How many doubles of its own grow with the batch. */
  long doubles() {
    List<DMatrixRMaj> own = new ArrayList<>(kept);
    own.addAll(List.of(z, dz));
    own.addAll(ownsA ? List.of(activated) : List.of());
    own.addAll(ownsDx ? List.of(dx) : List.of());
    return own.stream().mapToLong(m -> m.data.length).sum();
  }
}
