package initlab.init;

import initlab.base.Args;
import java.util.Locale;

/** Numbers as a reader wants them. */
public final class Numbers {
  private Numbers() {}

  /**
   * The product of counts.
   *
   * @throws IllegalArgumentException if it is larger than an array can be
   */
  static int product(String name, int... factors) {
    long product = 1;
    for (int factor : factors) {
      product = Math.min(product * factor, Long.MAX_VALUE / Integer.MAX_VALUE);
    }
    if (product > Integer.MAX_VALUE) {
      throw Args.bad(
          name, "more than " + Integer.MAX_VALUE, "less than that", "Make the layer smaller.");
    }
    return (int) product;
  }

  /** Six significant digits at most; whole numbers without a point. */
  static String brief(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e9) {
      return String.valueOf((long) x);
    }
    String text = String.format(Locale.ROOT, "%.6g", x);
    return text.contains("e") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
