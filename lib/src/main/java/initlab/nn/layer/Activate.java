package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;

/**
 * A layer that is nothing but an activation, for where it does not stand right behind a weight:
 * behind a norm, or behind a sum. z = x, a = f(z).
 *
 * @param activation f
 */
public record Activate(Activation activation) implements Layer {

  public Activate {
    Args.given(activation, "the activation", "Such as RELU.");
  }

  /** This activation alone. */
  public static Activate of(Activation activation) {
    return new Activate(activation);
  }

  @Override
  public Signal out(Signal in) {
    return in;
  }

  @Override
  public void forward(Memory m) {
    m.z().setTo(m.x());
  }

  @Override
  public void backward(Memory m) {
    m.dx().setTo(m.dz());
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
