package initlab.init;

import initlab.base.Numbers;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A rule at work on one shape: its formula with this layer's numbers, where the fans come from, and
 * a draw beside the promise. Prints as a few lines of text.
 *
 * @param rule the rule's name
 * @param shape of the weights
 * @param law what the rule promises; empty for a lambda
 * @param drawn moments of one draw (seed 1)
 * @param stdError standard error of the drawn standard deviation, were the weights independent; NaN
 *     of fewer than four weights, which do not tell
 */
public record Explanation(
    String rule, WeightShape shape, Optional<Law> law, Moments drawn, double stdError) {

  /**
   * Of fewer weights the fourth moment says nothing: of two or three the variance is all it knows.
   */
  private static final int FEW = 4;

  static Explanation of(Initializer rule, WeightShape shape) {
    DMatrixRMaj weights = new DMatrixRMaj(0, 0);
    rule.fill(shape, RandomStreams.of(1, "explain", 0), weights);
    Moments drawn = Moments.of(weights);
    double error = stdError(weights, drawn);
    return new Explanation(rule.name(), shape, rule.law(shape), drawn, error);
  }

  /** sqrt((m4 / v - v) / 4 n), for the variance v and the fourth central moment m4. */
  private static double stdError(DMatrixRMaj weights, Moments drawn) {
    if (drawn.count() < FEW) {
      return Double.NaN;
    }
    double m4 = 0;
    for (int i = 0; i < weights.getNumElements(); i++) {
      double d = weights.data[i] - drawn.mean();
      m4 += d * d * d * d / drawn.count();
    }
    double v = drawn.variance();
    return v > 0 ? Math.sqrt(Math.max(0, m4 / v - v) / (4.0 * drawn.count())) : 0;
  }

  /** Lower end of the 95 % interval of the drawn standard deviation. */
  public double stdLow() {
    return drawn.std() - 1.96 * stdError;
  }

  /** Upper end of the 95 % interval of the drawn standard deviation. */
  public double stdHigh() {
    return drawn.std() + 1.96 * stdError;
  }

  @Override
  public String toString() {
    Fans fans = shape.fans();
    double n = drawn.secondMoment();
    return String.join(
        "\n",
        rule
            + ", "
            + shape.layer()
            + " "
            + shape
            + ": "
            + drawn.count()
            + (drawn.count() == 1 ? " weight" : " weights"),
        "  fan_in   " + fan(fans.inFrom(), fans.in()) + " products enter one output",
        "  fan_out  " + fan(fans.outFrom(), fans.out()) + " outputs are reached by one input",
        promise(),
        drawnWords(),
        String.format(
            Locale.ROOT,
            "  effect   fan_in E W^2 = %s forward, fan_out E W^2 = %s backward",
            b(fans.in() * n),
            b(fans.out() * n)));
  }

  private String drawnWords() {
    if (drawn.count() == 1) {
      return "  drawn    " + b(drawn.mean()) + ": one weight alone has no spread";
    }
    String moments = "  drawn    mean " + b(drawn.mean()) + ", std " + b(drawn.std());
    return drawn.count() < FEW
        ? moments + ": too few weights for an interval"
        : moments + ", 95 % interval " + b(stdLow()) + " to " + b(stdHigh());
  }

  private static String fan(String from, double value) {
    return from.equals(b(value)) ? from : from + " = " + b(value);
  }

  private String promise() {
    return law.map(
            l ->
                String.format(
                    Locale.ROOT,
                    "  rule     %s\n  due      mean %s, std %s, limits %s",
                    l.formula(),
                    b(l.mean()),
                    b(l.std()),
                    l.bounds()))
        .orElse("  rule     states no standard deviation: only the draw can tell");
  }

  private static String b(double x) {
    return Numbers.brief(x, 6);
  }
}
