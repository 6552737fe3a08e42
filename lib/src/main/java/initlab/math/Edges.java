package initlab.math;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where the line of a standard normal z is first cut, for a function of x = mean + std z: at the
 * whole z from -12 to 12, and at x = 0, where functions have their kinks. What a function does at x
 * of about 1 is a narrow spike in z where std is large, so that it is cut at x = 1, 10, 100, ... on
 * either side too.
 */
final class Edges {
  /** So far the line is cut from the beginning: the normal density is 2e-32 there. */
  static final int REACH = 12;

  /** Up to this std, cells of one z are fine enough for what happens at x of about 1. */
  private static final double FINE = 4;

  private static final double[] WHOLE =
      IntStream.rangeClosed(-REACH, REACH).asDoubleStream().toArray();

  private Edges() {}

  /** The edges in rising order, each once. */
  static double[] of(double mean, double std) {
    if (mean == 0 && std <= FINE) {
      return WHOLE;
    }
    double centre = -mean / std;
    double least = std > FINE ? 1 / std : 2 * REACH;
    DoubleStream steps = DoubleStream.iterate(least, step -> step < REACH, step -> 10 * step);
    return DoubleStream.concat(
            DoubleStream.of(WHOLE),
            DoubleStream.concat(
                DoubleStream.of(centre),
                steps.flatMap(step -> DoubleStream.of(centre - step, centre + step))))
        .filter(z -> Math.abs(z) <= REACH)
        .sorted()
        .distinct()
        .toArray();
  }
}
