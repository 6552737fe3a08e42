package initlab.math;

import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Which of n sorted numbers bound the median of the law they were drawn from. Each number lies
 * below that median with probability 1/2, so that how many do is binomial: the median lies between
 * the j-th smallest and the j-th largest unless fewer than j numbers lie below it or fewer than j
 * above, and that happens with probability 2 P(B &lt; j), B ~ Bin(n, 1/2). The rank is the largest
 * j for which this is at most 5 %: 2 of 10, 10 of 30, 86 of 200. Nothing is supposed of the law; if
 * it has jumps, the interval holds the median more often still.
 *
 * @param rank j, from 1; 0 where not even the smallest and largest number will do, for n below 6
 */
record MedianRank(int rank) {
  private static final double EACH_SIDE = 0.025;

  static MedianRank of(int numbers) {
    var below = BinomialDistribution.of(numbers, 0.5);
    return new MedianRank(below.inverseCumulativeProbability(EACH_SIDE));
  }

  /** The median of these values, none of them NaN, between the two of this rank. */
  Interval around(double median, double... values) {
    if (rank == 0) {
      return new Interval(Double.NEGATIVE_INFINITY, median, Double.POSITIVE_INFINITY);
    }
    double[] ordered = values.clone();
    int[] ends = {rank - 1, values.length - rank};
    Selection.select(ordered, ends);
    return new Interval(ordered[rank - 1], median, ordered[values.length - rank]);
  }
}
