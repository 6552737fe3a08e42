package initlab.lesson;

import initlab.base.Numbers;

/** How far a reader's guess is from the truth, in decades. */
final class Guess {
  private static final double FORGIVEN = 3;

  private Guess() {}

  /** Within a factor 3, half a decade; zero and overflow must be named. */
  static boolean isNear(double guess, double truth) {
    if (truth == 0 || !Double.isFinite(truth) || !Double.isFinite(guess)) {
      return isSame(guess, truth);
    }
    double ratio = guess / truth;
    return ratio >= 1 / FORGIVEN && ratio <= FORGIVEN;
  }

  private static boolean isSame(double guess, double truth) {
    return Double.compare(guess + 0.0, truth + 0.0) == 0;
  }

  /** How far off a guess is: "right, within a factor 3", "12.4 decades too small". */
  static String distance(double guess, double truth) {
    if (isSame(guess, truth)) {
      return "exactly right";
    } else if (Double.isNaN(truth)) {
      return "no number came out";
    } else if (truth == 0 || guess == 0) {
      return truth == 0 ? "it is exactly 0" : "it is not 0";
    } else if (Double.isInfinite(truth) || Double.isInfinite(guess)) {
      return Double.isInfinite(truth) ? "it overflows" : "it does not overflow";
    } else if (guess < 0 != truth < 0) {
      return "of the other sign";
    }
    return isNear(guess, truth) ? "right, within a factor 3" : decades(guess, truth);
  }

  private static String decades(double guess, double truth) {
    double decades = Math.log10(Math.abs(guess)) - Math.log10(Math.abs(truth));
    double tenths = Math.rint(10 * Math.abs(decades)) / 10;
    return Numbers.brief(tenths, 4) + " decades" + (decades > 0 ? " too large" : " too small");
  }
}
