package initlab.study;

import initlab.base.Numbers;
import initlab.math.Interval;
import initlab.view.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a table shows a median with its 5 % and 95 % quantiles. */
public final class IntervalColumns {
  private IntervalColumns() {}

  /**
   * The table with three columns more: the median under this name, and the two quantiles under
   * "brief 5 %" and "brief 95 %".
   *
   * @param digits significant digits
   * @param brief the name again, a shorter one, or nothing
   * @param intervals one for each row
   * @throws IllegalArgumentException as {@link Table#numbers}
   */
  public static Table add(
      Table table, int digits, String name, String brief, List<Interval> intervals) {
    return table
        .digits(digits, name, column(intervals, Interval::median))
        .digits(digits, (brief + " 5 %").strip(), column(intervals, Interval::low))
        .digits(digits, (brief + " 95 %").strip(), column(intervals, Interval::high));
  }

  /** The same with three digits, and the name for all three. */
  public static Table add(Table table, String name, List<Interval> intervals) {
    return add(table, 3, name, name, intervals);
  }

  private static double[] column(List<Interval> intervals, ToDoubleFunction<Interval> number) {
    return intervals.stream().mapToDouble(number).toArray();
  }

  /**
   * In one cell: "0.64 (0.53 to 0.70)", two digits after the point or one significant digit of what
   * is smaller; "1" where all three read alike.
   */
  public static String words(Interval interval) {
    String low = Numbers.entry(interval.low(), 2);
    String high = Numbers.entry(interval.high(), 2);
    String median = Numbers.entry(interval.median(), 2);
    return low.equals(high) ? median : median + " (" + low + " to " + high + ")";
  }
}
