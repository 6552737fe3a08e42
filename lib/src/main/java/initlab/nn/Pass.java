package initlab.nn;

import initlab.base.Args;
import initlab.math.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/**
 * What one batch leaves in a network on its way forward, and a gradient on its way back: z(1) ...
 * z(L) and a(0) ... a(L), with a(0) the input, and dL/dz and dL/da of the same shapes, each (batch
 * * places x channels). Can be used again for the next batch, which overwrites it.
 */
public final class Pass {

  /** What is still there when the pass is over. */
  public enum Keep {
    /** Everything. */
    ALL,
    /**
     * What a backward pass with gradients of weights needs. The gradients themselves are there only
     * while a watcher is told of their layer.
     */
    FOR_WEIGHTS,
    /**
     * What a backward pass without gradients of weights needs: z, and of a only what is asked for.
     */
    LEAST
  }

  /** What a pass is for; most layers do the same in both. */
  public enum Mode {
    /** Training, and the look at a start: dropout is on, and batches give their own statistics. */
    TRAINING,
    /** Use after training: dropout is off, and normalization goes by what it remembers. */
    EVALUATION
  }

  private final Network net;
  private final Keep keep;
  private final Lending lending = new Lending();
  private final List<Memory> layers = new ArrayList<>();
  private final Gradients gradients = new Gradients(layers);
  private DMatrixRMaj input = new DMatrixRMaj(0, 0);
  private DMatrixRMaj output = new DMatrixRMaj(0, 0);
  private Watcher watcher = Watcher.NONE;
  private Mode mode = Mode.TRAINING;
  private long noiseSeed;
  private int noiseStep;
  private int batch;
  private Way gone = Way.NOWHERE;

  /** How far it has come. */
  private enum Way {
    NOWHERE,
    FORWARD,
    BACK
  }

  /** Memory for passes through this network. */
  public Pass(Network net, Keep keep) {
    this.net = net;
    this.keep = keep;
    for (int l = 1; l <= net.depth(); l++) {
      boolean inputNeeded = l < net.depth() && net.layer(l + 1).layer().needsInput();
      layers.add(new Memory(this, net.layer(l), 0, inputNeeded));
    }
  }

  /** The network that is passed. */
  public Network net() {
    return net;
  }

  /** The same from now on in this mode; it begins in training. */
  public Pass mode(Mode other) {
    mode = Args.given(other, "the mode", "Such as Pass.Mode.EVALUATION.");
    return this;
  }

  /**
   * The same from now on with other random numbers, as dropout draws them: those of this step of
   * this seed. Until then they are those of step 0 of seed 0 in every pass.
   */
  public Pass noise(long seed, int step) {
    noiseSeed = seed;
    noiseStep = step;
    return this;
  }

  Mode mode() {
    return mode;
  }

  UniformRandomProvider random(String path) {
    return RandomStreams.of(noiseSeed, "noise of " + path, noiseStep);
  }

  Keep keep() {
    return keep;
  }

  Lending lending() {
    return lending;
  }

  Watcher watcher() {
    return watcher;
  }

  /** How many samples. */
  public int batch() {
    return batch;
  }

  /** Passes a batch forward; see {@link Network#forward}. */
  public Pass forward(DMatrixRMaj x) {
    return forward(x, Watcher.NONE);
  }

  /**
   * The same while someone looks on.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Pass forward(DMatrixRMaj x, Watcher onlooker) {
    DMatrixRMaj given = PlaceRows.of(x, net.plan().input(), "the input");
    input = given == output ? given.copy() : given;
    gone = Way.FORWARD;
    batch = input.numRows / net.plan().input().places();
    watcher = onlooker;
    DMatrixRMaj a = input;
    for (int l = 1; l <= net.depth() && !onlooker.enough(); l++) {
      a = layer(l).forward(a);
    }
    output = a;
    return this;
  }

  /**
   * Passes a gradient backward through the batch that went forward last.
   *
   * @param da dL/da(L), shaped as the output or with a row for each sample; not modified
   */
  public Pass backward(DMatrixRMaj da) {
    return backward(da, Watcher.NONE);
  }

  /** The same while someone looks on. */
  public Pass backward(DMatrixRMaj da, Watcher onlooker) {
    if (gone == Way.NOWHERE) {
      throw new IllegalStateException("Nothing went forward yet: call forward(x) first.");
    }
    DMatrixRMaj given = PlaceRows.of(da, net.plan().output(), "the gradient", batch);
    watcher = onlooker;
    DMatrixRMaj flowing = layer(net.depth()).arriving(given);
    for (int l = net.depth(); l >= 1; l--) {
      flowing = layer(l).backward(flowing);
    }
    gone = Way.BACK;
    return this;
  }

  /** What layer 1 ... L has in its hands. */
  public Memory layer(int layer) {
    if (layer < 1 || layer > layers.size()) {
      throw Args.bad("the layer", layer, "1 to " + layers.size(), "Layer 0 has only a and dL/da.");
    }
    return layers.get(layer - 1);
  }

  /** Refuses to show what a pass that spares memory has written over. */
  private void there(boolean kept, String what) {
    if (!kept) {
      throw new IllegalStateException(
          "This pass keeps no " + what + " of layers: use net.pass(), or look on with a Watcher.");
    }
  }

  /** Pre-activations of layer 1 ... L. */
  public DMatrixRMaj z(int layer) {
    return layer(layer).z();
  }

  /** Activations of layer 0 (the input) ... L. */
  public DMatrixRMaj a(int layer) {
    there(keep != Keep.LEAST || layer == 0 || layer == net.depth(), "activations");
    return layer == 0 ? input : layer(layer).a();
  }

  /** The activations of the last layer that was passed. */
  public DMatrixRMaj output() {
    return output;
  }

  /**
   * Targets with a row for each row of the output. With a row for each sample they are the same
   * numbers; all others are returned as they are.
   *
   * @param y not modified
   */
  public DMatrixRMaj targets(DMatrixRMaj y) {
    boolean bySample = y.numRows == batch && y.getNumElements() == output.getNumElements();
    return bySample && y.numRows != output.numRows
        ? DMatrixRMaj.wrap(output.numRows, output.numCols, y.data)
        : y;
  }

  /** dL/dz of layer 1 ... L. */
  public DMatrixRMaj dz(int layer) {
    there(keep == Keep.ALL, "gradients");
    return layer(layer).dz();
  }

  /** dL/da of layer 0 (the input) ... L. */
  public DMatrixRMaj da(int layer) {
    there(keep == Keep.ALL || layer == 0, "gradients");
    return layer == net.depth() ? layer(layer).da() : layer(layer + 1).dx();
  }

  /**
   * dL/d(parameter), summed over the batch and over all of its uses, in the order of the plan. It
   * is overwritten by the next backward pass.
   *
   * @throws IllegalStateException if this pass does not keep gradients of weights
   */
  public DMatrixRMaj gradient(Parameter parameter) {
    cameBack();
    return gradients.sum(parameter);
  }

  /** The part of the gradient that each use of a parameter has, in the order of the plan. */
  public List<DMatrixRMaj> shares(Parameter parameter) {
    cameBack();
    return gradients.shares(parameter);
  }

  private void cameBack() {
    there(keep == Keep.ALL, "gradients");
    if (gone != Way.BACK) {
      throw new IllegalStateException("Nothing came back yet: call backward(gradient) first.");
    }
  }

  /** How many doubles it holds by now that grow in proportion to the batch: to plan memory by. */
  public long doubles() {
    return lending.doubles() + layers.stream().mapToLong(Memory::doubles).sum();
  }
}
