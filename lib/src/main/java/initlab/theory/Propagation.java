package initlab.theory;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import java.util.List;

/**
 * Theory's prediction for a whole net, layer by layer.
 *
 * <pre>{@code
 * MeanField.of(TANH).through(50).activation(50)   // E a^2 after fifty layers: 0.0094
 * }</pre>
 */
public final class Propagation {
  /** At infinite variance, a second moment above this is infinite too: f grows without bound. */
  private static final double HUGE = 1e100;

  private final double[] preActivation;
  private final double[] activation;
  private final double[] gradient;

  private Propagation(double[] preActivation, double[] activation, double[] gradient) {
    this.preActivation = preActivation;
    this.activation = activation;
    this.gradient = gradient;
  }

  /** Second moment of z(1) ... z(L), at index 0 ... L - 1; the array is the caller's own. */
  public double[] preActivation() {
    return preActivation.clone();
  }

  /** Second moment of a(0) ... a(L); the array is the caller's own. */
  public double[] activation() {
    return activation.clone();
  }

  /**
   * Second moment of the activations of this layer.
   *
   * @throws IllegalArgumentException unless 0 &lt;= layer &lt;= L
   */
  public double activation(int layer) {
    return activation[known(layer)];
  }

  /** Second moment of dL/da(0) ... dL/da(L); the array is the caller's own. */
  public double[] gradient() {
    return gradient.clone();
  }

  /**
   * Second moment of dL/da of this layer.
   *
   * @throws IllegalArgumentException unless 0 &lt;= layer &lt;= L
   */
  public double gradient(int layer) {
    return gradient[known(layer)];
  }

  private int known(int layer) {
    if (layer >= 0 && layer < activation.length) {
      return layer;
    }
    String all = "0 to " + (activation.length - 1);
    throw Args.bad("the layer", layer, all, "Layer 0 is the input.");
  }

  /**
   * Follows the mean-field maps through layers of these scales.
   *
   * @param layers the scales of the weights, from input to output
   * @param input second moment of the input, finite
   * @param output second moment of dL/da(L), finite
   * @throws IllegalArgumentException if an activation gives NaN, is too rough to integrate, or
   *     jumps and states no derivative
   */
  public static Propagation of(List<LayerScale> layers, double input, double output) {
    double[] z = new double[layers.size()];
    double[] a = new double[layers.size() + 1];
    double[] g = new double[layers.size() + 1];
    forward(layers, Args.notNegative(input, "the input's second moment", "Standardize x."), z, a);
    backward(layers, Args.notNegative(output, "the gradient's second moment", ""), z, g);
    return new Propagation(z, a, g);
  }

  /**
   * Follows any layers whose moments are known, from these of the input.
   *
   * @param layers from input to output
   * @param output second moment of dL/da(L), finite
   * @throws IllegalArgumentException if a layer's moments cannot be told, or leave all doubles
   */
  public static Propagation through(List<MomentMap> layers, SignalMoments input, double output) {
    double[] z = new double[layers.size()];
    double[] a = new double[layers.size() + 1];
    double[] g = new double[layers.size() + 1];
    double[] back = new double[layers.size()];
    SignalMoments moments = input;
    a[0] = input.second();
    for (int l = 1; l <= layers.size(); l++) {
      MomentMap layer = layers.get(l - 1);
      z[l - 1] = layer.preActivation(moments);
      back[l - 1] = layer.backward(moments);
      moments = layer.forward(moments);
      a[l] = moments.second();
    }
    g[layers.size()] = Args.notNegative(output, "the gradient's second moment", "1 is usual.");
    for (int l = layers.size(); l >= 1; l--) {
      g[l - 1] = times(g[l], back[l - 1]);
    }
    return new Propagation(z, a, g);
  }

  private static void forward(List<LayerScale> layers, double input, double[] z, double[] a) {
    a[0] = input;
    for (int l = 1; l <= layers.size(); l++) {
      LayerScale layer = layers.get(l - 1);
      z[l - 1] = times(layer.forward(), a[l - 1]) + layer.bias();
      double moment = field(layer).activationMoment(finite(z[l - 1]));
      boolean grows = z[l - 1] > Double.MAX_VALUE && moment > HUGE;
      a[l] = grows ? Double.POSITIVE_INFINITY : moment;
    }
  }

  private static void backward(List<LayerScale> layers, double output, double[] z, double[] g) {
    g[layers.size()] = output;
    for (int l = layers.size(); l >= 1; l--) {
      LayerScale layer = layers.get(l - 1);
      double slopes = field(layer).slopeMoment(finite(z[l - 1]));
      g[l - 1] = times(times(g[l], slopes), layer.backward());
    }
  }

  /** The product, where nothing times infinity is nothing. */
  private static double times(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  /** A variance beyond all doubles is like the largest: of a bounded f it gives the limit. */
  private static double finite(double q) {
    return Math.min(q, Double.MAX_VALUE);
  }

  private static MeanField field(LayerScale layer) {
    return MeanField.of(layer.activation());
  }

  @Override
  public String toString() {
    return "second moments by theory: activations "
        + words(activation)
        + ", gradients "
        + words(gradient);
  }

  private static String words(double[] profile) {
    return Arrays.stream(profile).mapToObj(Numbers::brief).toList().toString();
  }
}
