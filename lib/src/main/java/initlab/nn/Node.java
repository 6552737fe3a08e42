package initlab.nn;

import initlab.base.Args;
import initlab.init.Activation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** A layer in its place in a network: its path, what it takes and gives, its parameters. */
public final class Node {
  /** A pass calls itself for each layer inside another; a thread's memory for calls is small. */
  private static final int MOST_INSIDE = 100;

  private final @Nullable Node around;
  private final String path;
  private final Layer layer;
  private final Signal in;
  private final Signal out;
  private final List<Parameter> parameters;
  private final List<Node> inside;
  private final int level;
  private int weighted;
  private boolean last;

  Node(@Nullable Node around, String path, Layer layer, Signal in, Builder builder) {
    this.around = around;
    this.path = path;
    this.level = around == null ? 0 : around.level + 1;
    if (level > MOST_INSIDE) {
      throw tooDeep();
    }
    this.layer = layer;
    this.in = in;
    this.out = given("out", layer.out(in));
    this.parameters =
        given("slots", slots(layer, in)).stream()
            .map(slot -> builder.parameter(this, slot))
            .toList();
    given("activation", layer.activation());
    this.inside =
        given("inside", layer.inside(in)).stream()
            .map(i -> new Node(this, path + "." + i.name(), i.layer(), i.in(), builder))
            .toList();
  }

  /** The refusal of layers inside layers inside layers, and so on. */
  static IllegalArgumentException tooDeep() {
    return Args.bad(
        "how deep layers lie inside each other",
        "above " + MOST_INSIDE,
        "at most " + MOST_INSIDE,
        "Put blocks one after another instead: plan.then(1000, block).");
  }

  /** Its slots, which a matrix too large for Java may prevent. */
  private List<Slot> slots(Layer of, Signal given) {
    try {
      return of.slots(given);
    } catch (IllegalArgumentException bad) {
      String what = "Layer " + path + " (" + of.kind() + "), which takes " + given + ": ";
      throw new IllegalArgumentException(what + bad.getMessage(), bad);
    }
  }

  private <T> T given(String method, T value) {
    return Args.given(
        value, method + "(...) of layer " + path + " (" + layer.kind() + ")", "Return one.");
  }

  /** It is the n-th layer of the plan with weights, or has none and n came before it. */
  void countWeighted(int n) {
    weighted = n;
  }

  /** It is the last layer of the plan with weights. */
  void markLast() {
    last = true;
  }

  /**
   * Whether it is, or lies in, the last layer of the plan with weights, and that layer is no block:
   * it has weights of its own, and not only those of layers inside.
   */
  boolean lastWeighted() {
    return around == null ? last && !drawn().isEmpty() : around.lastWeighted();
  }

  /** Which of the plan's layers with weights it is or lies in, counted from 1. */
  int weighted() {
    return around == null ? weighted : around.weighted();
  }

  /** Gives each slot its parameter. */
  @FunctionalInterface
  interface Builder {
    Parameter parameter(Node user, Slot slot);
  }

  /** Where it is: "3" for layer 3, "3.attention" for a layer inside it. */
  public String path() {
    return path;
  }

  /** The layer of the plan, 1 ... L, that it is or lies in. */
  public int number() {
    return around == null ? Integer.parseInt(path) : around.number();
  }

  /** Whether it is a layer of the plan, and not inside another. */
  public boolean outermost() {
    return around == null;
  }

  /** What it is. */
  public Layer layer() {
    return layer;
  }

  /** Whether it, or a layer around it, is of this kind. */
  public boolean within(Class<? extends Layer> kind) {
    return kind.isInstance(layer) || (around != null && around.within(kind));
  }

  /**
   * Whether, of the parameters of its role within the nearest such layer around, p is the last;
   * those of a shortcut do not count.
   */
  boolean ends(Class<? extends Layer> kind, Parameter p) {
    if (!kind.isInstance(layer)) {
      return around != null && around.ends(kind, p);
    }
    List<Parameter> alike =
        all()
            .filter(node -> !node.besides(this))
            .flatMap(node -> node.parameters.stream())
            .filter(q -> q.role() == p.role())
            .toList();
    return !alike.isEmpty() && alike.get(alike.size() - 1).equals(p);
  }

  /** Whether it lies in a shortcut of this layer, or of one in between. */
  private boolean besides(Node outer) {
    return path.indexOf("." + Layer.BESIDE, outer.path.length()) >= 0;
  }

  /** What it takes. */
  public Signal in() {
    return in;
  }

  /** What it gives. */
  public Signal out() {
    return out;
  }

  /** f in a = f(z). */
  public Activation activation() {
    return layer.activation();
  }

  /** Its parameters, one for each slot, without those of the layers inside. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Those of its parameters that a rule draws: its weights. */
  public List<Parameter> drawn() {
    return parameters.stream().filter(p -> p.drawn()).toList();
  }

  /** The layers inside, in the order in which it numbers them. */
  public List<Node> inside() {
    return inside;
  }

  /** It and all layers inside. */
  public Stream<Node> all() {
    return Stream.concat(Stream.of(this), inside.stream().flatMap(Node::all));
  }

  /**
   * The parameter of this name, as "W".
   *
   * @throws IllegalArgumentException if it has none
   */
  public Parameter parameter(String name) {
    return parameters.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Args.bad(
                    "the name of a parameter of layer " + path,
                    name,
                    "one of " + parameters.stream().map(Parameter::name).toList(),
                    "Layers inside have their own: net.parameter(path)."));
  }

  /**
   * W (in x out) of a layer with one weight matrix, changed in place by training.
   *
   * @throws IllegalArgumentException if it has none, or several
   */
  public DMatrixRMaj weights() {
    if (drawn().size() == 1) {
      return drawn().get(0).value();
    }
    throw Args.bad(
        "the number of weights of layer " + path,
        drawn().size(),
        "1",
        "Name one: net.parameter(\"" + path + ".W\").");
  }

  /** b (1 x out), where it has one. */
  public Optional<DMatrixRMaj> bias() {
    return parameters.stream().filter(p -> p.role() == Role.BIAS).findFirst().map(Parameter::value);
  }

  /** Such as "256 -> 256 ReLU". */
  @Override
  public String toString() {
    String f = activation().name();
    String kind = activation() == Activation.LINEAR ? layer.kind() : layer.kind() + " " + f;
    return in + " -> " + out + " " + (layer.kind().equals("dense") ? f : kind);
  }
}
