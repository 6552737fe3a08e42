package initlab.theory;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.math.Gaussian;
import initlab.math.Interval;
import java.util.function.DoubleUnaryOperator;

/**
 * What the cells of an LSTM still hold after some steps, and what of a gradient comes back along
 * them: the product of forget gates sigmoid(b + N(t)), where N(t) ~ N(0, std^2), anew at each step,
 * is what input and state add to the bias b of a cell.
 *
 * <pre>{@code
 * GateProduct.of(1).typical(200)       // 6.2e-28
 * GateProduct.chrono(200).typical(200) // 0.137
 * }</pre>
 */
public final class GateProduct {
  private static final int CELLS = 1000;

  private final String name;
  private final DoubleUnaryOperator bias;
  private final double std;

  private GateProduct(String name, DoubleUnaryOperator bias, double std) {
    this.name = name;
    this.bias = bias;
    this.std = std;
  }

  /** All forget biases this number. */
  public static GateProduct of(double bias) {
    Args.finite(bias, "the forget bias", "0 and 1 are usual.");
    return new GateProduct("forget bias " + Numbers.brief(bias), share -> bias, 0);
  }

  /** Forget biases ln U(1, T - 1), as {@code Init.chrono(T)} draws them; T is at least 3. */
  public static GateProduct chrono(int steps) {
    Args.atLeast(3, steps, "T, the steps for a chrono bias,", "Such as 200.");
    return new GateProduct("chrono, " + steps, share -> Math.log(1 + (steps - 2) * share), 0);
  }

  /** The same where input and state add N(0, std^2) at each step. */
  public GateProduct noise(double other) {
    return new GateProduct(
        name, bias, Args.notNegative(other, "the std of what is added to the bias", "0 is none."));
  }

  /** E over cells and noise of the product after so many steps. */
  public double mean(int steps) {
    Args.atLeast(0, steps, "the number of steps", "200 is a long time.");
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double b = bias.applyAsDouble((cell + 0.5) / CELLS);
      sum += Math.pow(expect(Activation.SIGMOID::apply, b), steps);
    }
    return sum / CELLS;
  }

  /**
   * The product in the middle cell, exp(T E ln sigmoid(b + N)): its median over cells without
   * noise, and in the long run also with it, when the logarithm is nearly normal.
   */
  public double typical(int steps) {
    Args.atLeast(0, steps, "the number of steps", "200 is a long time.");
    return Math.exp(-steps * expect(n -> Activation.SOFTPLUS.apply(-n), bias.applyAsDouble(0.5)));
  }

  private double expect(DoubleUnaryOperator f, double b) {
    return std == 0 ? f.applyAsDouble(b) : Gaussian.expect(f, b, std);
  }

  /**
   * Time constants 1 / (1 - f) in steps without noise, 1 + exp(b): over the cells median, 5 % and
   * 95 %.
   */
  public Interval timeConstant() {
    return new Interval(constant(0.05), constant(0.5), constant(0.95));
  }

  private double constant(double share) {
    return 1 + Math.exp(bias.applyAsDouble(share));
  }

  /** "forget bias 1, noise 0". */
  @Override
  public String toString() {
    return name + ", noise " + Numbers.brief(std);
  }
}
