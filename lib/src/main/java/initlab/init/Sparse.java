package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Progress;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * N(0, std^2) with the same number of zeros, ceil(sparsity rows), among the weights into each
 * output, at random places. Martens (2010).
 *
 * @param sparsity the share of zeros, 0 ... 1
 * @param std standard deviation of the weights that stay, 0 or more
 */
public record Sparse(double sparsity, double std) implements BuiltIn {

  public Sparse {
    if (!(sparsity >= 0 && sparsity <= 1)) {
      throw Args.bad("sparsity", sparsity, "from 0 to 1", "It is the share of zeros.");
    }
    Args.notNegative(std, "std", "Pass the standard deviation of the weights that stay.");
  }

  /**
   * Zeros among the weights into an output; 0.3 of 10 is 3, though 0.3 * 10 is a little more in
   * binary.
   */
  private int zeros(WeightShape shape) {
    return (int) Math.ceil(sparsity * shape.inputs() * (1 - 1e-15));
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    Distribution.NORMAL.fill(std, rng, w, shape.size());
    boolean turned = shape.rowsAreOutputs();
    for (int output = 0; output < shape.outputs(); output++) {
      int left = zeros(shape);
      for (int input = 0; left > 0; input++) {
        Progress.checkInterrupted(input);
        // Each of the inputs to come is as likely as any other to hold one of the zeros left.
        if (rng.nextInt(shape.inputs() - input) < left) {
          w[turned ? output * shape.cols() + input : input * shape.cols() + output] = 0;
          left--;
        }
      }
    }
  }

  @Override
  public Law lawOf(WeightShape shape) {
    double kept = 1 - (double) zeros(shape) / shape.inputs();
    String formula =
        String.format(
            Locale.ROOT,
            "std of all = std sqrt(kept) = %s sqrt(%s)",
            Numbers.brief(std, 6),
            Numbers.brief(kept, 6));
    return Law.normal(formula, std * Math.sqrt(kept));
  }

  @Override
  public String name() {
    return "sparse " + Numbers.brief(sparsity, 6) + ", std " + Numbers.brief(std, 6);
  }

  @Override
  public String toString() {
    return name();
  }
}
