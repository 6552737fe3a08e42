package initlab.nn;

import initlab.base.Args;

/** The refusal of what a layer cannot take, with the layer's path, however deep it lies. */
final class Misfit extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String reason;

  private Misfit(String path, String reason, Throwable cause) {
    super("Layer " + path + reason, cause);
    this.path = path;
    this.reason = reason;
  }

  /**
   * What a layer of this name gives for such an input.
   *
   * @throws IllegalArgumentException if it cannot take it, with path, kind and input
   */
  static Signal out(String name, Layer layer, Signal in) {
    try {
      return Args.given(layer.out(in), "out(" + in + ")", "Return what a sample becomes.");
    } catch (Misfit inside) {
      throw new Misfit(name + "." + inside.path, inside.reason, inside);
    } catch (IllegalArgumentException bad) {
      String what = " (" + layer.kind() + "), which takes " + in + ": " + bad.getMessage();
      throw new Misfit(name, what, bad);
    }
  }
}
