package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Machine;
import initlab.base.Numbers;

/** Whether matrices of an experiment fit into the memory there is. */
final class MatrixMemory {
  /** The share of the heap that they may fill. */
  private static final double SHARE = 0.6;

  private MatrixMemory() {}

  /**
   * Refuses what does not fit.
   *
   * @param doubles how many numbers are held at a time
   * @param what holds them, as "one layer's weights"
   * @param cure what to do about it
   * @throws IllegalArgumentException if they take more than 0.6 of the heap, saying how much
   */
  static void require(double doubles, String what, String cure) {
    double bytes = Double.BYTES * doubles;
    double most = SHARE * Machine.memory();
    if (!(bytes <= most)) {
      throw Args.bad(
          "the memory for " + what,
          Numbers.fixed(bytes / 1e9) + " GB",
          "at most " + Numbers.fixed(most / 1e9) + " GB here",
          cure);
    }
  }
}
