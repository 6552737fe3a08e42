package initlab.init;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.math.TruncatedGaussian;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * N(mean, stdBefore^2) cut to [low, high], whatever the layer's width.
 *
 * <p>Cutting narrows: at two standard deviations the std falls to 0.8796 of what it was. Which of
 * the two a std means is therefore part of its name here.
 *
 * @param mean of the normal before the cut
 * @param stdBefore standard deviation of the normal before the cut, positive
 * @param low no weight lies below; may be -infinity
 * @param high no weight lies above; may be infinity
 */
public record TruncatedNormal(double mean, double stdBefore, double low, double high)
    implements BuiltIn {

  public TruncatedNormal {
    Args.finite(mean, "mean", "The usual mean is 0.");
    Args.positive(stdBefore, "std", "Pass a standard deviation, or use Init.zeros().");
    if (!(low < high)) {
      throw Args.bad(
          "low", low, "below high, which is " + Numbers.exact(high), "Swap or widen the bounds.");
    }
    TruncatedGaussian.check((low - mean) / stdBefore, (high - mean) / stdBefore);
  }

  /** Cut at two standard deviations so that std holds after the cut, as in Keras and JAX. */
  static TruncatedNormal after(double std) {
    Args.positive(std, "std", "Pass a standard deviation, or use Init.zeros().");
    double limit = Distribution.TRUNCATED_NORMAL.limit(std);
    return new TruncatedNormal(0, 0.5 * limit, -limit, limit);
  }

  /** The mean of what is drawn. */
  public double meanAfter() {
    return mean + stdBefore * TruncatedGaussian.mean(from(), to());
  }

  /** The standard deviation of what is drawn. */
  public double stdAfter() {
    return stdBefore * TruncatedGaussian.std(from(), to());
  }

  private double from() {
    return (low - mean) / stdBefore;
  }

  private double to() {
    return (high - mean) / stdBefore;
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, double[] w) {
    int n = shape.size();
    TruncatedGaussian.fill(from(), to(), rng, w, n);
    for (int i = 0; i < n; i++) {
      w[i] = Math.min(Math.max(mean + stdBefore * w[i], low), high);
    }
  }

  @Override
  public Law lawOf(WeightShape shape) {
    String formula =
        String.format(
            Locale.ROOT,
            "N(%s, %s^2) cut to [%s, %s]: std before the cut %s, after it %s",
            b(mean),
            b(stdBefore),
            b(low),
            b(high),
            b(stdBefore),
            b(stdAfter()));
    return new Law(formula, meanAfter(), stdAfter(), low, high);
  }

  private static String b(double x) {
    return Numbers.brief(x, 6);
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "truncated normal, std %s before the cut to [%s, %s]",
        b(stdBefore),
        b(low),
        b(high));
  }

  @Override
  public String toString() {
    return name();
  }
}
