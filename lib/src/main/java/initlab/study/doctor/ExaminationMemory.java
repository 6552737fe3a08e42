package initlab.study.doctor;

import initlab.base.FreeMemory;
import initlab.nn.Network;

/** What an examination needs beside the network itself: the copy on which a repair is tried. */
final class ExaminationMemory {
  static final String CURE = "Take fewer layers, a narrower net or a smaller batch.";

  /** Matrices of one layer and sample: z, a, their gradients, and what layers keep. */
  private static final int MATRICES = 6;

  private ExaminationMemory() {}

  /**
   * Refuses what does not fit.
   *
   * @throws IllegalArgumentException if weights, their gradients and the activations of a batch
   *     take more bytes than are free, with both sizes
   */
  static void require(Network net, int batch) {
    String memory = "the memory for the copy on which repairs are tried";
    FreeMemory.require(memory, bytes(net, batch), CURE);
  }

  /** Twice the weights, once as they are and once as gradients, and a batch's activations. */
  static double bytes(Network net, int batch) {
    double weights = net.parameters().stream().mapToDouble(p -> p.shape().size()).sum();
    double outputs = net.nodes().mapToDouble(node -> node.out().size()).sum();
    return Double.BYTES * (2 * weights + MATRICES * outputs * batch);
  }
}
