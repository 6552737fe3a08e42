package initlab.nn;

import initlab.init.Initializer;
import initlab.math.RandomStreams;

/**
 * The start that draws every layer by one rule; biases are zero. Tied layers are one layer, drawn
 * once.
 *
 * @param weights the rule
 */
public record DrawnStart(Initializer weights) implements Start {

  @Override
  public Network start(Plan plan, long seed) {
    return start(plan, seed, Network.blank(plan));
  }

  @Override
  public Network start(Plan plan, long seed, Network spare) {
    for (int l = 1; l <= spare.depth(); l++) {
      draw(plan, seed, l, spare);
    }
    return spare;
  }

  /** Draws the weights of one layer, 1 ... L, into this network of the plan; biases become 0. */
  public void draw(Plan plan, long seed, int layer, Network into) {
    if (plan.weightsOf(layer) == layer) {
      var rng = RandomStreams.layer(seed, layer - 1);
      into.layer(layer).draw(plan.layers().get(layer - 1).shape(), weights, rng);
    }
  }

  @Override
  public String name() {
    return weights.name();
  }
}
