package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A residual block: z = x + scale branch(x), where the branch is layers, one after another. He et
 * al. (2016).
 *
 * @param scale what the branch is multiplied by; 1 in a plain block
 * @param branch the layers, which give what they take
 */
public record Residual(double scale, List<Layer> branch) implements Layer {

  public Residual {
    Args.finite(scale, "the scale", "1 is plain; 1 / sqrt(depth) keeps a stack level.");
    branch = List.copyOf(branch);
    Args.atLeast(1, branch.size(), "the number of layers in the branch", "Give one at least.");
  }

  /** A block with this branch, as it is. */
  public static Residual of(Layer... branch) {
    return new Residual(1, List.of(branch));
  }

  /** The same with the branch multiplied by this. */
  public Residual scaled(double by) {
    return new Residual(by, branch);
  }

  @Override
  public Signal out(Signal in) {
    Signal given = in;
    for (Layer layer : branch) {
      given = layer.out(given);
    }
    if (!given.equals(in)) {
      throw Args.bad(
          "what the branch gives", given, in.toString(), "Only equal signals can be added.");
    }
    return in;
  }

  @Override
  public List<Inner> inside(Signal in) {
    return Inner.chain(in, branch);
  }

  @Override
  public void forward(Memory m) {
    DMatrixRMaj a = m.x();
    for (int i = 0; i < branch.size(); i++) {
      a = m.forward(i, a);
    }
    CommonOps_DDRM.add(m.x(), scale, a, m.z());
  }

  @Override
  public void backward(Memory m) {
    DMatrixRMaj flowing = m.scratch(0, m.dz().numRows, m.dz().numCols);
    CommonOps_DDRM.scale(scale, m.dz(), flowing);
    for (int i = branch.size() - 1; i >= 0; i--) {
      flowing = m.backward(i, flowing);
    }
    CommonOps_DDRM.add(m.dz(), flowing, m.dx());
  }

  @Override
  public boolean needsInput() {
    return branch.get(0).needsInput();
  }

  /** "residual, scale 0.1, of [...]". */
  @Override
  public String toString() {
    return "residual, scale " + Numbers.brief(scale, 6) + ", of " + branch;
  }

  @Override
  public Layer map(UnaryOperator<Layer> change) {
    return change.apply(
        new Residual(scale, branch.stream().map(layer -> layer.map(change)).toList()));
  }
}
