package initlab.nn.layer;

import initlab.base.Args;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;

/**
 * Group normalization: z = scale (x - mean) / sqrt(variance + epsilon) + shift, mean and variance
 * over all places of one sample and one group of neighbouring channels; scale and shift (1 x
 * channels) begin at 1 and 0. Wu and He (2018).
 *
 * @param groups how many; 1 takes all channels together, one for each channel is instance
 *     normalization
 * @param epsilon what keeps a group whose numbers are all equal from a division by 0
 * @param bias whether there is a shift
 */
public record GroupNorm(int groups, double epsilon, boolean bias) implements Layer {

  public GroupNorm {
    Args.atLeast(1, groups, "the number of groups", "1 takes all channels together.");
    Args.positive(epsilon, "epsilon", Norms.EPSILON_CURE);
  }

  /** Group normalization with epsilon 1e-5, as in PyTorch. */
  public static GroupNorm of(int groups) {
    return new GroupNorm(groups, Norms.EPSILON, true);
  }

  @Override
  public GroupNorm withoutBias() {
    return new GroupNorm(groups, epsilon, false);
  }

  @Override
  public GroupNorm withBias() {
    return new GroupNorm(groups, epsilon, true);
  }

  @Override
  public Signal out(Signal in) {
    if (in.channels() % groups != 0) {
      throw Args.bad(
          "the number of groups",
          groups,
          "a divisor of the " + in.channels() + " channels",
          "All groups have as many channels.");
    }
    Args.atLeast(
        2,
        in.size() / groups,
        "how many numbers of a sample are in one group",
        "One number minus itself is 0: take fewer groups.");
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
    of(m).forward(epsilon);
  }

  @Override
  public void backward(Memory m) {
    of(m).backward();
  }

  private Standardizing of(Memory m) {
    return new Standardizing(m, m.in().places(), groups, false, bias);
  }
}
