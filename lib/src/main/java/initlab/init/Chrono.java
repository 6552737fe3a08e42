package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The bias of a forget gate that remembers for about u steps: b = ln u, u ~ U(1, T - 1), so that
 * the gate keeps sigmoid(b) = u / (1 + u) a step. Or the negative of the same numbers, for the
 * input gate of the same layer: what comes in is weighed by 1 / (1 + u). Tallec and Ollivier
 * (2018).
 *
 * @param steps T, the longest time to remember, at least 3
 * @param negative whether it is the input gate's
 */
record Chrono(int steps, boolean negative) implements BuiltIn {

  Chrono {
    String cure = "It is how long to remember: the steps of the task, such as 200.";
    Args.atLeast(3, steps, "T, the steps for a chrono bias,", cure);
  }

  /** One stream for both gates of a layer: the second takes the first's numbers. */
  @Override
  public String stream(String own) {
    return "chrono";
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    for (int i = 0; i < shape.size(); i++) {
      double b = Math.log(1 + (steps - 2) * rng.nextDouble());
      w[i] = negative ? -b : b;
    }
  }

  /** E ln u = N ln N / (N - 1) - 1 for N = T - 1, and E (ln u)^2 by parts. */
  @Override
  public Law lawOf(WeightShape shape) {
    double n = steps - 1.0;
    double log = Math.log(n);
    double mean = n * log / (n - 1) - 1;
    double square = n * log * log / (n - 1) - 2 * mean;
    double std = Math.sqrt(square - mean * mean);
    String formula =
        String.format(
            Locale.ROOT,
            "%sln U(1, T - 1), T = %d, std = %s",
            negative ? "-" : "",
            steps,
            Numbers.brief(std, 6));
    return negative ? new Law(formula, -mean, std, -log, 0) : new Law(formula, mean, std, 0, log);
  }

  @Override
  public String name() {
    return (negative ? "chrono, input gate, " : "chrono, ") + steps + " steps";
  }

  @Override
  public String toString() {
    return name();
  }
}
