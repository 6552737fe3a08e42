package initlab.theory;

import initlab.init.Activation;
import initlab.math.Normals;
import initlab.math.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Neurons of any f, drawn one by one. The way back draws the same z again from the same stream, so
 * that a deep net needs no more memory than its widest layer.
 */
final class EachNeuron extends LayerDraw {
  private final Activation f;
  private final int n;
  private final int layer;
  private final double[] z;
  private final double[] a;
  private final double[] g;
  private double s;
  private long net;

  EachNeuron(Activation f, int n, int layer, Draws draws) {
    this.f = f;
    this.n = n;
    this.layer = layer;
    z = draws.buffer(0);
    a = draws.buffer(1);
    g = draws.buffer(2);
  }

  @Override
  double forward(double std, long number) {
    s = std;
    net = number;
    again();
    return product(a, a);
  }

  private UniformRandomProvider again() {
    UniformRandomProvider stream = RandomStreams.fixed(net, "finite width", layer);
    Normals.fill(s, stream, z, n);
    f.apply(z, a, n);
    return stream;
  }

  @Override
  Back backward(double along, double variance) {
    Normals.fill(Math.sqrt(variance), again(), g, n);
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
