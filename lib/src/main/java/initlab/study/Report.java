package initlab.study;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one network looked like in one pass, forward and backward.
 *
 * @param layers from the input (layer 0) to the last layer
 */
public record Report(List<LayerReport> layers) {

  /** One number a layer, from layer 0 on. */
  public double[] profile(ToDoubleFunction<LayerReport> number) {
    return layers.stream().mapToDouble(number).toArray();
  }
}
