package initlab.nn.layer;

import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Signal;
import org.ejml.data.DMatrixRMaj;

/**
 * A layer that carries a state h(t) from step to step, and gives it at every step: {@code m.z()}
 * holds h(t), (batch * steps x hidden).
 */
public interface Recurring extends Layer {

  /** How many numbers h has. */
  int hidden();

  /**
   * dL/dh(t) of all steps, what the later steps send back included, (batch * steps x hidden). It is
   * there from the end of the layer's way back until the next layer's begins: for a {@link
   * initlab.nn.Watcher}.
   */
  default DMatrixRMaj stateGradient(Memory m) {
    return m.scratch(Loop.STATE_GRADIENT, m.dz().numRows, hidden());
  }

  @Override
  default Signal out(Signal in) {
    return in.channels(hidden());
  }

  @Override
  default boolean needsInput() {
    return false;
  }
}
