package initlab.study;

import initlab.base.Args;
import initlab.base.FreeMemory;
import initlab.base.Machine;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Start;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * How a study fits into the memory there is.
 *
 * @param threads how many networks at a time
 * @param redrawing whether weights are drawn again on the way back instead of being kept
 */
record MemoryBudget(int threads, boolean redrawing) {
  static final String CURE = "Take fewer layers, a narrower net or a smaller batch.";

  /** The share of the free memory that a study may fill. */
  private static final double SHARE = 0.6;

  /** G1 stores a large array in whole regions, of 32 MB at most: it may take one more. */
  private static final double REGION = 1 << 25;

  /**
   * For this study in the memory that is free.
   *
   * @param free from the bytes that are wanted to those that are free, see {@link Machine#free}
   * @throws IllegalArgumentException if not even one network fits, saying how much it takes
   * @throws CancellationException if the thread is interrupted
   */
  static MemoryBudget of(Study study, Pass.Keep keep, DoubleUnaryOperator free) {
    Network net = Network.redrawing(study.plan());
    double inHand = inHand(net);
    affordable(inHand, SHARE * free.applyAsDouble(inHand / SHARE));
    int cores = Machine.processors();
    double pass = pass(net, keep, study.batchSize());
    double all = pass + inHand + weights(net);
    double budget = SHARE * free.applyAsDouble(cores * all / SHARE);
    if (cores * all <= budget) {
      return new MemoryBudget(cores, false);
    }
    boolean redrawing = all > budget && study.starts().stream().allMatch(Start::onlyDraws);
    double each = affordable(redrawing ? pass + inHand : all, budget);
    return new MemoryBudget((int) Math.min(cores, budget / each), redrawing);
  }

  private static double affordable(double bytes, double budget) {
    if (bytes <= budget) {
      return bytes;
    }
    throw Args.bad(
        "the memory for one of these networks",
        FreeMemory.gb(bytes),
        "at most " + FreeMemory.gb(budget) + " here",
        CURE);
  }

  private static double weights(Network net) {
    double bytes = 0;
    for (Parameter parameter : net.parameters()) {
      bytes += stored(parameter);
    }
    return bytes;
  }

  private static double stored(Parameter parameter) {
    double bytes = (double) Double.BYTES * parameter.shape().size();
    return bytes + Math.min(bytes, REGION);
  }

  /** The matrices that a pass cannot do without: one of each shape, and a copy of it. */
  private static double inHand(Network net) {
    Map<List<Integer>, Double> sizes = new HashMap<>();
    for (Parameter parameter : net.parameters()) {
      int rows = parameter.shape().rows();
      sizes.put(List.of(rows, parameter.shape().cols()), stored(parameter));
    }
    return 2 * sizes.values().stream().mapToDouble(size -> size).sum();
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
    } catch (CancellationException interrupted) {
      throw interrupted;
    } catch (IllegalArgumentException | IllegalStateException wantsMoreThanOneSample) {
      return 6.0 * net.nodes().mapToLong(node -> node.out().size()).sum();
    }
  }
}
