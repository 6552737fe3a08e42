package initlab.nn;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The start of a whole model by rules: each parameter is drawn by the first rule that names it, by
 * kind of layer, role or path; weights that no rule names are drawn by the one that stands first of
 * all, and biases, scales and shifts begin at their usual 0 or 1.
 *
 * <pre>{@code
 * Rules.of(Init.heNormal()).on(Role.RECURRENT, Init.orthogonal()).on("12.W", Init.zeros())
 * }</pre>
 */
public final class Rules implements Start {
  private final String name;
  private final List<Rule> rules;
  private final Defaults otherwise;
  private final List<String> kept;
  private final boolean lenient;

  private Rules(
      String name, List<Rule> rules, Defaults otherwise, List<String> kept, boolean lenient) {
    this.name = Args.given(name, "the name", "Say what figures should call it.");
    this.rules = List.copyOf(rules);
    this.otherwise = otherwise;
    this.kept = List.copyOf(kept);
    this.lenient = lenient;
  }

  /** All weights by this rule. */
  public static Rules of(Initializer all) {
    Args.given(all, "the initializer", "Such as Init.heNormal().");
    return new Rules(all.name(), List.of(), Defaults.weights(all), List.of(), false);
  }

  /**
   * What PyTorch's layers begin with: weights and biases, both U(-l, l) with l = 1 / sqrt(fan_in)
   * of the layer's weights, so that Var(b) = 1 / (3 fan_in); in recurrent layers l = 1 /
   * sqrt(hidden) for all, in transposed convolutions 1 / sqrt(taps * out / groups). Embeddings are
   * N(0, 1). Attention draws queries, keys and values as one matrix by Xavier's uniform rule, and
   * its biases are 0.
   *
   * <p>Of a plan with biases, such as {@code Mlp.deep(RELU, 64, 30).withBiases()}. A torch.nn.RNN,
   * LSTM or GRU adds two biases for a gate; a layer here has one, which is drawn as their sum.
   */
  public static Rules torch() {
    return new Rules("PyTorch's defaults", List.of(), Defaults.torch(), List.of(), false);
  }

  /**
   * What Keras' layers begin with: weights Xavier uniform, recurrent weights orthogonal, all gates
   * as one matrix, embeddings U(-0.05, 0.05), biases 0, an LSTM's forget bias 1.
   */
  public static Rules keras() {
    return new Rules("Keras' defaults", List.of(), Defaults.keras(), List.of(), false);
  }

  /**
   * What Flax' layers begin with: weights truncated normal with Var(W) = 1 / fan_in, recurrent
   * weights orthogonal, gate by gate, embeddings N(0, 1 / width), biases 0.
   */
  public static Rules flax() {
    return new Rules("Flax' defaults", List.of(), Defaults.flax(), List.of(), false);
  }

  /**
   * Every layer by a rule of its own, from input to output: as many as the plan has layers with
   * weights.
   */
  public static Rules layerwise(String name, Initializer... rules) {
    List<Rule> all = new ArrayList<>();
    for (Initializer rule : rules) {
      int number = all.size() + 1;
      all.add(
          new Rule(
              "layer with weights number " + number,
              (p, use) -> p.drawn() && use.node().weighted() == number,
              rule));
    }
    return new Rules(name, all, Defaults.noWeights(), List.of(), false);
  }

  /** The weights of layers of this kind by another rule. */
  public Rules on(Class<? extends Layer> kind, Initializer rule) {
    return with(Rule.of(kind, rule));
  }

  /** All parameters of this role by another rule. */
  public Rules on(Role role, Initializer rule) {
    return with(Rule.of(role, rule));
  }

  /**
   * The parameters of this path by another rule; * stands for anything: "*.attention.out". A path
   * reaches biases, scales and shifts only if it ends in their name: "3.b".
   */
  public Rules on(String path, Initializer rule) {
    return with(Rule.of(path, rule));
  }

  /**
   * The weights of the last layer that has some by another rule: a head, a readout. A block, whose
   * weights are all those of layers inside, is none: name it by its path.
   */
  public Rules onLast(Initializer rule) {
    return with(Rule.ofLastLayer(rule));
  }

  /**
   * The last parameter of this role in each layer of this kind by another rule, whatever its own
   * start: {@code onEnds(Residual.class, Role.SCALE, Init.zeros())} silences every residual branch
   * that ends in a norm.
   */
  public Rules onEnds(Class<? extends Layer> kind, Role role, Initializer rule) {
    return with(Rule.ofEnds(kind, role, rule));
  }

  /** The same, where rules added from now on may name nothing, as those for any net of a family. */
  public Rules lenient() {
    return new Rules(name, rules, otherwise, kept, true);
  }

  /** The same, where rules added from now on must name a parameter, as is usual. */
  public Rules strict() {
    return new Rules(name, rules, otherwise, kept, false);
  }

  private Rules with(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(lenient ? rule.lenient() : rule);
    return new Rules(name, more, otherwise, kept, lenient);
  }

  /** What lies under this path keeps the numbers that were loaded into it. */
  public Rules keep(String path) {
    List<String> more = new ArrayList<>(kept);
    more.add(Args.given(path, "the path", "Such as \"*.base.*\"."));
    return new Rules(name, rules, otherwise, more, lenient);
  }

  /** The same rules under a name. */
  public Rules named(String other) {
    return new Rules(other, rules, otherwise, kept, lenient);
  }

  @Override
  public Network start(Plan plan, long seed) {
    return start(plan, seed, Network.blank(plan));
  }

  @Override
  public Network start(Plan plan, long seed, Network spare) {
    Network net = spare.plan().equals(plan) ? spare : Network.blank(plan);
    draw(net, seed);
    return net;
  }

  /**
   * Draws the parameters of a network anew, in place.
   *
   * @throws IllegalArgumentException if a rule names nothing, two rules would draw one tied
   *     parameter, or one would overwrite what was loaded
   */
  public void draw(Network net, long seed) {
    for (Assignment assignment : assignments(net)) {
      Progress.checkInterrupted();
      Parameter parameter = assignment.parameter();
      assignment.by().ifPresent(rule -> parameter.draw(rule, seed));
    }
  }

  private List<Assignment> assignments(Network net) {
    return Assignment.all(net, rules, otherwise, kept);
  }

  /** The rule that draws a parameter; empty where it keeps what was loaded. */
  @Override
  public Optional<Initializer> rule(Parameter parameter) {
    return Assignment.of(parameter, rules, otherwise, kept).by();
  }

  /** What each parameter of the plan gets, and why: path, shape, role, rule, reason. */
  public String explain(Plan plan) {
    return Assignment.table(assignments(Network.redrawing(plan)));
  }

  /** The same for a network, into which numbers may have been loaded. */
  public String explain(Network net) {
    return Assignment.table(assignments(net));
  }

  @Override
  public boolean onlyDraws() {
    return kept.isEmpty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
