package initlab.nn;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Initializer;
import org.ejml.data.DMatrixRMaj;

/** Another start with one weight moved: the first weight of the first neuron of layer 1. */
public final class Nudge {
  private Nudge() {}

  /**
   * The rule with so much added to that one weight.
   *
   * @throws IllegalArgumentException unless size is finite
   */
  public static Rules of(Initializer base, double size) {
    Args.finite(size, "the size of the nudge", "1e-6 is enough to be seen.");
    Initializer moved =
        (shape, rng) -> {
          DMatrixRMaj weights = base.draw(shape, rng);
          weights.add(0, 0, size);
          return weights;
        };
    String name = "nudge " + Numbers.brief(size, 6);
    return Rules.of(base).on("1.W", moved.named(base.name() + ", first weight moved")).named(name);
  }
}
