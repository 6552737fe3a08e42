package initlab.nn;

import initlab.base.Progress;
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
  private final Buffers own;
  private final List<DMatrixRMaj> gradients = new ArrayList<>();
  private final Set<Integer> passed = new HashSet<>();
  private DMatrixRMaj x = new DMatrixRMaj(0, 0);
  private DMatrixRMaj da = x;
  private DMatrixRMaj dz = x;

  Memory(Pass pass, Node node, int level, boolean neededByTheNext) {
    this.pass = pass;
    this.node = node;
    this.level = level;
    for (Node inner : node.inside()) {
      inside.add(new Memory(pass, inner, level + 1, true));
    }
    own = new Buffers(pass, node, level, neededByTheNext);
    boolean all = pass.keep() == Pass.Keep.ALL;
    for (int slot = 0; slot < node.parameters().size(); slot++) {
      DMatrixRMaj lent = pass.lending().matrix(Lending.GRADIENT, level, slot);
      gradients.add(all ? new DMatrixRMaj(0, 0) : lent);
    }
  }

  // ------------------------------------------------------------ what a layer computes with

  /** What came in; not to be modified. */
  public DMatrixRMaj x() {
    return x;
  }

  /** What the layer gives before its activation: to be overwritten, and already of its shape. */
  public DMatrixRMaj z() {
    return own.z();
  }

  /** f(z). */
  public DMatrixRMaj a() {
    return own.a();
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
    return own.dx();
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
    return own.keep(i, rows, cols);
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
      own.openForward();
      passed.clear();
      node.layer().forward(this);
      Refusals.shape("gave forward", node, z(), batch(), out());
    } while (pass.watcher().again(this));
    own.activate();
    pass.watcher().forward(this);
    return a();
  }

  /** The gradient at the very output, copied into memory that the pass may write over. */
  DMatrixRMaj arriving(DMatrixRMaj output) {
    return own.arriving(output);
  }

  DMatrixRMaj backward(DMatrixRMaj gradient) {
    Progress.checkInterrupted();
    da = gradient;
    dz = own.throughActivation(gradient);
    own.openBackward();
    gradients.forEach(unwritten -> unwritten.reshape(0, 0));
    node.layer().backward(this);
    Refusals.shape("gave backward", node, dx(), batch(), in());
    if (wantsGradients()) {
      Refusals.gradients(node, gradients);
    }
    pass.watcher().backward(this);
    return dx();
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
    return own.doubles() + inside.stream().mapToLong(Memory::doubles).sum();
  }
}
