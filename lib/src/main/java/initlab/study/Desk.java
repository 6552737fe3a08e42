package initlab.study;

import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Start;
import initlab.nn.Trace;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;

/** Where one thread passes seed after seed, always over the same memory. */
final class Desk {
  private final Study study;
  private final Set<Measure> measures;
  private final Network spare;
  private final Trace trace;
  private final Gradients gradients;

  Desk(Study study, Set<Measure> measures) {
    this.study = study;
    this.measures = measures;
    int depth = study.plan().layers().size();
    boolean weights = measures.contains(Measure.WEIGHT_GRADIENT);
    spare = Network.blank(study.plan());
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
      Network net = start.start(study.plan(), seed, spare);
      int outputs = net.layer(net.depth()).weights().numCols;
      DMatrixRMaj x = study.inputs().of(study.batchSize(), study.plan().inputs(), seed);
      DMatrixRMaj gradient = Inputs.gradient(x.numRows, outputs, seed);
      return Probe.both(net, x, gradient, measures, trace, gradients);
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException failed) {
      String who = "Start \"" + start.name() + "\", seed " + seed + ": ";
      throw new IllegalStateException(who + failed.getMessage(), failed);
    }
  }
}
