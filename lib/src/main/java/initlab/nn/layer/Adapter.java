package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A bottleneck adapter, put into a trained net: z = x + f(x Down + bdown) Up + bup. Up begins at
 * zeros, so that z = x and the net does what it did. Houlsby et al. (2019).
 *
 * <p>Down is (in x width), Up is (width x in). A rule overrules the zeros by their path: {@code
 * on("*.up", Init.normal(0.01))}.
 *
 * @param width of the bottleneck
 * @param f the activation inside
 * @param bias whether there are biases, which start at 0
 */
public record Adapter(int width, Activation f, boolean bias) implements Layer {

  public Adapter {
    Args.atLeast(1, width, "the width of the bottleneck", "64 is usual.");
    Args.given(f, "the activation", "RELU and GELU are usual.");
  }

  /** An adapter without biases. */
  public static Adapter of(int width, Activation f) {
    return new Adapter(width, f, false);
  }

  @Override
  public Adapter withBias() {
    return new Adapter(width, f, true);
  }

  @Override
  public Adapter withoutBias() {
    return new Adapter(width, f, false);
  }

  @Override
  public Signal out(Signal in) {
    if (width > in.channels()) {
      throw Args.bad(
          "the width of the bottleneck",
          width,
          "at most the width " + in.channels() + " of what passes",
          "Make it narrower: it is to be cheap.");
    }
    return in;
  }

  /** In the order of the branch, which is a feed-forward part that is narrow inside. */
  @Override
  public List<Slot> slots(Signal in) {
    int channels = in.channels();
    Slot down = Slot.weight("down", WeightShape.dense(channels, width));
    Slot up = Slot.weight("up", WeightShape.dense(width, channels)).begins(Init.zeros());
    Slot first = Slot.vector("bdown", width, Role.BIAS);
    Slot second = Slot.vector("bup", channels, Role.BIAS);
    return bias ? List.of(down, up, first, second) : List.of(down, up);
  }

  private FeedForward branch() {
    return new FeedForward(width, f, false, bias);
  }

  @Override
  public void forward(Memory m) {
    branch().forward(m);
    CommonOps_DDRM.addEquals(m.z(), m.x());
  }

  @Override
  public void backward(Memory m) {
    branch().backward(m);
    CommonOps_DDRM.addEquals(m.dx(), m.dz());
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  @Override
  public String outputWeight() {
    return "up";
  }
}
