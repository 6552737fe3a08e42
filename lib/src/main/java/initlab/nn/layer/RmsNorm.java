package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;

/**
 * Normalization by the root mean square: z = scale x / sqrt(mean(x^2) + epsilon), the mean over the
 * channels of each place by itself; scale (1 x channels) begins at 1. The mean of x stays in. Zhang
 * and Sennrich (2019).
 *
 * @param epsilon what keeps a place whose channels are all 0 from a division by 0
 */
public record RmsNorm(double epsilon) implements Layer {

  public RmsNorm {
    Args.positive(epsilon, "epsilon", Norms.EPSILON_CURE);
  }

  /** Normalization by the root mean square with epsilon 1e-5. */
  public static RmsNorm of() {
    return new RmsNorm(Norms.EPSILON);
  }

  @Override
  public Signal out(Signal in) {
    return in;
  }

  @Override
  public List<Slot> slots(Signal in) {
    return Norms.slots(in, false);
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

  private static RowNorm norm() {
    return new RowNorm(false, false);
  }
}
