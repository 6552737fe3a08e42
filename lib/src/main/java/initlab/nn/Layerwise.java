package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.math.RandomStreams;
import java.util.List;

/**
 * The start that draws every layer by a rule of its own: {@code Layerwise.of("W2 zero",
 * Init.xavierNormal(), Init.zeros())}. Biases are zero; layer l draws from stream l of the seed, as
 * it does where all layers share one rule.
 *
 * @param name what figures and tables call it
 * @param rules one for each layer, from input to output
 */
public record Layerwise(String name, List<Initializer> rules) implements Start {

  public Layerwise {
    rules = List.copyOf(rules);
  }

  /** A start with these rules, from input to output. */
  public static Layerwise of(String name, Initializer... rules) {
    return new Layerwise(name, List.of(rules));
  }

  @Override
  public Network start(Plan plan, long seed) {
    int depth = plan.layers().size();
    if (rules.size() != depth) {
      throw Args.bad("the number of rules", rules.size(), "" + depth, "Give one for each layer.");
    }
    Network net = Network.blank(plan);
    for (int l = 1; l <= depth; l++) {
      if (plan.weightsOf(l) == l) {
        var rng = RandomStreams.layer(seed, l - 1);
        net.layer(l).draw(plan.layers().get(l - 1).shape(), rules.get(l - 1), rng);
      }
    }
    return net;
  }
}
