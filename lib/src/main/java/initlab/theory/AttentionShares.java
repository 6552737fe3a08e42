package initlab.theory;

import initlab.base.Args;
import initlab.base.Progress;
import java.util.function.DoubleUnaryOperator;

/**
 * The shares p = softmax(l) of one place among so many, for independent logits l ~ N(0, variance):
 * exact means over the logits.
 *
 * <p>With S the sum of all exp(l), 1 / S and its like are integrals over u of exp(-exp(u) S), which
 * is a product over the places; each factor is a mean over one normal number.
 *
 * @param places how many share
 * @param variance of a logit; above 1600 it is taken for 1600, where one place has nearly all
 */
public record AttentionShares(int places, double variance) {
  private static final double MOST = 1600;
  private static final double REACH = 9; // standard deviations of a logit
  private static final double STEP = 0.1; // of u: the integrands are smooth, the sum exact to 1e-9
  private static final double LEFT = 32; // where exp(u) is nothing any more

  public AttentionShares {
    Args.atLeast(1, places, "the number of places", "Count the tokens that are seen.");
    Args.notNegative(variance, "the variance of the logits", "1 for LeCun's rule and N(0, 1).");
  }

  /**
   * The variance of a logit q_i k_j / sqrt(headWidth) over draws of Q and K: |x_i|^2 |x_j|^2 Var(Q)
   * Var(K), for rows of second moment s, so that |x|^2 = width s.
   *
   * @param width of a row
   * @param moment s, the second moment of its numbers; 1 behind a norm
   * @param varQ Var(Q)
   * @param varK Var(K)
   */
  public static double logitVariance(int width, double moment, double varQ, double varK) {
    Args.atLeast(1, width, "the width", "A row has one number at least.");
    Args.notNegative(moment, "the second moment", "1 behind a norm.");
    Args.notNegative(varQ, "Var(Q)", "1 / width for LeCun's rule.");
    Args.notNegative(varK, "Var(K)", "1 / width for LeCun's rule.");
    double square = width * moment;
    return square * square * varQ * varK;
  }

  /** E of the sum of p^2: 1 / places for equal shares, 1 where one place has all. */
  public double squares() {
    return places * integral(u -> weighted(u, l -> Math.exp(2 * (u + l) - Math.exp(u + l))));
  }

  /** E of the entropy -sum p ln p, in nats: ln(places) for equal shares, 0 where one has all. */
  public double entropy() {
    double ofSum = integral(u -> Math.exp(-Math.exp(u)) - Math.pow(passed(u), places));
    return ofSum - places * integral(u -> weighted(u, l -> l * Math.exp(u + l - Math.exp(u + l))));
  }

  /** The mean of this over one logit, times what the other places have to say. */
  private double weighted(double u, DoubleUnaryOperator own) {
    double others = Math.pow(passed(u), places - 1.0);
    return others == 0 ? 0 : others * mean(own);
  }

  private double passed(double u) {
    return mean(l -> Math.exp(-Math.exp(u + l)));
  }

  private double integral(DoubleUnaryOperator f) {
    double reach = REACH * std() + Math.log(places);
    double sum = 0;
    for (double u = -reach - LEFT; u <= reach + 5; u += STEP) {
      Progress.checkInterrupted();
      sum += f.applyAsDouble(u);
    }
    return STEP * sum;
  }

  private double std() {
    return Math.sqrt(Math.min(variance, MOST));
  }

  /** E f(l), by a sum over a grid that is fine beside both the density and exp(-exp(l)). */
  private double mean(DoubleUnaryOperator f) {
    double std = std();
    if (std == 0) {
      return f.applyAsDouble(0);
    }
    double step = Math.min(0.25, 0.25 / std); // in standard deviations
    int n = (int) Math.ceil(REACH / step);
    double sum = 0;
    double weights = 0;
    for (int i = -n; i <= n; i++) {
      double z = i * step;
      double weight = Math.exp(-0.5 * z * z);
      weights += weight;
      sum += weight * f.applyAsDouble(std * z);
    }
    return sum / weights;
  }
}
