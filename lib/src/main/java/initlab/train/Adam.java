package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;

/**
 * Adam: w = w - rate m / (sqrt(v) + epsilon), where m and v are running means of g and of g^2, each
 * divided by one minus its decay to the power of the step. Kingma and Ba (2015).
 *
 * @param rate the learning rate, positive
 * @param beta1 the decay of m, 0 to below 1
 * @param beta2 the decay of v, 0 to below 1
 * @param epsilon keeps the division finite, positive
 */
public record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {

  public Adam {
    Args.positive(rate, "the learning rate", "The paper uses 0.001.");
    decay(beta1, "beta1", "The paper uses 0.9.");
    decay(beta2, "beta2", "The paper uses 0.999.");
    Args.positive(epsilon, "epsilon", "The paper uses 1e-8.");
  }

  /** Adam with the paper's decays 0.9 and 0.999, and epsilon 1e-8. */
  public static Adam of(double rate) {
    return new Adam(rate, 0.9, 0.999, 1e-8);
  }

  private static void decay(double beta, String name, String cure) {
    if (!(beta >= 0 && beta < 1)) {
      throw Args.bad(name, beta, "0 or more, and below 1", cure);
    }
  }

  @Override
  public Adam atRate(double other) {
    return new Adam(other, beta1, beta2, epsilon);
  }

  @Override
  public Updater begin(int size) {
    return new State(new double[size], new double[size]);
  }

  private final class State implements Updater {
    private final double[] m;
    private final double[] v;
    private double power1 = 1;
    private double power2 = 1;

    State(double[] m, double[] v) {
      this.m = m;
      this.v = v;
    }

    @Override
    public void step(double[] w, double[] g, int n) {
      power1 *= beta1;
      power2 *= beta2;
      for (int i = 0; i < n; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        double mean = m[i] / (1 - power1);
        double size = Math.sqrt(v[i] / (1 - power2));
        w[i] -= rate * mean / (size + epsilon);
      }
    }
  }

  @Override
  public String toString() {
    return "Adam, rate " + Numbers.brief(rate);
  }
}
