package initlab.study;

import initlab.nn.DrawnStart;
import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Start;
import initlab.nn.Trace;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Meter;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.ejml.data.DMatrixRMaj;

/** Where one thread passes seed after seed, always over the same memory. */
final class SeedRunner {
  private final Study study;
  private final Set<Measure> measures;
  private final boolean redrawing;
  private final Network spare;
  private final Trace trace;
  private final Gradients gradients;

  /**
   * A desk for this study.
   *
   * @param redrawing whether the memory is too small for all weights: a layer's are then drawn when
   *     the pass reaches it, and drawn again on the way back
   */
  SeedRunner(Study study, Set<Measure> measures, boolean redrawing) {
    this.study = study;
    this.measures = measures;
    this.redrawing = redrawing;
    int depth = study.plan().layers().size();
    boolean weights = measures.contains(Measure.WEIGHT_GRADIENT);
    spare = redrawing ? Network.oneMatrix(study.plan()) : Network.blank(study.plan());
    trace = weights ? new Trace(depth) : Trace.passing(depth);
    gradients = Gradients.passing(depth, weights);
  }

  /**
   * One network, forward and backward.
   *
   * @throws IllegalStateException if the start, or a function in it, throws; it names start and
   *     seed
   */
  Report measure(Start start, long seed) {
    try {
      return redrawing && start instanceof DrawnStart drawn
          ? pass(spare, seed, l -> redraw(drawn, seed, l))
          : pass(start.start(study.plan(), seed, spare), seed, l -> {});
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException failed) {
      String who = "Start \"" + start.name() + "\", seed " + seed + ": ";
      throw new IllegalStateException(who + failed.getMessage(), failed);
    }
  }

  private Report pass(Network net, long seed, IntConsumer next) {
    int outputs = net.layer(net.depth()).weights().numCols;
    DMatrixRMaj x = study.inputs().of(study.batchSize(), study.plan().inputs(), seed);
    DMatrixRMaj gradient = Inputs.gradient(x.numRows, outputs, seed);
    return Probe.both(net, x, gradient, new Meter(net, measures), trace, gradients, next);
  }

  /** Upward from 1 to L + 1, downward from L - 1 to 0: the ends ask for nothing. */
  private void redraw(DrawnStart start, long seed, int layer) {
    if (layer >= 1 && layer <= spare.depth()) {
      start.draw(study.plan(), seed, layer, spare);
    }
  }
}
