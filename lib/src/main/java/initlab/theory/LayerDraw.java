package initlab.theory;

import initlab.init.Activation;

/**
 * The n neurons of one layer of one net, drawn: forward from the standard deviation of their
 * pre-activations z, backward from what is known of the gradient g at their activations a = f(z). A
 * neuron keeps its z on the way back: far from 0 it has, under tanh, a large activation and a small
 * slope.
 */
abstract class LayerDraw {

  /**
   * The draw that suits an activation: sums of squares where it has one slope on each side of 0
   * (linear, ReLU, leaky ReLU), else neuron by neuron.
   *
   * @param kept whether there is room for the neurons of all layers at once
   */
  static LayerDraw of(Activation f, int n, int layer, Draws draws, boolean kept) {
    return homogeneous(f) ? new TwoSlopes(f, n, draws) : new EachNeuron(f, n, layer, draws, kept);
  }

  static boolean homogeneous(Activation f) {
    for (double z : new double[] {-300, -3, -0.3, 0.3, 3, 300}) {
      double expected = Math.abs(z) * f.apply(Math.signum(z));
      if (!(Math.abs(f.apply(z) - expected) <= 1e-12 * Math.abs(expected))) {
        return false;
      }
    }
    return true;
  }

  /** Draws z ~ N(0, s^2) for every neuron of this net; the sum of f(z)^2. */
  abstract double forward(double s, long net);

  /**
   * Draws g, whose component along a is known and whose others are independent normal numbers.
   *
   * @param along the component of g along a; where a is 0, one more of those numbers
   * @param variance of every other component
   */
  abstract Back backward(double along, double variance);

  /**
   * What goes on back from here.
   *
   * @param gradient |g|^2
   * @param passed |d|^2 of d = f'(z) g, the gradient at the pre-activations
   * @param product z d, summed over the neurons
   */
  record Back(double gradient, double passed, double product) {}
}
