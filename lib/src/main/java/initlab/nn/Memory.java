package initlab.nn;

import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.WeightShape;
import initlab.math.MatrixProduct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * What one layer has in its hands during a pass. All batches are (batch * places x channels); a
 * parameter's gradient has the parameter's shape.
 */
public final class Memory {
  private final Pass pass;
  private final Node node;
  private final int level;
  private final List<Memory> inside = new ArrayList<>();
  private final List<DMatrixRMaj> kept = new ArrayList<>();
  private final DMatrixRMaj z = new DMatrixRMaj(0, 0);
  private final boolean ownsA;
  private final boolean ownsDx;
  private final DMatrixRMaj activated;
  private final DMatrixRMaj ownDz = new DMatrixRMaj(0, 0);
  private final DMatrixRMaj dx;
  private final List<DMatrixRMaj> gradients = new ArrayList<>();
  private final Set<Integer> passed = new HashSet<>();
  private DMatrixRMaj x = z;
  private DMatrixRMaj da = z;
  private DMatrixRMaj dz = z;

  Memory(Pass pass, Node node, int level, boolean neededByTheNext) {
    this.pass = pass;
    this.node = node;
    this.level = level;
    for (Node inner : node.inside()) {
      inside.add(new Memory(pass, inner, level + 1, true));
    }
    Pass.Keep keep = pass.keep();
    ownsA = keep != Pass.Keep.LEAST || neededByTheNext || level > 0;
    ownsDx = keep == Pass.Keep.ALL || level > 0;
    activated = ownsA ? empty() : alternating("a", node.number());
    dx = ownsDx ? empty() : alternating("d", node.number() - 1);
    for (int slot = 0; slot < node.parameters().size(); slot++) {
      gradients.add(
          keep == Pass.Keep.ALL ? empty() : pass.lending().matrix(Lending.GRADIENT, level, slot));
    }
  }

  private static DMatrixRMaj empty() {
    return new DMatrixRMaj(0, 0);
  }

  /** One of two matrices: what layer l reads, layer l + 1 writes over when it is read. */
  private DMatrixRMaj alternating(String purpose, int number) {
    return pass.lending().matrix(purpose, level, number % 2);
  }

  // ------------------------------------------------------------ what a layer computes with

  /** What came in; not to be modified. */
  public DMatrixRMaj x() {
    return x;
  }

  /** What the layer gives before its activation: to be overwritten, and already of its shape. */
  public DMatrixRMaj z() {
    return z;
  }

  /** f(z). */
  public DMatrixRMaj a() {
    return node.activation() == Activation.LINEAR ? z : activated;
  }

  /** dL/da. In a pass that spares memory it is gone as soon as {@link #dz} is there. */
  public DMatrixRMaj da() {
    return da;
  }

  /** dL/dz; not to be modified. */
  public DMatrixRMaj dz() {
    return dz;
  }

  /** dL/dx: to be overwritten, and already of its shape. */
  public DMatrixRMaj dx() {
    return dx;
  }

  /** The parameter of this slot; not to be modified. */
  public DMatrixRMaj value(int slot) {
    return parameter(slot).value();
  }

  private Parameter parameter(int slot) {
    Refusals.number("slot", node, slot, node.parameters().size());
    return node.parameters().get(slot);
  }

  /** Its gradient, summed over the batch: to be overwritten, and already of its shape. */
  public DMatrixRMaj gradient(int slot) {
    WeightShape shape = parameter(slot).shape();
    DMatrixRMaj gradient = gradients.get(slot);
    gradient.reshape(shape.rows(), shape.cols());
    return gradient;
  }

  /** Whether anyone wants gradients of parameters; they are a third of the work. */
  public boolean wantsGradients() {
    return pass.keep() != Pass.Keep.LEAST;
  }

  /** Whether the pass is one of training: dropout is on, and batches give their own statistics. */
  public boolean training() {
    return pass.mode() == Pass.Mode.TRAINING;
  }

  /**
   * The random numbers of this layer in this pass, from their first one at each call: the way back
   * draws what the way forward drew.
   */
  public UniformRandomProvider random() {
    return pass.random(node.path());
  }

  /** What a sample is when it comes in. */
  public Signal in() {
    return node.in();
  }

  /** What a sample is when it goes out. */
  public Signal out() {
    return node.out();
  }

  /** How many samples. */
  public int batch() {
    return pass.batch();
  }

  /** What multiplies matrices here. */
  public MatrixProduct product() {
    return pass.net().product();
  }

