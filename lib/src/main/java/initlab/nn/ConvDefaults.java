package initlab.nn;

import initlab.init.ConvKernel;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;

/**
 * The fans that frameworks count for a convolution, where they are not those of its sums: all read
 * them off the shape of their weight array, without the stride.
 */
final class ConvDefaults {
  private ConvDefaults() {}

  /**
   * The fan_in that PyTorch counts: that of the sums, but for a transposed convolution, whose array
   * begins with the inputs, (taps out / groups).
   */
  static double torchFanIn(WeightShape shape) {
    ConvKernel kernel = shape.kernel();
    return kernel != null && kernel.transposed()
        ? (double) kernel.taps() * kernel.groupOut()
        : shape.fanIn();
  }

  /**
   * Keras: Xavier uniform by taps times the last two sizes of the array. These are the inputs of a
   * group and all outputs; all inputs and the outputs of each of them in a depthwise layer.
   */
  static Initializer keras(ConvKernel kernel) {
    boolean depthwise = kernel.groups() > 1 && kernel.groups() == kernel.in();
    int inputs = depthwise ? kernel.in() : kernel.groupIn();
    int outputs = depthwise ? kernel.groupOut() : kernel.out();
    double fans = (double) kernel.taps() * (inputs + outputs);
    return Init.uniform(Math.sqrt(6 / fans)).named("Keras Conv");
  }

  /** Flax: Var(W) = 1 / (taps inputs of a group), a normal cut at two standard deviations. */
  static Initializer flax(ConvKernel kernel) {
    double fanIn = (double) kernel.taps() * kernel.groupIn();
    return Init.truncatedNormal(1 / Math.sqrt(fanIn)).named("Flax Conv");
  }
}
