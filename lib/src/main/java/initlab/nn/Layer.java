package initlab.nn;

import initlab.init.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One kind of layer: z from x, then a = f(z). It holds no weights; it says which it needs, and
 * works over the {@link Memory} of one pass.
 *
 * <p>Three methods make a new kind, also in a notebook's cell:
 *
 * <pre>{@code
 * record Half() implements Layer {
 *   public Signal out(Signal in) { return in; }
 *   public void forward(Memory m) { CommonOps_DDRM.scale(0.5, m.x(), m.z()); }
 *   public void backward(Memory m) { CommonOps_DDRM.scale(0.5, m.dz(), m.dx()); }
 * }
 * }</pre>
 */
public interface Layer {

  /**
   * What it gives for each sample that it takes.
   *
   * @throws IllegalArgumentException if it cannot take this, naming both numbers
   */
  Signal out(Signal in);

  /** The parameters it needs for such an input, numbered from 0. */
  default List<Slot> slots(Signal in) {
    return List.of();
  }

  /** Writes {@code m.z()} from {@code m.x()}, which it must not modify. */
  void forward(Memory m);

  /**
   * Writes {@code m.dx()} from {@code m.dz()}, and, if {@code m.wantsGradients()}, the gradient of
   * every slot. For a {@link Role#STATISTIC} that is what training takes from it after this batch.
   */
  void backward(Memory m);

  /** f in a = f(z); linear unless the layer has one. */
  default Activation activation() {
    return Activation.LINEAR;
  }

  /**
   * The layers inside, for a layer that is made of layers: it runs number i by {@code m.forward(i,
   * x)} and {@code m.backward(i, da)}.
   */
  default List<Inner> inside(Signal in) {
    return List.of();
  }

  /**
   * Whether {@code backward} reads {@code m.x()} for anything but gradients of weights. A layer
   * that says no spares a study the memory of its input.
   */
  default boolean needsInput() {
    return true;
  }

  /**
   * Whether it gives the same for x and for any multiple of x, as norms do: the scale of what comes
   * before it is then no fault.
   */
  default boolean forgetsScale() {
    return false;
  }

  /**
   * Whether it, not counting layers inside, computes otherwise in training than afterwards; see
   * {@link Memory#training}.
   */
  default boolean differsInTraining() {
    return false;
  }

  /**
   * How many ids the layer tells apart, if its input is ids, the whole numbers 0 ... vocabulary - 1
   * that stand for words; 0 if its input is numbers.
   */
  default int vocabulary() {
    return 0;
  }

  /** How the names of layers begin that stand beside a branch, in a shortcut. */
  String BESIDE = "shortcut.";

  /** What {@link #outputWeight} says where z is proportional to none of the weights. */
  String NO_WEIGHT = "none";

  /**
   * Of several weights, the name of the one that z grows in proportion to, which LSUV rescales; ""
   * where there is none. A layer with a single weight need not answer, unless z does not grow with
   * that one either: {@link #NO_WEIGHT}.
   */
  default String outputWeight() {
    return "";
  }

  /** The same layer without biases. */
  default Layer withoutBias() {
    return this;
  }

  /** The same layer with biases, where it may have some. */
  default Layer withBias() {
    return this;
  }

  /** This layer changed; a layer that is made of layers changes those inside first. */
  default Layer map(UnaryOperator<Layer> change) {
    return change.apply(this);
  }

  /** What a path calls it: the name of its class in small letters. */
  default String kind() {
    String name = getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return name.isEmpty() ? "layer" : name;
  }

  /**
   * A layer inside another.
   *
   * @param name in the path of its parameters
   * @param layer what it is
   * @param in what it takes
   */
  record Inner(String name, Layer layer, Signal in) {

    /**
     * What it gives.
     *
     * @throws IllegalArgumentException if it cannot take what it is given, with its name
     */
    public Signal out() {
      return Misfit.out(name, layer, in);
    }

    /** Layers one after another, named by their kind: "dense", "dense2". */
    public static List<Inner> chain(Signal in, List<Layer> layers) {
      return chain("", in, layers);
    }

    /** The same with this before each name. */
    public static List<Inner> chain(String before, Signal in, List<Layer> layers) {
      List<Inner> all = new ArrayList<>();
      through(before, in, layers, all::add);
      return all;
    }

    /** What layers, one after another, give for such an input. */
    public static Signal through(String before, Signal in, List<Layer> layers) {
      return through(before, in, layers, inner -> {});
    }

    private static Signal through(
        String before, Signal in, List<Layer> layers, Consumer<Inner> each) {
      Signal signal = in;
      for (int i = 0; i < layers.size(); i++) {
        String kind = layers.get(i).kind();
        long alike = layers.subList(0, i).stream().filter(l -> l.kind().equals(kind)).count();
        String name = before + kind + (alike == 0 ? "" : alike + 1);
        Inner inner = new Inner(name, layers.get(i), signal);
        each.accept(inner);
        signal = inner.out();
      }
      return signal;
    }
  }
}
