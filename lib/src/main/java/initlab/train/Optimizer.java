package initlab.train;

/**
 * How parameters follow their gradient. A student's own is one lambda: {@code size -> (w, g, n) ->
 * ...}.
 */
@FunctionalInterface
public interface Optimizer {

  /** Changes an array of parameters, step by step, with whatever it remembers of the steps. */
  @FunctionalInterface
  interface Updater {
    /**
     * One step.
     *
     * @param parameters changed in place, the first n of them
     * @param gradient dL/d(parameters), not modified
     */
    void step(double[] parameters, double[] gradient, int n);
  }

  /**
   * The same rule with another learning rate.
   *
   * @throws IllegalStateException if the rule has none to set, as a lambda
   */
  default Optimizer atRate(double rate) {
    throw new IllegalStateException("This rule has no rate to set: use Sgd or Adam.");
  }

  /** The updater of an array of so many parameters, remembering nothing yet. */
  Updater begin(int size);

  /** Plain gradient descent: w = w - rate g. */
  static Optimizer sgd(double rate) {
    return new Sgd(rate, 0);
  }
}
