package initlab.nn;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.math.MatrixProduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * A plan with weights, passed through forward and backward. Layers are counted 1 ... L; 0 is the
 * input.
 */
public final class Network {
  private final Plan plan;
  private final boolean redrawing;
  private final List<Node> layers = new ArrayList<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Parameter> ties = new HashMap<>();
  private final Map<List<Integer>, Storage> shared = new HashMap<>();

  private Network(Plan plan, boolean redrawing) {
    this.plan = Args.given(plan, "the plan", "Such as Mlp.deep(RELU, 64, 30).");
    this.redrawing = redrawing;
    Signal signal = plan.input();
    int weighted = 0;
    for (Layer layer : plan.layers()) {
      String number = String.valueOf(layers.size() + 1);
      Node node = new Node(null, number, layer, signal, this::parameter);
      layers.add(node);
      weighted += node.all().anyMatch(inner -> !inner.drawn().isEmpty()) ? 1 : 0;
      node.countWeighted(weighted);
      signal = node.out();
    }
    int total = weighted;
    layers.stream().filter(node -> node.weighted() == total).findFirst().ifPresent(Node::markLast);
  }

  /**
   * The network of this plan with every number 0; slots of one tie are one parameter.
   *
   * @throws IllegalArgumentException if its weights alone take all the memory that Java may use
   */
  public static Network blank(Plan plan) {
    long weights = redrawing(plan).parameters().stream().mapToLong(p -> p.shape().size()).sum();
    Storage.mustFit(weights, "the weights of this network", "Plan fewer layers, or narrower ones.");
    return new Network(plan, false);
  }

  /**
   * A network of this plan that keeps no weights: parameters of one shape share one matrix, and
   * each is drawn into it again whenever a pass asks for its numbers. For nets too deep for the
   * memory. What is changed in its parameters is forgotten.
   */
  public static Network redrawing(Plan plan) {
    return new Network(plan, true);
  }

  private Parameter parameter(Node user, Slot slot) {
    Parameter known = slot.tie().isEmpty() ? null : ties.get(slot.tie());
    Parameter own = known == null ? make(user, slot) : known;
    if (!own.shape().equals(slot.shape()) || own.role() != slot.role()) {
      throw Args.bad(
          user.path() + "." + slot.name() + ", tied to " + own.path() + ",",
          slot.shape() + ", role " + slot.role(),
          own.shape() + ", role " + own.role(),
          "Only slots of one shape, one role and the same fans can be one parameter.");
    }
    own.usedBy(user, slot.name());
    return own;
  }

  private Parameter make(Node user, Slot slot) {
    Progress.checkInterrupted(); // a large matrix takes a while to be made
    int rows = slot.shape().rows();
    int cols = slot.shape().cols();
    int level = user.path().split("\\.", -1).length;
    int index = user.layer().slots(user.in()).indexOf(slot);
    Storage storage =
        redrawing && slot.tie().isEmpty()
            ? shared.computeIfAbsent(
                List.of(rows, cols, level, index), key -> new Storage.Redrawn(rows, cols))
            : new Storage.Own(new DMatrixRMaj(rows, cols));
    Parameter parameter = new Parameter(user.path() + "." + slot.name(), slot, storage);
    if (parameters.put(parameter.path(), parameter) != null) {
      throw Args.bad(
          "the name of two slots of layer " + user.path(),
          slot.name(),
          "another for each",
          "Rename one.");
    }
    if (!slot.tie().isEmpty()) {
      ties.put(slot.tie(), parameter);
    }
    return parameter;
  }

  /** What it was planned to be. */
  public Plan plan() {
    return plan;
  }

  /** The layers of the plan in their places, from input to output. */
  public List<Node> layers() {
    return List.copyOf(layers);
  }

  /** Layer 1 ... L. */
  public Node layer(int layer) {
    if (layer < 1 || layer > depth()) {
      throw Args.bad("the layer", layer, "1 to " + depth(), "Layers are counted from 1.");
    }
    return layers.get(layer - 1);
  }

  /** All layers and layers inside them, in the order of the plan. */
  public Stream<Node> nodes() {
    return layers.stream().flatMap(Node::all);
  }

  /** How many layers. */
  public int depth() {
    return layers.size();
  }

  /** Everything that is drawn or learned, in the order of the plan; what is tied, once. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /**
   * The parameter of this path, as "3.W".
   *
   * @throws IllegalArgumentException if there is none
   */
  public Parameter parameter(String path) {
    Parameter found = parameters.get(path);
    if (found == null) {
      throw Args.bad(
          "the path",
          path,
          "one of " + parameters.keySet(),
          "What is tied has the path of its first use.");
    }
    return found;
  }

  /**
   * All parameters of this path, in which * stands for anything: "*.A", "3.attention.*".
   *
   * @throws IllegalArgumentException if there is none
   */
  public List<Parameter> parametersOf(String path) {
    var named = Rule.path(path);
    List<Parameter> found =
        parameters.values().stream()
            .filter(p -> p.uses().stream().anyMatch(use -> named.test(p, use)))
            .toList();
    if (found.isEmpty()) {
      throw Args.bad(
          "the path",
          "\"" + path + "\"",
          "that of a parameter, in which * stands for anything",
          "This network has " + parameters.keySet() + ".");
    }
    return found;
  }

  /**
   * How many doubles its parameters take: one for each number, or, in a {@link #redrawing} network,
   * those of the matrices that parameters share.
   */
  public long doubles() {
    return parameters.values().stream()
        .map(Parameter::storage)
        .distinct()
        .mapToLong(Storage::doubles)
        .sum();
  }

  /** What multiplies the matrices of this network. */
  public MatrixProduct product() {
    return plan.product();
  }

  /** Whether it keeps its weights; see {@link #redrawing}. */
  public boolean keepsWeights() {
    return !redrawing;
  }

  /** Memory for passes through this network, which can be used again and again. */
  public Pass pass() {
    return new Pass(this, Pass.Keep.ALL);
  }

  /**
   * Passes a batch forward.
   *
   * @param x (batch x in), or a row for each place of a sample; not modified, and kept by the pass
   *     as a(0)
   * @throws IllegalArgumentException if x is empty or has another width than the first layer takes
   */
  public Pass forward(DMatrixRMaj x) {
    return pass().forward(x);
  }

  /** Passes a batch forward as the network is used once it is trained: {@link Pass.Mode}. */
  public Pass evaluate(DMatrixRMaj x) {
    return pass().mode(Pass.Mode.EVALUATION).forward(x);
  }

  /** Whether it computes otherwise in training than afterwards. */
  public boolean differsInTraining() {
    return nodes().anyMatch(node -> node.layer().differsInTraining());
  }

  /** Such as "network, 51 layers: 256 -> 256 ReLU (50 times), 256 -> 10 linear". */
  @Override
  public String toString() {
    StringBuilder s = new StringBuilder("network, " + depth() + " layers: ");
    for (int l = 0, same; l < depth(); l += same) {
      String words = layers.get(l).toString();
      same = 1;
      while (l + same < depth() && layers.get(l + same).toString().equals(words)) {
        same++;
      }
      s.append(l == 0 ? "" : ", ").append(words).append(same > 1 ? " (" + same + " times)" : "");
    }
    return s.toString();
  }
}
