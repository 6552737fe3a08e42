package initlab.nn;

import initlab.init.Initializer;
import initlab.math.RandomStreams;
import java.util.ArrayList;
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
    List<Dense> layers = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      int l = layers.size() + 1;
      int owner = plan.weightsOf(l);
      var rng = RandomStreams.layer(seed, l - 1);
      layers.add(owner < l ? layers.get(owner - 1) : Dense.drawn(layer, weights, rng));
    }
    return new Network(layers, plan.product());
  }

  @Override
  public String name() {
    return weights.name();
  }
}
