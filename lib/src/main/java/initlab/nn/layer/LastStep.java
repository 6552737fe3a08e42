package initlab.nn.layer;

import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;

/**
 * Of all steps in time only the last: (steps x channels) becomes a vector of so many channels. What
 * a recurrent layer is to have remembered by then can be read off it.
 */
public record LastStep() implements Layer {

  @Override
  public Signal out(Signal in) {
    return Signal.vector(in.channels());
  }

  @Override
  public void forward(Memory m) {
    TimeSteps.gather(m.x(), m.in().places() - 1, m.z());
  }

  @Override
  public void backward(Memory m) {
    m.dx().zero();
    TimeSteps.scatter(m.dz(), m.in().places() - 1, m.dx());
  }

  @Override
  public boolean needsInput() {
    return false;
  }
}
