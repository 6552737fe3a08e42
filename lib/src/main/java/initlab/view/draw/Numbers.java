package initlab.view.draw;

import java.util.Locale;

/** Numbers as a reader should see them: three significant digits, small and large ones as 1e-8. */
public final class Numbers {
  private Numbers() {}

  /** Three significant digits with trailing zeros, so that a column lines up: 0.280, 1.00e-8. */
  public static String fixed(double v) {
    return fixed(v, 3);
  }

  public static String fixed(double v, int digits) {
    if (!Double.isFinite(v) || v == 0) {
      return v == 0 ? "0" : Double.toString(v);
    }
    String e = String.format(Locale.ROOT, "%." + (digits - 1) + "e", v);
    int exponent = Integer.parseInt(e.substring(e.indexOf('e') + 1));
    if (exponent < -3 || exponent > 4) {
      return e.substring(0, e.indexOf('e')) + "e" + exponent;
    }
    return String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent) + "f", v);
  }

  /** At most {@code digits} significant digits, without trailing zeros: 0.28, 3.9, 1e-8. */
  public static String brief(double v, int digits) {
    String s = fixed(v, digits);
    int e = s.indexOf('e');
    String mantissa = e < 0 ? s : s.substring(0, e);
    String rest = e < 0 ? "" : s.substring(e);
    return mantissa.contains(".") && Double.isFinite(v)
        ? mantissa.replaceFirst("\\.?0+$", "") + rest
        : s;
  }

  public static String brief(double v) {
    return brief(v, 2);
  }

  /** A power of ten as a tick shows it: 0.01, 1, 100, and 10 with a raised exponent beyond. */
  public static String decade(int k) {
    if (k >= -3 && k <= 3) {
      return brief(Math.pow(10, k), 1);
    }
    StringBuilder raised = new StringBuilder("10");
    for (char c : Integer.toString(k).toCharArray()) {
      raised.append(
          c == '-'
              ? '\u207B'
              : "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
    }
    return raised.toString();
  }
}
