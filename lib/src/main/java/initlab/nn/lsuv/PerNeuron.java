package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.Watcher;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * The start of weight normalization (Salimans and Kingma, 2016): while one batch passes, every
 * neuron's weights are divided by the standard deviation of its own pre-activation over the
 * samples, and its bias moves that pre-activation's mean to 0. It is LSUV with one scale a neuron
 * in place of one a layer, and a shift a neuron. The weights that are rescaled are N(0, 0.05^2).
 */
public final class PerNeuron implements Start {
  private final LongFunction<DMatrixRMaj> batches;
  private final String name;

  private PerNeuron(LongFunction<DMatrixRMaj> batches, String name) {
    this.batches = batches;
    this.name = Args.given(name, "the name", "Say what figures should call it.");
  }

  /** Fitted to this batch (batch x in), which is not modified. */
  public static PerNeuron on(DMatrixRMaj batch) {
    Args.given(batch, "the batch", "Pass inputs (batch x in).");
    Args.atLeast(2, batch.numRows, "the number of samples", "One number has no variance.");
    return new PerNeuron(seed -> batch, "per neuron");
  }

  /** Fitted for each seed to a batch of its own, as {@link Lsuv#onEach}. */
  public static PerNeuron onEach(LongFunction<DMatrixRMaj> batches) {
    Args.given(batches, "the batches", "Pass a function: seed -> Data.normal(64, 256, seed).");
    return new PerNeuron(batches, "per neuron");
  }

  @Override
  public String name() {
    return name;
  }

  /** The same under a name, for figures that compare several. */
  public PerNeuron named(String other) {
    return new PerNeuron(batches, other);
  }

  /**
   * A network whose every neuron has mean 0 and variance 1 over the batch, before the activation.
   *
   * @throws IllegalArgumentException if a layer has no biases, shares its weights, or is none whose
   *     weights are a matrix (in x neurons)
   * @throws IllegalStateException if a neuron gives one number for all samples
   */
  @Override
  public Network start(Plan plan, long seed) {
    Network net = plan.init(Init.normal(0.05), seed);
    rescale(net, batches.apply(seed));
    return net;
  }

  private static void rescale(Network net, DMatrixRMaj batch) {
    Set<Node> due = new HashSet<>(LsuvPlan.of(net, LsuvOptions.published(false).centring()));
    new Pass(net, Pass.Keep.LEAST)
        .forward(
            batch,
            new Watcher() {
              @Override
              public boolean again(Memory m) {
                return due.remove(m.node()) && rescale(m);
              }
            });
  }

  private static boolean rescale(Memory m) {
    DMatrixRMaj weight = LsuvPlan.weight(m.node()).value();
    DMatrixRMaj bias = LsuvPlan.bias(m.node()).orElseThrow().value();
    if (weight.numCols != m.z().numCols || bias.numCols != m.z().numCols) {
      throw Args.bad(
          "the weights of layer " + m.node().path(),
          weight.numRows + " x " + weight.numCols,
          "a column for each neuron",
          "Use dense layers.");
    }
    for (int neuron = 0; neuron < weight.numCols; neuron++) {
      Moments seen = Moments.of(column(m.z(), neuron));
      if (!(seen.variance() > 0) || LsuvTrace.Attempt.flat(seen.mean(), seen.variance())) {
        throw new IllegalStateException(
            "Layer "
                + m.node().path()
                + ", neuron "
                + (neuron + 1)
                + ": its pre-activation is the"
                + " same for all samples, so no scale can bring its variance to 1.");
      }
      for (int i = 0; i < weight.numRows; i++) {
        weight.set(i, neuron, weight.get(i, neuron) / seen.std());
      }
      bias.data[neuron] = (bias.data[neuron] - seen.mean()) / seen.std();
    }
    return true;
  }

  private static double[] column(DMatrixRMaj z, int neuron) {
    double[] out = new double[z.numRows];
    for (int i = 0; i < out.length; i++) {
      out[i] = z.get(i, neuron);
    }
    return out;
  }

  @Override
  public String toString() {
    return "mean 0 and variance 1 for every neuron over its batch";
  }
}
