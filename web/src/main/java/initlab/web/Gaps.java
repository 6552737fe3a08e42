package initlab.web;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * Methods that TeaVM has wrong, or that take much room; {@link Mend} puts these in their place. Its
 * regular expressions and its formatter, which knows every country, would be a quarter of all that
 * a page loads.
 */
public final class Gaps {
  /** From 2^52 on every double is whole. */
  private static final double WHOLE = 0x1p52;

  /** From any double to any other, and beyond. */
  private static final int MOST_SCALE = 2200;

  /** In steps of this power of two no number is rounded before the last. */
  private static final int SCALE_STEP = 512;

  private Gaps() {}

  /** TeaVM's goes by {@link Math#round}, whose halves are rounded up. */
  @Of(Math.class)
  public static double rint(double x) {
    double size = Math.abs(x);
    return size < WHOLE ? Math.copySign((size + WHOLE) - WHOLE, x) : x;
  }

  /** TeaVM's leaves the range of doubles on its way to the largest: scalb(2 - 2^-52, 1023). */
  @Of(Math.class)
  public static double scalb(double x, int by) {
    int left = Math.max(-MOST_SCALE, Math.min(MOST_SCALE, by));
    double scaled = x * power(left % SCALE_STEP);
    for (left -= left % SCALE_STEP; left != 0; left -= Integer.signum(left) * SCALE_STEP) {
      scaled *= power(Integer.signum(left) * SCALE_STEP);
    }
    return scaled;
  }

  /** 2^by for -1022 to 1023. */
  private static double power(int by) {
    return Double.longBitsToDouble((by + 1023L) << 52);
  }

  // TeaVM's own are textbook formulas: tanh(800) is NaN, expm1(1e-17) is 0. StrictMath's call
  // these. Those that nets are measured with are in Java; the others are the browser's.

  @Of(Math.class)
  public static double exp(double x) {
    return Exponentials.exp(x);
  }

  @Of(Math.class)
  public static double expm1(double x) {
    return Exponentials.expm1(x);
  }

  @Of(Math.class)
  public static double tanh(double x) {
    return Exponentials.tanh(x);
  }

  @Of(Math.class)
  public static double sinh(double x) {
    return BrowserMath.sinh(x);
  }

  @Of(Math.class)
  public static double cosh(double x) {
    return BrowserMath.cosh(x);
  }

  @Of(Math.class)
  public static double log1p(double x) {
    return BrowserMath.log1p(x);
  }

  @Of(Math.class)
  public static double log10(double x) {
    return BrowserMath.log10(x);
  }

  @Of(Math.class)
  public static double hypot(double x, double y) {
    return BrowserMath.hypot(x, y);
  }

  @Of(String.class)
  public static boolean matches(String text, String pattern) {
    return BrowserText.matches(text, pattern);
  }

  @Of(String.class)
  public static String replaceFirst(String text, String pattern, String by) {
    return BrowserText.replaceFirst(text, pattern, by);
  }

  @Of(String.class)
  public static String replaceAll(String text, String pattern, String by) {
    return BrowserText.replaceAll(text, pattern, by);
  }

  /** Empty parts at the end are kept: the library asks for no other limit than -1. */
  @Of(String.class)
  public static String[] split(String text, String pattern, int limit) {
    if (limit >= 0) {
      throw new UnsupportedOperationException("In a page, split(pattern, -1) alone is known.");
    }
    return BrowserText.split(text, pattern);
  }

  @Of(value = String.class, isStatic = true)
  public static String format(String format, Object... values) {
    return format(Locale.ROOT, format, values);
  }

  /** Knows %s, %d, %x, %n and %%, with a width, a minus or zeros: what the library asks for. */
  @Of(String.class)
  public static String format(Locale locale, String format, Object... values) {
    StringBuilder text = new StringBuilder();
    int value = 0;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        text.append(c);
        continue;
      }
      int from = i + 1;
      do {
        i++;
      } while ("-0123456789".indexOf(format.charAt(i)) >= 0);
      char kind = format.charAt(i);
      if (kind == '%' || kind == 'n') {
        text.append(kind == '%' ? '%' : '\n');
      } else {
        text.append(padded(plain(kind, values[value++]), format.substring(from, i)));
      }
    }
    return text.toString();
  }

  private static String plain(char kind, Object value) {
    return switch (kind) {
      case 's', 'd' -> String.valueOf(value);
      case 'x' -> Long.toHexString(((Number) value).longValue());
      default -> throw new UnsupportedOperationException("In a page, %" + kind + " is unknown.");
    };
  }

  /** Spaces before it up to the width; after it where the flag is a minus; zeros where it is 0. */
  private static String padded(String text, String width) {
    boolean left = width.startsWith("-");
    String digits = left ? width.substring(1) : width;
    int missing = digits.isEmpty() ? 0 : Integer.parseInt(digits) - text.length();
    if (missing <= 0) {
      return text;
    }
    String padding = (digits.startsWith("0") ? "0" : " ").repeat(missing);
    return left ? text + padding : padding + text;
  }

  /** EJML's prints to a stream, for which formats, currencies and encodings would be loaded. */
  @Of(DMatrixRMaj.class)
  public static String toString(DMatrixRMaj matrix) {
    return matrix.numRows + " x " + matrix.numCols + " matrix";
  }
}
