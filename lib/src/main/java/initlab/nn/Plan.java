package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.math.MatrixProduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A network without weights: layers, one after another. How it begins is the one thing left open.
 */
public final class Plan {
  private static final int MOST = 1_000_000;

  private final String name;
  private final Signal input;
  private final List<Layer> layers;
  private final boolean exact;
  private final Signal output;

  private Plan(String name, Signal input, List<? extends Layer> layers, boolean exact) {
    this.name = name;
    this.input = Args.given(input, "the input", "Such as Signal.vector(256).");
    this.layers = Args.all(layers, "the layers", "Such as Dense.of(64, RELU).");
    this.exact = exact;
    Args.atLeast(1, layers.size(), "the number of layers", "Plan at least one.");
    Signal signal = input;
    for (int l = 1; l <= layers.size(); l++) {
      signal = out(l, signal);
    }
    output = signal;
  }

  /** What a layer gives; what it refuses, it refuses with its number. */
  private Signal out(int number, Signal in) {
    Layer layer = layers.get(number - 1);
    try {
      return Misfit.out(String.valueOf(number), layer, in);
    } catch (StackOverflowError thousandsInsideEachOther) {
      throw Node.tooDeep();
    }
  }

  /**
   * A plan of these layers.
   *
   * @throws IllegalArgumentException if there are none, or one cannot take what the one before it
   *     gives
   */
  public static Plan of(Signal input, Layer... layers) {
    return of(input, Arrays.asList(Args.given(layers, "the layers", "Give some.")));
  }

  /** A plan of these layers. */
  public static Plan of(Signal input, List<? extends Layer> layers) {
    return new Plan("", input, layers, false);
  }

  /**
   * The same with these layers after it, so many times over; it has no name of its own any more.
   */
  public Plan then(int times, Layer... more) {
    Args.atLeast(0, times, "how often the layers come", "0 adds none.");
    if ((long) times * more.length > MOST) {
      throw Args.bad(
          "the number of layers", (long) times * more.length, "at most " + MOST, "Add fewer.");
    }
    List<Layer> all = new ArrayList<>(layers);
    for (int i = 0; i < times; i++) {
      Collections.addAll(all, more);
    }
    return new Plan("", input, all, exact);
  }

  /** The same under a name, for figures and tables. */
  public Plan named(String other) {
    return new Plan(other, input, layers, exact);
  }

  /** The same with every layer changed, also those inside others; it loses its name. */
  public Plan map(UnaryOperator<Layer> change) {
    return new Plan("", input, layers.stream().map(layer -> layer.map(change)).toList(), exact);
  }

  /** The same plan without biases in layers that can do without; its name is the same. */
  public Plan withoutBiases() {
    return map(Layer::withoutBias).named(name);
  }

  /** The same plan with biases in every layer that may have some; its name is the same. */
  public Plan withBiases() {
    return map(Layer::withBias).named(name);
  }

  /** The same plan on the plain Java product, where equal neurons stay equal to the last bit. */
  public Plan onPlainJava() {
    return new Plan(name, input, layers, true);
  }

  /** What one sample is when it comes in. */
  public Signal input() {
    return input;
  }

  /** What one sample is when it goes out. */
  public Signal output() {
    return output;
  }

  /** The layers from input to output. */
  public List<Layer> layers() {
    return layers;
  }

  /** How many layers. */
  public int depth() {
    return layers.size();
  }

  /** How many ids it tells apart, if ids come in; 0 if numbers do. See {@link Layer#vocabulary}. */
  public int vocabulary() {
    return layers.get(0).vocabulary();
  }

  /** How many numbers of a sample come in. */
  public int inputs() {
    return input.size();
  }

  /** How many numbers of a sample go out. */
  public int outputs() {
    return output.size();
  }

  /** What multiplies the matrices of this network. */
  public MatrixProduct product() {
    return exact ? MatrixProduct.plain() : MatrixProduct.fastest();
  }

  /** The network with weights drawn by this rule, each from the stream of its path and seed. */
  public Network init(Initializer weights, long seed) {
    return init(Rules.of(weights), seed);
  }

  /** The network as this start begins it. */
  public Network init(Start start, long seed) {
    return start.start(this, seed);
  }

  /** Its name, or, where it has none, such as "3 layers, 28 x 28 x 1 -> 10". */
  @Override
  public String toString() {
    String count = depth() + (depth() == 1 ? " layer, " : " layers, ");
    return name.isEmpty() ? count + input + " -> " + output : name;
  }
}
