package initlab.study.doctor;

import initlab.base.Args;
import initlab.base.Machine;
import initlab.base.Numbers;
import initlab.nn.Network;

/** What an examination needs beside the network itself: the copy on which a repair is tried. */
final class ExaminationMemory {
  /** The share of the heap that it may fill. */
  private static final double SHARE = 0.6;

  /** Matrices of one layer and sample: z, a, their gradients, and what layers keep. */
  private static final int MATRICES = 6;

  private ExaminationMemory() {}

  /**
   * Refuses what does not fit.
   *
   * @throws IllegalArgumentException if weights, their gradients and the activations of a batch
   *     take more than 0.6 of the heap, saying how much they take
   */
  static void require(Network net, int batch) {
    require(bytes(net, batch), SHARE * Machine.memory());
  }

  static void require(double bytes, double most) {
    if (!(bytes <= most)) {
      throw Args.bad(
          "the memory for the copy on which repairs are tried",
          Numbers.fixed(bytes / 1e9) + " GB",
          "at most " + Numbers.fixed(most / 1e9) + " GB here",
          "Take fewer layers, a narrower net or a smaller batch.");
    }
  }

  /** Twice the weights, once as they are and once as gradients, and a batch's activations. */
  static double bytes(Network net, int batch) {
    double weights = net.parameters().stream().mapToDouble(p -> p.shape().size()).sum();
    double outputs = net.nodes().mapToDouble(node -> node.out().size()).sum();
    return Double.BYTES * (2 * weights + MATRICES * outputs * batch);
  }
}
