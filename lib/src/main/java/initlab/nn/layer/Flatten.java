package initlab.nn.layer;

import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;

/**
 * All places of a sample side by side: (places x channels) becomes a vector of places * channels
 * numbers, place after place.
 */
public record Flatten() implements Layer {

  /** Such a layer. */
  public static Flatten of() {
    return new Flatten();
  }

  @Override
  public Signal out(Signal in) {
    return Signal.vector(in.size());
  }

  @Override
  public void forward(Memory m) {
    System.arraycopy(m.x().data, 0, m.z().data, 0, m.x().getNumElements());
  }

  @Override
  public void backward(Memory m) {
    System.arraycopy(m.dz().data, 0, m.dx().data, 0, m.dz().getNumElements());
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
