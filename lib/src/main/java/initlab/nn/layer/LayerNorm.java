package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;

/**
 * Layer normalization: z = scale (x - mean) / sqrt(variance + epsilon) + shift, mean and variance
 * over the channels of each place by itself; scale and shift (1 x channels) begin at 1 and 0. Ba et
 * al. (2016).
 *
 * @param epsilon what keeps a place whose channels are all equal from a division by 0
 * @param bias whether there is a shift
 */
public record LayerNorm(double epsilon, boolean bias) implements Layer {

  public LayerNorm {
    Args.positive(epsilon, "epsilon", Norms.EPSILON_CURE);
  }

  /** Layer normalization with epsilon 1e-5, as in PyTorch. */
  public static LayerNorm of() {
    return new LayerNorm(Norms.EPSILON, true);
  }

  @Override
  public LayerNorm withoutBias() {
    return new LayerNorm(epsilon, false);
  }

  @Override
  public LayerNorm withBias() {
    return new LayerNorm(epsilon, true);
  }

  @Override
  public Signal out(Signal in) {
    Args.atLeast(
        2, in.channels(), "the channels that LayerNorm centres", "One number minus itself is 0.");
    return in;
  }

  @Override
  public List<Slot> slots(Signal in) {
    return Norms.slots(in, bias);
  }

  @Override
  public boolean forgetsScale() {
    return true;
  }

  @Override
  public void forward(Memory m) {
    norm().forward(m, epsilon);
  }

  @Override
  public void backward(Memory m) {
    norm().backward(m);
  }

  private RowNorm norm() {
    return new RowNorm(true, bias);
  }
}
