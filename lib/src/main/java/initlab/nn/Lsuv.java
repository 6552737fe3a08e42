package initlab.nn;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Args;
import initlab.math.Moments;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Layer-sequential unit variance: orthonormal weights, then, from the first layer to the last, each
 * layer's weights are divided by the standard deviation of its pre-activations over a batch, until
 * their variance is 1 to a tolerance. Mishkin and Matas (2016).
 *
 * @param batch x (batch x in)
 * @param base what draws the weights first
 * @param tolerance how far from 1 the variance may stay
 * @param attempts how often a layer may be rescaled
 */
public record Lsuv(DMatrixRMaj batch, Initializer base, double tolerance, int attempts)
    implements Start {

  public Lsuv {
    Args.positive(tolerance, "tolerance", "The paper uses 0.1.");
    Args.atLeast(1, attempts, "attempts", "The paper uses 10.");
  }

  /**
   * LSUV on this batch (batch x in), with orthonormal weights, tolerance 0.1, at most 10 attempts.
   */
  public static Lsuv on(DMatrixRMaj batch) {
    return new Lsuv(batch, Init.orthogonal(), 0.1, 10);
  }

  @Override
  public Network start(Plan plan, long seed) {
    Network net = plan.init(base, seed);
    rescale(net);
    return net;
  }

  /** Runs the published algorithm over a network, in place; returns the trace of every attempt. */
  public static List<LsuvAttempt> fit(Network net, DMatrixRMaj batch) {
    return on(batch).rescale(net);
  }

  /**
   * Rescales the weights of every layer, first and last included, in one pass over the network.
   *
   * @throws LsuvException if a layer's variance is 0 or not finite, or it does not reach 1
   */
  public List<LsuvAttempt> rescale(Network net) {
    List<LsuvAttempt> attemptsMade = new ArrayList<>();
    DMatrixRMaj x = batch;
    for (int l = 1; l <= net.depth(); l++) {
      x = rescale(net.layer(l), l, x, net, attemptsMade);
    }
    return attemptsMade;
  }

  private DMatrixRMaj rescale(
      Dense layer, int l, DMatrixRMaj x, Network net, List<LsuvAttempt> made) {
    DMatrixRMaj z = new DMatrixRMaj(0, 0);
    layer.preActivation(x, z, net.product());
    LsuvAttempt attempt = look(z, l, 0, made);
    while (Math.abs(attempt.variance() - 1) > tolerance) {
      if (attempt.attempt() == attempts) {
        throw new LsuvException("did not reach variance 1", made);
      }
      CommonOps_DDRM.divide(layer.weights(), Math.sqrt(attempt.variance()));
      layer.preActivation(x, z, net.product());
      attempt = look(z, l, attempt.attempt() + 1, made);
    }
    layer.activate(z, z);
    return z;
  }

  private static LsuvAttempt look(DMatrixRMaj z, int l, int number, List<LsuvAttempt> made) {
    Moments moments = Moments.of(z);
    var attempt = new LsuvAttempt(l, number, moments.mean(), moments.variance());
    made.add(attempt);
    if (!(attempt.variance() > 0 && attempt.variance() < Double.POSITIVE_INFINITY)) {
      throw new LsuvException("has no variance to rescale", made);
    }
    return attempt;
  }

  @Override
  public String name() {
    return "LSUV";
  }

  @Override
  public String toString() {
    return "LSUV from %s, batch %d, tolerance %s, at most %d attempts"
        .formatted(base.name(), batch.numRows, tolerance, attempts);
  }
}
