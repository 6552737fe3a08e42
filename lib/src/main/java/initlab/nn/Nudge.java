package initlab.nn;

import initlab.base.Numbers;
import initlab.init.Initializer;

/**
 * Another start with one weight moved: the first weight of the first neuron of layer 1.
 *
 * @param base what draws the weights
 * @param size what is added to the one weight
 */
public record Nudge(Initializer base, double size) implements Start {

  /** This start with one weight moved by so much. */
  public static Nudge of(Initializer base, double size) {
    return new Nudge(base, size);
  }

  @Override
  public Network start(Plan plan, long seed) {
    Network net = plan.init(base, seed);
    net.layer(1).weights().add(0, 0, size);
    return net;
  }

  @Override
  public String name() {
    return "nudge " + Numbers.brief(size, 6);
  }
}
