package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Pass;
import initlab.nn.Watcher;
import initlab.nn.lsuv.LsuvTrace.Attempt;
import initlab.nn.lsuv.LsuvTrace.Attempt.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * One run of LSUV over one network: it looks on while a batch passes, and asks a layer again for z
 * after it has rescaled its weights. With one batch that is a single pass; with fresh ones, each
 * rescaling is judged in a new pass.
 */
final class LsuvRun implements Watcher {
  private final Pass pass;
  private final IntFunction<DMatrixRMaj> batches;
  private final LsuvOptions options;
  private final Set<Node> due;
  private final List<Attempt> made = new ArrayList<>();
  private final DMatrixRMaj activated = new DMatrixRMaj(0, 0);
  private int attempt;
  private boolean freshNeeded;
  private int batchesTaken;

  LsuvRun(Network net, IntFunction<DMatrixRMaj> batches, LsuvOptions options) {
    this.pass = new Pass(net, Pass.Keep.LEAST);
    this.batches = batches;
    this.options = options;
    this.due = new HashSet<>(LsuvPlan.of(net, options));
  }

  LsuvTrace run() {
    while (!due.isEmpty()) {
      int looks = made.size();
      freshNeeded = false;
      pass.forward(nextBatch(), this);
      if (made.size() == looks) {
        throw new IllegalStateException(
            "Layer " + due.iterator().next().path() + " is planned, but no batch passes it.");
      }
    }
    return new LsuvTrace(made);
  }

  private DMatrixRMaj nextBatch() {
    int number = batchesTaken++;
    DMatrixRMaj batch = batches.apply(number);
    int width = pass.net().plan().inputs();
    Args.given(batch, "batch " + number, "Return inputs (batch x in).");
    if (batch.numRows < 1
        || (batch.numCols != width && batch.numCols != pass.net().plan().input().channels())) {
      throw Args.bad(
          "batch " + number,
          batch.numRows + " x " + batch.numCols,
          "at least 1 x " + width,
          "The first layer takes " + width + " inputs.");
    }
    return batch;
  }

  /** Looks at the first layer of the pass that is not yet settled. */
  @Override
  public boolean again(Memory m) {
    if (freshNeeded || !due.contains(m.node())) {
      return false;
    }
    Verdict verdict = look(m);
    if (verdict == Verdict.RESCALED) {
      attempt++;
      freshNeeded = options.fresh();
      return !freshNeeded;
    }
    due.remove(m.node());
    attempt = 0;
    return false;
  }

  @Override
  public boolean enough() {
    return freshNeeded || due.isEmpty();
  }

  private Verdict look(Memory m) {
    Moments seen = Moments.of(judged(m));
    boolean spread =
        Double.isFinite(seen.variance()) && !Attempt.flat(seen.mean(), seen.variance());
    boolean accepted = spread && within(seen.variance() - 1) && centred(seen.mean());
    boolean rescaled = spread && !accepted && attempt < options.attempts();
    double scale = rescaled ? 1 / seen.std() : 1;
    Verdict verdict = accepted ? Verdict.ACCEPTED : rescaled ? Verdict.RESCALED : Verdict.GIVEN_UP;
    made.add(new Attempt(m.node().path(), attempt, seen.mean(), seen.variance(), scale, verdict));
    if (rescaled) {
      rescale(m.node(), seen);
    } else if (!accepted && !(spread && options.goOn())) {
      throw LsuvException.at(m, pass, options, made);
    }
    return verdict;
  }

  /** z, or f(z) where activations are to have variance 1. */
  private DMatrixRMaj judged(Memory m) {
    if (!options.afterActivation()) {
      return m.z();
    }
    activated.reshape(m.z().numRows, m.z().numCols);
    m.node().activation().apply(m.z().data, activated.data, m.z().getNumElements());
    return activated;
  }

  private boolean within(double distance) {
    return Math.abs(distance) <= options.tolerance();
  }

  private boolean centred(double mean) {
    return !options.centred() || within(mean);
  }

  /** W / std; a centred z becomes (z - mean) / std, a centred activation's bias moves by mean. */
  private void rescale(Node node, Moments seen) {
    CommonOps_DDRM.divide(LsuvPlan.weight(node).value(), seen.std());
    if (options.centred()) {
      DMatrixRMaj bias = LsuvPlan.bias(node).orElseThrow().value();
      double divisor = options.afterActivation() ? 1 : seen.std();
      for (int i = 0; i < bias.numCols; i++) {
        bias.data[i] = (bias.data[i] - seen.mean()) / divisor;
      }
    }
  }
}
