package initlab.init;

import java.util.Locale;

/** Numbers as a reader wants them. */
final class Numbers {
  private Numbers() {}

  /** Six significant digits at most; whole numbers without a point. */
  static String brief(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e9) {
      return String.valueOf((long) x);
    }
    String text = String.format(Locale.ROOT, "%.6g", x);
    return text.contains("e") ? text : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
