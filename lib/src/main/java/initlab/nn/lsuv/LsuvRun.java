package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.layer.Dense;
import initlab.nn.lsuv.LsuvAttempt.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** One run of LSUV over one network. */
final class LsuvRun {
  private final Network net;
  private final IntFunction<DMatrixRMaj> batches;
  private final LsuvOptions options;
  private final List<LsuvAttempt> made = new ArrayList<>();
  private final DMatrixRMaj z = new DMatrixRMaj(0, 0);
  private DMatrixRMaj a = new DMatrixRMaj(0, 0);
  private DMatrixRMaj inputs = new DMatrixRMaj(0, 0);
  private DMatrixRMaj input;
  private int batchesTaken;

  LsuvRun(Network net, IntFunction<DMatrixRMaj> batches, LsuvOptions options) {
    this.net = net;
    this.batches = batches;
    this.options = options;
    this.input = nextBatch();
  }

  LsuvTrace run() {
    for (int l = 1; l <= net.depth() && options.centred(); l++) {
      Args.atLeast(
          1,
          net.layer(l).bias().length,
          "the number of biases of layer " + l,
          "The mean is moved through them: plan with Mlp.of(RELU, 256, 256, 10).");
    }
    for (int l = 1; l <= net.depth(); l++) {
      settle(net.layer(l), l);
      net.layer(l).activate(z, a);
      takeActivationsAsInput();
    }
    return new LsuvTrace(made);
  }

  private void settle(Dense layer, int l) {
    Verdict verdict = look(layer, l, 0);
    for (int attempt = 1; verdict == Verdict.RESCALED; attempt++) {
      if (options.fresh()) {
        refresh(l);
      }
      verdict = look(layer, l, attempt);
    }
  }

  /** Passes a new batch through the layers before layer l. */
  private void refresh(int l) {
    input = nextBatch();
    for (int before = 1; before < l; before++) {
      net.layer(before).preActivation(input, z, net.product());
      net.layer(before).activate(z, a);
      takeActivationsAsInput();
    }
  }

  /** The two matrices change places, so that nothing is copied; a batch is never written to. */
  private void takeActivationsAsInput() {
    DMatrixRMaj free = inputs;
    inputs = a;
    input = a;
    a = free;
  }

  private DMatrixRMaj nextBatch() {
    int number = batchesTaken++;
    DMatrixRMaj batch = batches.apply(number);
    Args.given(batch, "batch " + number, "Return inputs (batch x in).");
    int width = net.layer(1).weights().numRows;
    if (batch.numRows < 1 || batch.numCols != width) {
      throw Args.bad(
          "batch " + number,
          batch.numRows + " x " + batch.numCols,
          "at least 1 x " + width,
          "The first layer takes " + width + " inputs.");
    }
    return batch;
  }

  private Verdict look(Dense layer, int l, int attempt) {
    layer.preActivation(input, z, net.product());
    if (options.afterActivation()) {
      layer.activate(z, a);
    }
    Moments seen = Moments.of(options.afterActivation() ? a : z);
    boolean positive = seen.variance() > 0 && seen.variance() < Double.POSITIVE_INFINITY;
    boolean accepted = positive && within(seen.variance() - 1) && centred(seen.mean());
    boolean rescaled = positive && !accepted && attempt < options.attempts();
    double scale = rescaled ? 1 / seen.std() : 1;
    Verdict verdict = accepted ? Verdict.ACCEPTED : rescaled ? Verdict.RESCALED : Verdict.GIVEN_UP;
    made.add(new LsuvAttempt(l, attempt, seen.mean(), seen.variance(), scale, verdict));
    if (rescaled) {
      rescale(layer, seen);
    } else if (!accepted && !(positive && options.goOn())) {
      throw new LsuvException(LsuvTrouble.with(net, options, made), new LsuvTrace(made));
    }
    return verdict;
  }

  private boolean within(double distance) {
    return Math.abs(distance) <= options.tolerance();
  }

  private boolean centred(double mean) {
    return !options.centred() || within(mean);
  }

  /** W / std; a centred z becomes (z - mean) / std, a centred activation's bias moves by mean. */
  private void rescale(Dense layer, Moments seen) {
    CommonOps_DDRM.divide(layer.weights(), seen.std());
    double divisor = options.afterActivation() ? 1 : seen.std();
    for (int i = 0; i < layer.bias().length && options.centred(); i++) {
      layer.bias()[i] = (layer.bias()[i] - seen.mean()) / divisor;
    }
  }
}
