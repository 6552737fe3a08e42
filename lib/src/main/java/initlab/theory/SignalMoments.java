package initlab.theory;

import initlab.base.Args;

/**
 * What theory keeps of the numbers between two wide layers.
 *
 * @param second their second moment
 * @param mean their mean over all neurons; NaN where it is not known
 * @param normal whether they are independent N(0, second), so that E f can be taken
 */
public record SignalMoments(double second, double mean, boolean normal) {

  public SignalMoments {
    Args.notNegative(second, "the second moment", "It is a mean of squares.");
  }

  /** Numbers drawn from N(0, second). */
  public static SignalMoments normal(double second) {
    return new SignalMoments(second, 0, true);
  }

  /** Numbers of which no more than this is known. */
  public static SignalMoments of(double second) {
    return new SignalMoments(second, Double.NaN, false);
  }

  /** The variance over neurons; NaN where the mean is not known. */
  double variance() {
    return second - mean * mean;
  }

  SignalMoments times(double factor) {
    return new SignalMoments(second * factor * factor, mean * factor, normal);
  }
}
