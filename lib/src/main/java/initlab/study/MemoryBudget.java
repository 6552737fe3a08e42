package initlab.study;

import initlab.base.Args;
import initlab.base.Machine;
import initlab.base.Numbers;
import initlab.nn.DrawnStart;
import initlab.nn.LayerPlan;
import initlab.nn.Start;

/**
 * How a study fits into the memory there is.
 *
 * @param threads how many networks at a time
 * @param redrawing whether weights are drawn again on the way back instead of being kept
 */
record MemoryBudget(int threads, boolean redrawing) {
  /** The share of the heap that a study may fill. */
  private static final double SHARE = 0.6;

  /** The garbage collector gives a large array whole regions: up to twice what it needs. */
  private static final int REGIONS = 2;

  /**
   * For this study in a heap of so many bytes.
   *
   * @throws IllegalArgumentException if not even one network fits, saying how much it takes
   */
  static MemoryBudget of(Study study, boolean weightGradients, long heap) {
    int cores = Machine.processors();
    double budget = SHARE * heap;
    double trace = trace(study, weightGradients);
    double all = trace + weights(study);
    if (cores * all <= budget) {
      return new MemoryBudget(cores, false);
    }
    boolean redrawing = all > budget && study.starts().stream().allMatch(MemoryBudget::redraws);
    double each = redrawing ? trace : all;
    if (!(each <= budget)) {
      throw Args.bad(
          "the memory for one of these networks",
          Numbers.fixed(each / 1e9) + " GB",
          "at most " + Numbers.fixed(budget / 1e9) + " GB here",
          "Take fewer layers, a narrower net or a smaller batch.");
    }
    return new MemoryBudget((int) Math.min(cores, budget / each), redrawing);
  }

  private static boolean redraws(Start start) {
    return start instanceof DrawnStart;
  }

  private static double weights(Study study) {
    double doubles = 0;
    for (LayerPlan layer : study.plan().layers()) {
      doubles += layer.shape().size();
    }
    return Double.BYTES * REGIONS * doubles;
  }

  /** Pre-activations are kept for the way back; for gradients of weights activations too. */
  private static double trace(Study study, boolean weightGradients) {
    double doubles = 0;
    for (LayerPlan layer : study.plan().layers()) {
      doubles += (double) study.batchSize() * layer.shape().cols();
    }
    return Double.BYTES * doubles * (weightGradients ? 2 : 1) * 1.1;
  }
}
