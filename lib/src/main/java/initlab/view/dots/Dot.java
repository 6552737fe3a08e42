package initlab.view.dots;

import initlab.base.Args;
import initlab.base.Numbers;

/**
 * A median with its whiskers; all at least 0, and infinite for overflow, or NaN.
 *
 * @param low the whisker's lower end
 * @param median where the dot stands
 * @param high the whisker's upper end
 */
public record Dot(double low, double median, double high) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or they are out of order
   */
  public Dot {
    if (low < 0 || low > median || median > high) {
      throw Args.bad(
          "a dot's 5 %, median and 95 %",
          Numbers.brief(low) + ", " + Numbers.brief(median) + ", " + Numbers.brief(high),
          "at least 0 and in this order",
          "Pass an interval's ends.");
    }
  }

  /** Such as {@code 0.28 (0.02 to 3.9)}. */
  String words() {
    String middle = said(median);
    return low == high ? middle : middle + " (" + said(low) + " to " + said(high) + ")";
  }

  private static String said(double v) {
    return Double.isInfinite(v) ? "overflow" : Numbers.brief(v, 2);
  }
}