  /** Matrix number i of the layer's own, which keeps its numbers until the way back. */
  public DMatrixRMaj keep(int i, int rows, int cols) {
    while (kept.size() <= i) {
      kept.add(empty());
    }
    DMatrixRMaj own = kept.get(i);
    Room.reshape(own, rows, cols, node);
    return own;
  }

  /** Matrix number i for this call alone: other layers write over it. */
  public DMatrixRMaj scratch(int i, int rows, int cols) {
    DMatrixRMaj lent = pass.lending().matrix(Lending.SCRATCH, level, i);
    Room.reshape(lent, rows, cols, node);
    return lent;
  }

  /**
   * Passes x forward through layer i of those inside, and returns its a, not to be modified.
   *
   * @param x must keep its numbers until the way back: m.x(), an a, or a matrix of {@link #keep}
   * @throws IllegalArgumentException if x has another shape than that layer takes, is lent by
   *     {@link #scratch}, or that layer was passed already
   */
  public DMatrixRMaj forward(int i, DMatrixRMaj x) {
    Memory inner = inside(i);
    Refusals.shape("is given", inner.node, x, batch(), inner.in());
    Refusals.passing(inner.node, pass.lending().isScratch(x), !passed.add(i));
    return inner.forward(x);
  }

  /** The a that layer i of those inside gave in this pass; not to be modified. */
  public DMatrixRMaj given(int i) {
    return inside(i).a();
  }

  /** Passes dL/da back through layer i of those inside, and returns its dL/dx. */
  public DMatrixRMaj backward(int i, DMatrixRMaj gradient) {
    Memory inner = inside(i);
    Refusals.shape("is given back", inner.node, gradient, batch(), inner.out());
    return inner.backward(gradient);
  }

  private Memory inside(int i) {
    Refusals.number("layer inside", node, i, inside.size());
    return inside.get(i);
  }

  /** The layers inside. */
  List<Memory> inside() {
    return inside;
  }

  // ------------------------------------------------------------ what happens to it

  /** The layer and its place. */
  public Node node() {
    return node;
  }

  DMatrixRMaj forward(DMatrixRMaj input) {
    x = input;
    do {
      Progress.checkInterrupted();
      Room.reshape(z, batch() * out().places(), out().channels(), node);
      passed.clear();
      node.layer().forward(this);
      Refusals.shape("gave forward", node, z, batch(), out());
    } while (pass.watcher().again(this));
    if (node.activation() != Activation.LINEAR) {
      Room.reshape(activated, z.numRows, z.numCols, node);
      node.activation().apply(z.data, activated.data, z.getNumElements());
    }
    pass.watcher().forward(this);
    return a();
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

  DMatrixRMaj backward(DMatrixRMaj gradient) {
    Progress.checkInterrupted();
    da = gradient;
    dz = throughActivation(gradient);
    Room.reshape(dx, batch() * in().places(), in().channels(), node);
    gradients.forEach(unwritten -> unwritten.reshape(0, 0));
    node.layer().backward(this);
    Refusals.shape("gave backward", node, dx, batch(), in());
    if (wantsGradients()) {
      Refusals.gradients(node, gradients);
    }
    pass.watcher().backward(this);
    return dx;
  }

  /** dL/dz = dL/da f'(z), in place where nobody looks at dL/da again. */
  private DMatrixRMaj throughActivation(DMatrixRMaj gradient) {
    if (node.activation() == Activation.LINEAR) {
      return gradient;
    }
    boolean inPlace = pass.keep() != Pass.Keep.ALL && level == 0;
    DMatrixRMaj result = inPlace ? gradient : ownDz;
    if (!inPlace) {
      result.setTo(gradient);
    }
    node.activation().backward(z.data, result.data, z.getNumElements());
    return result;
  }

  /** Adds the gradients of this parameter by each use here and inside, in order. */
  void gradientsOf(Parameter parameter, List<DMatrixRMaj> found) {
    for (int slot = 0; slot < gradients.size(); slot++) {
      if (node.parameters().get(slot).equals(parameter)) {
        found.add(gradients.get(slot));
      }
    }
    inside.forEach(inner -> inner.gradientsOf(parameter, found));
  }

  /** How many doubles of its own grow with the batch. */
  long doubles() {
    List<DMatrixRMaj> own = new ArrayList<>(kept);
    own.addAll(List.of(z, ownDz));
    own.addAll(ownsA ? List.of(activated) : List.of());
    own.addAll(ownsDx ? List.of(dx) : List.of());
    return own.stream().mapToLong(m -> m.data.length).sum()
        + inside.stream().mapToLong(Memory::doubles).sum();
  }
}
