package initlab.nn;

import initlab.init.Initializer;
import initlab.math.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * The start that draws every layer by one rule; biases are zero.
 *
 * @param weights the rule
 */
public record DrawnStart(Initializer weights) implements Start {

  @Override
  public Network start(Plan plan, long seed) {
    List<Dense> layers = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      var rng = RandomStreams.layer(seed, layers.size());
      layers.add(Dense.drawn(layer, weights, rng));
    }
    return new Network(layers, plan.product());
  }

  @Override
  public String name() {
    return weights.name();
  }
}
