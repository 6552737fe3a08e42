package initlab.nn;

/** Looks on while a batch passes; every method is optional. */
public interface Watcher {

  /** Nobody. */
  Watcher NONE = new Watcher() {};

  /**
   * Called when z of a layer, or of a layer inside, is there and a is not.
   *
   * @return whether the layer is asked for z once more, because its weights were changed
   */
  default boolean again(Memory m) {
    return false;
  }

  /** Called when z and a are there. */
  default void forward(Memory m) {}

  /** Called on the way back when dx and the gradients of the layer's own parameters are there. */
  default void backward(Memory m) {}

  /** Whether the layers of the plan that are still to come need not be passed. */
  default boolean enough() {
    return false;
  }
}
