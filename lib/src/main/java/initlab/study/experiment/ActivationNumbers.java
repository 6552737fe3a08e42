package initlab.study.experiment;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Slopes;
import initlab.math.Gaussian;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The numbers of an activation under z ~ N(0, std^2).
 *
 * @param f the activation
 * @param std of z
 * @param lo the lowest z at which its slope is looked at
 * @param hi the highest
 */
record ActivationNumbers(Activation f, double std, double lo, double hi) {
  private static final int POINTS = 4000;

  /** Beyond so many std there is no z to speak of. */
  private static final double FAR = 8;

  /** A slope under this part of the largest passes a gradient on as good as not. */
  private static final double FLAT = 0.1;

  /** The largest |f'(z)| over the z drawn. */
  double largestSlope() {
    return IntStream.range(0, POINTS)
        .mapToDouble(i -> Math.abs(f.exactSlope(lo + (hi - lo) * i / (POINTS - 1))))
        .max()
        .orElse(0);
  }

  /** E f(z)^2. */
  double value() {
    return Gaussian.secondMoment(f::apply, std);
  }

  /** E f'(z)^2; NaN where f jumps and has none. */
  double slope() {
    try {
      return Slopes.moment(f, std);
    } catch (IllegalArgumentException noSlopes) {
      return Double.NaN;
    }
  }

  /** The share of z at which |f'(z)| is under a tenth of the largest. */
  double flat() {
    double least = FLAT * largestSlope();
    double step = 2 * FAR / POINTS;
    return IntStream.range(0, POINTS)
        .mapToDouble(i -> -FAR + (i + 0.5) * step)
        .filter(u -> Math.abs(f.exactSlope(std * u)) < least)
        .map(u -> step * Gaussian.density(u))
        .sum();
  }

  /** Values and slopes at a few z, the largest slope, and what holds under the density. */
  String words(boolean dense) {
    String places =
        DoubleStream.of(lo, lo / 2 + hi / 2 - (hi - lo) / 8, lo / 2 + hi / 2 + (hi - lo) / 8, hi)
            .mapToObj(this::at)
            .collect(Collectors.joining(", "));
    String words = places + "; largest slope " + Numbers.brief(largestSlope(), 2);
    return dense
        ? words
            + "; E f^2 "
            + Numbers.brief(value())
            + ", E f'^2 "
            + Numbers.brief(slope())
            + "; slope under a tenth of the largest for "
            + Numbers.brief(100 * flat(), 2)
            + " % of z"
        : words;
  }

  private String at(double z) {
    return "f("
        + Numbers.brief(z, 2)
        + ") = "
        + Numbers.brief(f.apply(z), 2)
        + " (slope "
        + Numbers.brief(f.exactSlope(z), 2)
        + ")";
  }
}
