package initlab.math;

import initlab.base.Args;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The quantiles of numbers, computed in one way everywhere: linear between the two nearest of the
 * sorted numbers, so that the smallest has p = 0 and the largest p = 1 (type 7 of Hyndman and Fan,
 * 1996, as in numpy and R).
 *
 * <p>Infinite numbers take part: the median of {-infinity, 1, 2} is 1, that of {-infinity, 1} is
 * -infinity. A single NaN among the numbers makes every quantile NaN, because nobody knows where it
 * belongs; NaN too is what lies between -infinity and infinity.
 */
public final class Quantiles {
  private static final Quantile LINEAR =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(true);

  private Quantiles() {}

  /**
   * The value below which a share p of the numbers lies; 0.5 is the median. Nothing is modified.
   *
   * @param values in any order
   * @throws IllegalArgumentException if there are no values, or unless 0 &lt;= p &lt;= 1
   */
  public static double of(double[] values, double p) {
    return of(values, new double[] {p})[0];
  }

  /**
   * The median of the numbers. Nothing is modified.
   *
   * @throws IllegalArgumentException if there are no values
   */
  public static double median(double... values) {
    return of(values, 0.5);
  }

  /** One quantile for each p; as {@link #of(double[], double)}. */
  static double[] of(double[] values, double[] shares) {
    Args.atLeast(1, values.length, "the number of values", "Measure at least one seed.");
    for (double p : shares) {
      if (!(p >= 0 && p <= 1)) {
        throw Args.bad("p", p, "0 to 1", "The median is 0.5.");
      }
    }
    double[] found = LINEAR.evaluate(values, shares);
    if (hasNan(values)) {
      Arrays.fill(found, Double.NaN);
    }
    return found;
  }

  private static boolean hasNan(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
