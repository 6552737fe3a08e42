package initlab.nn.lsuv;

import initlab.base.Args;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which layers of a network LSUV visits, and which weight of each it divides. */
final class LsuvPlan {
  private LsuvPlan() {}

  /**
   * The layers that have weights, inside others too, in the order in which a batch meets them.
   *
   * @throws IllegalArgumentException if no weight of a layer sets the size of its output, if one is
   *     shared between layers, or if it is to be centred and has no bias, or a shared one; it names
   *     the layer
   */
  static List<Node> of(Network net, LsuvOptions options) {
    if (!net.keepsWeights()) {
      throw new IllegalStateException("A redrawing network forgets scales: use plan.init(...).");
    }
    List<Node> due =
        net.nodes()
            .filter(node -> !node.drawn().isEmpty() && !silent(node))
            .skip(options.skipFirst() ? 1 : 0)
            .toList();
    for (Node node : due) {
      notShared(weight(node));
      if (options.centred()) {
        notShared(bias(node).orElseThrow(() -> withoutBias(node)));
      }
    }
    Args.atLeast(1, due.size(), "the number of layers with weights", "LSUV rescales weights.");
    return due;
  }

  /** Whether the weight that sets the size of what it adds begins at a number of its own: 0. */
  private static boolean silent(Node node) {
    String name = node.layer().outputWeight();
    return node.parameters().stream().anyMatch(p -> p.name().equals(name) && p.hasItsOwnStart());
  }

  /** The weight that z grows in proportion to. */
  static Parameter weight(Node node) {
    List<Parameter> drawn = node.drawn();
    String said = node.layer().outputWeight();
    String name = said.isEmpty() && drawn.size() == 1 ? drawn.get(0).name() : said;
    return drawn.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Args.bad(
                    "the weights of layer " + node.path() + " (" + node.layer().kind() + ")",
                    drawn.stream().map(Parameter::name).toList(),
                    "such that z is proportional to one of them",
                    "LSUV divides that one: start this net by Rules instead."));
  }

  /** The bias that moves the mean of z, named as that weight or the only one; may be missing. */
  static Optional<Parameter> bias(Node node) {
    List<Parameter> all = node.parameters().stream().filter(p -> p.role() == Role.BIAS).toList();
    String name = "b" + node.layer().outputWeight();
    return all.stream().filter(p -> all.size() == 1 || p.name().equals(name)).findFirst();
  }

  private static IllegalArgumentException withoutBias(Node node) {
    boolean mayHave = !node.layer().withBias().equals(node.layer());
    return Args.bad(
        "the number of biases of layer " + node.path() + " (" + node.layer().kind() + ")",
        0,
        "at least 1",
        "The mean is moved through them: "
            + (mayHave ? "use plan.withBiases()." : "such a layer has none, leave out centred()."));
  }

  private static void notShared(Parameter one) {
    if (one.uses().size() > 1) {
      throw Args.bad(
          "the number of layers that share " + one.path(),
          one.uses().size()
              + " ("
              + one.uses().stream()
                  .limit(3)
                  .map(use -> use.node().path())
                  .collect(Collectors.joining(", "))
              + (one.uses().size() > 3 ? ", ...)" : ")"),
          "1",
          (one.role() == Role.BIAS
                  ? "One shift cannot give each of its uses mean 0"
                  : "One scale cannot give each of its uses variance 1")
              + ": start this net by Rules instead.");
    }
  }
}
