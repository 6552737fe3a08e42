package initlab.math;

import initlab.base.Numbers;

/**
 * A median with a lower and an upper end. What the ends are is said by whoever makes it: {@link
 * #of} gives the 5 % and 95 % quantiles of the numbers, between which nine numbers of ten lie;
 * {@link #ofMedian} gives the ends between which the true median lies, and these close in as the
 * numbers become more.
 *
 * <pre>{@code
 * Interval.of(1, 2, 3, 4, 5)   // median 3, from 1.2 to 4.8
 * }</pre>
 *
 * @param low the lower end
 * @param median the middle
 * @param high the upper end
 */
public record Interval(double low, double median, double high) {
  private static final double[] SHARES = {0.05, 0.5, 0.95};

  /**
   * The median of these numbers with their 5 % and 95 % quantiles; all NaN if a number is.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Interval of(double... values) {
    double[] found = Quantiles.of(values, SHARES);
    return new Interval(found[0], found[1], found[2]);
  }

  /**
   * The median of these numbers and its own uncertainty: an interval that holds the median of the
   * law they were drawn from in at least 95 of 100 cases, whatever the law. Below 6 numbers no such
   * interval exists, and it is the whole line, -infinity to infinity. See {@link MedianRank}.
   *
   * @param values independent draws, in any order; all ends are NaN if one is
   * @throws IllegalArgumentException if there are none
   */
  public static Interval ofMedian(double... values) {
    double median = Quantiles.median(values);
    return Double.isNaN(median)
        ? new Interval(Double.NaN, Double.NaN, Double.NaN)
        : MedianRank.of(values.length).around(median, values);
  }

  /** How many times as large as the lower end the upper one is. */
  public double spread() {
    return high / low;
  }

  /** Whether low &lt;= x &lt;= high; false if x or an end is NaN. */
  public boolean contains(double x) {
    return low <= x && x <= high;
  }

  /** The square roots of all three: of second moments, the sizes (root mean squares). */
  public Interval root() {
    return new Interval(Math.sqrt(low), Math.sqrt(median), Math.sqrt(high));
  }

  @Override
  public String toString() {
    return Numbers.brief(median) + " (" + Numbers.brief(low) + " to " + Numbers.brief(high) + ")";
  }
}
