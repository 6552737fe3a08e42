package initlab.nn;

import initlab.init.Initializer;
import initlab.math.RandomStreams;
import java.util.List;

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
    List<LayerPlan> layers = plan.layers();
    for (int l = 1; l <= layers.size(); l++) {
      if (plan.weightsOf(l) == l) {
        var rng = RandomStreams.layer(seed, l - 1);
        spare.layer(l).draw(layers.get(l - 1).shape(), weights, rng);
      }
    }
    return spare;
  }

  @Override
  public String name() {
    return weights.name();
  }
}
