package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A residual block: z = shortcut(x) + strength branch(x), a = f(z). He et al. (2016). The branch is
 * layers, one after another; the shortcut is x itself unless it is given layers of its own, as
 * where width or stride change.
 *
 * <pre>{@code
 * Residual.of(Dense.of(64, RELU), Dense.of(64, LINEAR)).scaled(0.1)
 * }</pre>
 *
 * @param scale what the branch is multiplied by; 1 in a plain block
 * @param strength what it is multiplied by besides and is learned; none in a plain block
 * @param branch the layers, named by their kind: "dense", "dense2"
 * @param shortcut the layers beside them, "shortcut.dense"; none for x itself
 * @param activation f; linear in a plain block
 */
public record Residual(
    double scale,
    BranchStrength strength,
    List<Layer> branch,
    List<Layer> shortcut,
    Activation activation)
    implements Layer {
  public Residual {
    Args.finite(scale, "the scale", "1 is plain; 1 / sqrt(depth) keeps a stack level.");
    Args.given(strength, "the strength", "Say .reZero() or .layerScale(0.1) of a plain block.");
    branch = Args.all(branch, "the layers in the branch", "Such as Dense.of(64, RELU).");
    shortcut = Args.all(shortcut, "the layers in the shortcut", "Leave them out for x itself.");
    Args.atLeast(1, branch.size(), "the number of layers in the branch", "Give one at least.");
    Args.given(activation, "the activation", "Such as RELU, or LINEAR for none.");
  }

  /** A plain block with this branch: z = x + branch(x). */
  public static Residual of(Layer... branch) {
    return new Residual(1, BranchStrength.NONE, list(branch), List.of(), Activation.LINEAR);
  }

  private static List<Layer> list(Layer... layers) {
    return Arrays.asList(Args.given(layers, "the layers", "Such as Dense.of(64, RELU)."));
  }

  /** The same with the branch multiplied by this. */
  public Residual scaled(double by) {
    return new Residual(by, strength, branch, shortcut, activation);
  }

  /**
   * The same with the branch multiplied by a learned number, slot "alpha", that begins at 0: every
   * block begins as its shortcut. Bachlechner et al. (2021).
   */
  public Residual reZero() {
    return learned(BranchStrength.number(0));
  }

  /** SkipInit, which is ReZero's rule found a second time. De and Smith (2020). */
  public Residual skipInit() {
    return reZero();
  }

  /**
   * The same with each channel of the branch multiplied by a learned number, slot "gamma", that
   * begins at this: 0.1, in deep nets 1e-5 or 1e-6. Touvron et al. (2021).
   */
  public Residual layerScale(double start) {
    return learned(BranchStrength.vector(start));
  }

  private Residual learned(BranchStrength other) {
    return new Residual(scale, other, branch, shortcut, activation);
  }

  /** The same with these layers in the place of x: z = shortcut(x) + branch(x). */
  public Residual shortcut(Layer... layers) {
    return new Residual(scale, strength, branch, list(layers), activation);
  }

  /** The same with an activation behind the sum, as in the first residual nets. */
  public Residual activation(Activation f) {
    return new Residual(scale, strength, branch, shortcut, f);
  }

  @Override
  public Signal out(Signal in) {
    Signal given = Inner.through("", in, branch);
    Signal beside = Inner.through(BESIDE, in, shortcut);
    if (!given.equals(beside)) {
      throw Args.bad(
          "what the branch gives",
          given,
          beside.toString(),
          "Only equal signals can be added: give the block a .shortcut(layer) that fits.");
    }
    return given;
  }

  @Override
  public List<Slot> slots(Signal in) {
    return strength.slots(out(in).channels());
  }

  @Override
  public List<Inner> inside(Signal in) {
    List<Inner> all = new ArrayList<>(Inner.chain(BESIDE, in, shortcut));
    all.addAll(Inner.chain(in, branch)); // last, so that a block ends as its branch does
    return all;
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj beside = forward(m, 0, shortcut.size());
    DMatrixRMaj given = forward(m, shortcut.size(), branch.size());
    strength.times(m, scale, given, m.z());
    CommonOps_DDRM.addEquals(m.z(), beside);
  }

  private static DMatrixRMaj forward(Memory m, int first, int count) {
    DMatrixRMaj a = m.x();
    for (int i = first; i < first + count; i++) {
      a = m.forward(i, a);
    }
    return a;
  }

  @Override
  public void backward(Memory m) {
    if (m.wantsGradients()) {
      strength.gradient(m, scale, m.given(shortcut.size() + branch.size() - 1));
    }
    DMatrixRMaj flowing = m.scratch(0, m.dz().numRows, m.dz().numCols);
    strength.times(m, scale, m.dz(), flowing);
    DMatrixRMaj throughBranch = backward(m, shortcut.size(), branch.size(), flowing);
    DMatrixRMaj beside = backward(m, 0, shortcut.size(), m.dz());
    CommonOps_DDRM.add(beside, throughBranch, m.dx());
  }

  private static DMatrixRMaj backward(Memory m, int first, int count, DMatrixRMaj gradient) {
    DMatrixRMaj flowing = gradient;
    for (int i = first + count - 1; i >= first; i--) {
      flowing = m.backward(i, flowing);
    }
    return flowing;
  }

  @Override
  public boolean needsInput() {
    return branch.get(0).needsInput() || (!shortcut.isEmpty() && shortcut.get(0).needsInput());
  }

  /** "residual, scale 0.1, of [...]". */
  @Override
  public String toString() {
    String learned = strength.toString();
    return "residual, scale "
        + Numbers.brief(scale, 6)
        + (learned.isEmpty() ? "" : ", " + learned)
        + ", of "
        + branch
        + (shortcut.isEmpty() ? "" : " beside " + shortcut)
        + (activation == Activation.LINEAR ? "" : ", " + activation.name());
  }

  @Override
  public Layer map(UnaryOperator<Layer> change) {
    return change.apply(
        new Residual(scale, strength, map(branch, change), map(shortcut, change), activation));
  }

  private static List<Layer> map(List<Layer> layers, UnaryOperator<Layer> change) {
    return layers.stream().map(layer -> layer.map(change)).toList();
  }
}
