package initlab.study;

import initlab.base.Args;
import initlab.base.Machine;
import initlab.base.Numbers;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Start;
import org.ejml.data.DMatrixRMaj;

/**
 * How a study fits into the memory there is.
 *
 * @param threads how many networks at a time
 * @param redrawing whether weights are drawn again on the way back instead of being kept
 */
record MemoryBudget(int threads, boolean redrawing) {
  /** The share of the heap that a study may fill. */
  private static final double SHARE = 0.6;

  /** G1 stores a large array in whole regions, so it may take twice its size. */
  private static final int REGIONS = 2;

  /**
   * For this study in a heap of so many bytes.
   *
   * @throws IllegalArgumentException if not even one network fits, saying how much it takes
   */
  static MemoryBudget of(Study study, Pass.Keep keep, long heap) {
    int cores = Machine.processors();
    double budget = SHARE * heap;
    Network net = Network.redrawing(study.plan());
    double pass = pass(net, keep, study.batchSize());
    double all = pass + weights(net);
    if (cores * all <= budget) {
      return new MemoryBudget(cores, false);
    }
    boolean redrawing = all > budget && study.starts().stream().allMatch(Start::onlyDraws);
    double each = redrawing ? pass : all;
    if (!(each <= budget)) {
      throw Args.bad(
          "the memory for one of these networks",
          Numbers.fixed(each / 1e9) + " GB",
          "at most " + Numbers.fixed(budget / 1e9) + " GB" + " here",
          "Take fewer layers, a narrower net or a smaller batch.");
    }
    return new MemoryBudget((int) Math.min(cores, budget / each), redrawing);
  }

  private static double weights(Network net) {
    double doubles = 0;
    for (Parameter parameter : net.parameters()) {
      doubles += parameter.shape().size();
    }
    return Double.BYTES * REGIONS * doubles;
  }

  /** What a pass of one sample holds, times the batch: that is found out by trying. */
  private static double pass(Network net, Pass.Keep keep, int batch) {
    return Double.BYTES * 1.1 * batch * doublesOfOne(net, keep);
  }

  private static double doublesOfOne(Network net, Pass.Keep keep) {
    Pass one = new Pass(net, keep);
    try {
      one.forward(new DMatrixRMaj(1, net.plan().inputs()));
      one.backward(new DMatrixRMaj(1, net.plan().outputs()));
      return one.doubles();
    } catch (IllegalArgumentException | IllegalStateException wantsMoreThanOneSample) {
      return 6.0 * net.nodes().mapToLong(node -> node.out().size()).sum();
    }
  }
}
