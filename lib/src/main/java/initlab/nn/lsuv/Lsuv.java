package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.init.Distribution;
import initlab.init.Initializer;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Start;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * Layer-sequential unit variance: orthonormal weights, then, from the first layer to the last, each
 * layer's weights are divided by the standard deviation of its pre-activations over a batch, until
 * their variance is 1 to a tolerance. Mishkin and Matas (2016).
 *
 * <p>The variants answer to the same two calls, {@link #start} and {@link #rescale}: {@link
 * #afterActivation}, {@link #centred}, {@link #skippingFirst}, {@link #onFresh}, {@link #goOn}.
 */
public final class Lsuv implements Start {
  private final IntFunction<DMatrixRMaj> batches;
  private final LsuvOptions options;
  private final String name;

  private Lsuv(IntFunction<DMatrixRMaj> batches, LsuvOptions options, String name) {
    this.batches = batches;
    this.options = options;
    this.name = Args.given(name, "the name", "Say what figures should call it.");
  }

  /**
   * LSUV as published on this batch (batch x in): orthonormal weights, tolerance 0.1, at most 10
   * attempts. The batch is not modified.
   */
  public static Lsuv on(DMatrixRMaj batch) {
    Args.given(batch, "the batch", "Pass inputs (batch x in).");
    Args.atLeast(1, batch.getNumElements(), "the number of inputs", "Pass at least one row.");
    return new Lsuv(k -> batch, LsuvOptions.published(false), "LSUV");
  }

  /**
   * LSUV that judges every rescaling by a new batch, number 0, 1, 2, ... Each retry passes the new
   * batch through the layers below first. A layer's first look uses the batch on which the layer
   * below was accepted.
   */
  public static Lsuv onFresh(IntFunction<DMatrixRMaj> batches) {
    Args.given(batches, "the batches", "Pass a function: k -> Data.normal(64, 256, k).");
    return new Lsuv(batches, LsuvOptions.published(true), "LSUV");
  }

  /** Runs the published algorithm over a network, in place; returns the trace of every attempt. */
  public static LsuvTrace fit(Network net, DMatrixRMaj batch) {
    return on(batch).rescale(net);
  }

  /**
   * LSUV as published, fitted for each seed to a batch of its own: {@code Lsuv.onEach(seed ->
   * Data.xor(200, seed).x())}. It is what a race needs, where a seed has its own data.
   *
   * @param batches from the seed, 1, 2, ..., to a batch (samples x in)
   */
  public static Start onEach(LongFunction<DMatrixRMaj> batches) {
    Args.given(batches, "the batches", "Pass a function: seed -> Data.normal(64, 256, seed).");
    return Start.of("LSUV", (plan, seed) -> on(batches.apply(seed)).start(plan, seed));
  }

  /**
   * LSUV as published, once for each size: every seed is fitted to a batch of its own of so many
   * samples of N(0, 1), or of ids where the plan takes ids, drawn apart from the batch that a study
   * measures. The names are "LSUV, batch 1", "LSUV, batch 4", ...
   *
   * @throws IllegalArgumentException if a size is below 1
   */
  public static Start[] onBatches(int... sizes) {
    return IntStream.of(sizes).mapToObj(Lsuv::onBatch).toArray(Start[]::new);
  }

  private static Start onBatch(int size) {
    Args.atLeast(1, size, "the batch size", "LSUV needs a sample to look at.");
    return Start.of(
        "LSUV, batch " + size, (plan, seed) -> on(drawn(size, plan, seed)).start(plan, seed));
  }

  private static DMatrixRMaj drawn(int size, Plan plan, long seed) {
    DMatrixRMaj x = new DMatrixRMaj(size, plan.inputs());
    UniformRandomProvider rng = RandomStreams.of(seed, "lsuv batch", size);
    if (plan.vocabulary() == 0) {
      Distribution.NORMAL.fill(1, rng, x.data, x.getNumElements());
    } else {
      Arrays.setAll(x.data, i -> rng.nextInt(plan.vocabulary()));
    }
    return x;
  }

  /** The same from other first weights. */
  public Lsuv from(Initializer base) {
    return with(options.from(base));
  }

  /** The same, but activations a = f(z), not pre-activations z, are brought to variance 1. */
  public Lsuv afterActivation() {
    return with(options.judgingActivations());
  }

  /** The same, but the mean is brought to 0 too, through the biases. */
  public Lsuv centred() {
    return with(options.centring());
  }

  /** The same, but a layer that does not converge is left as it is, as in the paper. */
  public Lsuv goOn() {
    return with(options.goingOn());
  }

  /**
   * The same, but the first layer is left as it was drawn. So does the authors' own port to
   * PyTorch, whose counter of finished layers starts at 0, as if one were finished already.
   */
  public Lsuv skippingFirst() {
    return with(options.skipping());
  }

  /** The same with another tolerance, and another number of rescalings for each layer. */
  public Lsuv until(double tolerance, int attempts) {
    return with(options.until(tolerance, attempts));
  }

  private Lsuv with(LsuvOptions other) {
    return new Lsuv(batches, other, name);
  }

  /** Whether it is pre-activations that end with variance 1. */
  public boolean unitPreActivations() {
    return !options.afterActivation();
  }

  @Override
  public Network start(Plan plan, long seed) {
    return start(plan, seed, Network.blank(plan));
  }

  @Override
  public Network start(Plan plan, long seed, Network spare) {
    Network net = Start.drawn(options.base()).start(plan, seed, spare);
    rescale(net);
    return net;
  }

  /**
   * Rescales the weights of every layer in place, first and last included, in the order of
   * execution and in one pass over the network. Weights that were loaded are rescaled too, and what
   * the network computes with them changes: to keep them, start by {@link initlab.nn.Rules}.
   *
   * @throws LsuvException if a layer's variance is 0 but for rounding (std &lt;= 1e-12 of the root
   *     mean square) or not finite, or it does not converge; the layers before it keep their new
   *     weights
   * @throws IllegalArgumentException if layers share a weight, or where centred a bias: no scale
   *     gives each of its uses variance 1
   */
  public LsuvTrace rescale(Network net) {
    Args.given(net, "the network", "Make one: plan.init(Init.orthogonal(), 1).");
    return new LsuvRun(net, batches, options).run();
  }

  /**
   * Does what {@link #rescale} does, and says in words how it went: how often each layer was
   * divided, and whether all were accepted or why LSUV stopped.
   */
  public String story(Network net) {
    try {
      LsuvTrace trace = rescale(net);
      String end = trace.converged() ? "all were accepted." : "not all were accepted.";
      return "Divisions per layer: " + trace.rescalings() + "; " + end;
    } catch (LsuvException stopped) {
      return "Divisions per layer: "
          + stopped.trace().rescalings()
          + "; stopped.\n"
          + stopped.getMessage();
    }
  }

  @Override
  public String name() {
    return name.equals("LSUV") && options.afterActivation() ? "LSUV after activation" : name;
  }

  /** The same under a name, for figures that compare several. */
  public Lsuv named(String other) {
    return new Lsuv(batches, options, other);
  }

  @Override
  public String toString() {
    return options.toString();
  }
}
