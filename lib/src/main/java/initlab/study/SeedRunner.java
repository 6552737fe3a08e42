package initlab.study;

import initlab.base.Args;
import initlab.math.Matrices;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Start;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Meter;
import initlab.study.probe.Probe;
import initlab.study.probe.Report;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;

/** Where one thread passes seed after seed, always over the same memory. */
final class SeedRunner {
  private final Study study;
  private final Set<Measure> measures;
  private final Network spare;
  private final Pass pass;

  /**
   * A place for this study.
   *
   * @param redrawing whether the memory is too small for all weights: a layer's are then drawn when
   *     the pass reaches it, and drawn again on the way back
   */
  SeedRunner(Study study, Set<Measure> measures, boolean redrawing) {
    this.study = study;
    this.measures = measures;
    spare = redrawing ? Network.redrawing(study.plan()) : Network.blank(study.plan());
    pass = new Pass(spare, keep(measures));
  }

  /** What a pass has to keep for these measures. */
  static Pass.Keep keep(Set<Measure> measures) {
    return measures.contains(Measure.WEIGHT_GRADIENT) ? Pass.Keep.FOR_WEIGHTS : Pass.Keep.LEAST;
  }

  /**
   * One network, forward and backward.
   *
   * @throws IllegalStateException if the start, or a function in it, throws; it names start and
   *     seed
   */
  Report measure(Start start, long seed) {
    try {
      return through(start.start(study.plan(), seed, spare), seed);
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException failed) {
      String who = "Start \"" + start.name() + "\", seed " + seed + ": ";
      throw new IllegalStateException(who + failed.getMessage(), failed);
    }
  }

  private Report through(Network net, long seed) {
    Args.given(net, "the network that it starts", "Return one: plan.init(...).");
    if (net.depth() != study.plan().depth()) {
      throw Args.bad(
          "the number of layers that it starts",
          net.depth(),
          "" + study.plan().depth(),
          "Start the plan that is given.");
    }
    Pass own = net.equals(spare) ? pass : new Pass(net, keep(measures));
    DMatrixRMaj x = Matrices.finite(study.batchOf(seed), "the input");
    int samples = x.numRows * x.numCols / study.plan().inputs();
    DMatrixRMaj gradient = Inputs.gradient(samples, study.plan().outputs(), seed);
    return Probe.both(own.noise(seed, 0), x, gradient, new Meter(net, measures));
  }
}
