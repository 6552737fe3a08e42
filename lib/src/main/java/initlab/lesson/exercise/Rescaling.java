package initlab.lesson.exercise;

import initlab.nn.Network;
import org.ejml.data.DMatrixRMaj;

/**
 * An answer that changes a network's weights in place, looking at a batch.
 *
 * <pre>{@code
 * Rescaling step = (net, batch) -> { };  // TODO
 * }</pre>
 */
@FunctionalInterface
public interface Rescaling {
  /**
   * Rescales.
   *
   * @param net the network whose weights are changed
   * @param batch inputs (batch x in), which stay as they are
   */
  void rescale(Network net, DMatrixRMaj batch);
}
