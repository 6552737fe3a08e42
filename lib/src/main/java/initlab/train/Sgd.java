package initlab.train;

import initlab.base.Args;
import initlab.base.Numbers;

/**
 * Gradient descent with momentum: v = momentum v + g, w = w - rate v. Polyak (1964).
 *
 * @param rate the learning rate, positive
 * @param momentum 0 (plain gradient descent) to below 1
 */
public record Sgd(double rate, double momentum) implements Optimizer {

  public Sgd {
    Args.positive(rate, "the learning rate", "Try 0.1, then factors of 10.");
    if (!(momentum >= 0 && momentum < 1)) {
      throw Args.bad("the momentum", momentum, "0 or more, and below 1", "0.9 is usual.");
    }
  }

  @Override
  public Sgd atRate(double other) {
    return new Sgd(other, momentum);
  }

  @Override
  public Updater begin(int size) {
    double[] velocity = new double[size];
    return (w, g, n) -> {
      for (int i = 0; i < n; i++) {
        velocity[i] = momentum * velocity[i] + g[i];
        w[i] -= rate * velocity[i];
      }
    };
  }

  @Override
  public String toString() {
    return "SGD, rate "
        + Numbers.brief(rate)
        + (momentum == 0 ? "" : ", momentum " + Numbers.brief(momentum));
  }
}
