package initlab.theory;

import initlab.init.Activation;
import initlab.math.Normals;
import initlab.math.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Neurons of any f, drawn one by one. Where all layers together are too large to be kept, the way
 * back draws the same z again from the same stream, so that a deep net needs no more memory than
 * its widest layer.
 */
final class EachNeuron extends LayerDraw {
  private final Activation f;
  private final int n;
  private final int layer;
  private final boolean kept;
  private final double[] z;
  private final double[] a;
  private final double[] g;
  private double s;
  private long net;
  private UniformRandomProvider stream;

  /**
   * Neurons of one layer.
   *
   * @param kept whether they are still there on the way back
   */
  EachNeuron(Activation f, int n, int layer, Draws draws, boolean kept) {
    this.f = f;
    this.n = n;
    this.layer = layer;
    this.kept = kept;
    z = kept ? new double[n] : draws.buffer(0);
    a = kept ? new double[n] : draws.buffer(1);
    g = draws.buffer(2);
    stream = stream();
  }

  private UniformRandomProvider stream() {
    return RandomStreams.fixed(net, "finite width", layer);
  }

  @Override
  double forward(double std, long number) {
    s = std;
    net = number;
    draw();
    return product(a, a);
  }

  private void draw() {
    stream = stream();
    Normals.fill(s, stream, z, n);
    f.apply(z, a, n);
  }

  @Override
  Back backward(double along, double variance) {
    if (!kept) {
      draw();
    }
    Normals.fill(Math.sqrt(variance), stream, g, n);
    double squares = product(a, a);
    if (squares > 0) {
      double size = Math.sqrt(squares);
      double mend = (along - product(a, g) / size) / size;
      for (int j = 0; j < n; j++) {
        g[j] += mend * a[j];
      }
    }
    double gradient = product(g, g);
    f.backward(z, g, n);
    return new Back(gradient, product(g, g), product(z, g));
  }

  private double product(double[] x, double[] y) {
    double sum = 0;
    for (int j = 0; j < n; j++) {
      sum += x[j] * y[j];
    }
    return sum;
  }
}
