package initlab.lesson;

import initlab.base.Numbers;

/** How far a reader's guess is from the truth. */
final class Guess {
  private static final double TWICE = 2;
  private static final double DECADES_FROM = 100;

  private Guess() {}

  /** Within a factor 2, the course's measure of a good guess; zero and overflow must be named. */
  static boolean isNear(double guess, double truth) {
    if (truth == 0 || !Double.isFinite(truth) || !Double.isFinite(guess)) {
      return Double.compare(guess + 0.0, truth + 0.0) == 0;
    }
    double ratio = guess / truth;
    return ratio >= 1 / TWICE && ratio <= TWICE;
  }

  /** How far off a guess is: "a factor 3.6 too large", "12.4 decades too small". */
  static String distance(double guess, double truth) {
    if (Double.compare(guess + 0.0, truth + 0.0) == 0) {
      return "exactly right";
    }
    if (truth == 0 || guess == 0 || !Double.isFinite(truth) || !Double.isFinite(guess)) {
      return "of another kind";
    }
    if (guess < 0 != truth < 0) {
      return "of the other sign";
    }
    double decades = Math.log10(Math.abs(guess)) - Math.log10(Math.abs(truth));
    var side = decades > 0 ? " too large" : " too small";
    double factor = Math.pow(10, Math.abs(decades));
    return factor < DECADES_FROM
        ? "a factor " + Numbers.brief(factor) + side
        : Numbers.brief(Math.abs(decades)) + " decades" + side;
  }
}
