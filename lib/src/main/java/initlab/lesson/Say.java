package initlab.lesson;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in a sentence. */
final class Say {
  private static final double TWICE = 2;
  private static final double DECADES_FROM = 100;

  private Say() {}

  /** Three significant digits, the same in every country: 0.28, 12.3, 1.20e-08. */
  static String number(double x) {
    return number(x, 3);
  }

  /** The same with as many significant digits as asked. */
  static String number(double x, int digits) {
    if (Double.isNaN(x)) {
      return "not a number";
    }
    if (Double.isInfinite(x)) {
      return (x < 0 ? "minus " : "") + "overflow (beyond 1.8e308)";
    }
    double size = Math.abs(x);
    if (size == 0) {
      return "0";
    }
    return size >= 1e-3 && size < 1e5
        ? BigDecimal.valueOf(x).round(new MathContext(digits)).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%." + (digits - 1) + "e", x);
  }

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
        ? "a factor " + number(factor) + side
        : number(Math.abs(decades)) + " decades" + side;
  }
}
