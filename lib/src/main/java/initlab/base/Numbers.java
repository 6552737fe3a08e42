package initlab.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as a reader sees them, spelled alike in tables, figures, sentences and reports: 0.280 or
 * 0.28 near one, 6.84e-10 where that would be long. The digits are 0 to 9 and the point is a point
 * in every country. Zero of either sign is 0, infinity is ∞.
 *
 * <p>Of the usual ways to write a power of ten the shortest is taken: no plus, no leading zero.
 */
public final class Numbers {
  private static final int DIGITS = 3;

  /** As many digits as tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  /** Smaller exponents than this are written with an e: 0.001, but 1e-4. */
  private static final int LEAST_EXPONENT = -3;

  /** That many digits may stand before the point, or more where more were asked for. */
  private static final int MOST_BEFORE_POINT = 5;

  /** Whole numbers below this are written in full. */
  private static final double WHOLE_BELOW = 1e6;

  private Numbers() {}

  /** Three significant digits with trailing zeros, so that a column lines up: 0.280, 1.00e-8. */
  public static String fixed(double v) {
    return fixed(v, DIGITS);
  }

  /**
   * As many significant digits as asked, with trailing zeros. Up to five digits before the point,
   * or more where more were asked for, are never dropped: 99951 is 99951 with three digits too.
   * What rounds to a longer whole number has a power of ten: 99999.5 is 1.00e5.
   *
   * @throws IllegalArgumentException unless digits &gt;= 1
   */
  public static String fixed(double v, int digits) {
    Args.atLeast(1, digits, "digits", "3 are usual.");
    if (!Double.isFinite(v) || v == 0) {
      return special(v);
    }
    BigDecimal exact = BigDecimal.valueOf(v);
    BigDecimal rounded = rounded(exact, digits);
    int exponent = exponent(rounded);
    BigDecimal plain = exact.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_UP);
    if (exponent < LEAST_EXPONENT || exponent(plain) >= Math.max(MOST_BEFORE_POINT, digits)) {
      return new BigDecimal(rounded.unscaledValue(), digits - 1).toPlainString() + "e" + exponent;
    }
    return plain.toPlainString();
  }

  /**
   * With exactly so many digits, zeros at the end too. In a page round(MathContext) leaves one
   * digit too many of some numbers.
   */
  private static BigDecimal rounded(BigDecimal exact, int digits) {
    BigDecimal once = exact.setScale(digits - 1 - exponent(exact), RoundingMode.HALF_UP);
    return once.setScale(digits - 1 - exponent(once), RoundingMode.HALF_UP); // 9.99 may be 10.0
  }

  private static int exponent(BigDecimal x) {
    return x.unscaledValue().abs().toString().length() - 1 - x.scale();
  }

  private static String special(double v) {
    if (Double.isNaN(v)) {
      return "NaN";
    }
    return v == 0 ? "0" : v > 0 ? "\u221E" : "-\u221E";
  }

  /** At most three significant digits, without trailing zeros: 0.28, 3, 1e-8. */
  public static String brief(double v) {
    return brief(v, DIGITS);
  }

  /**
   * At most as many significant digits as asked, without trailing zeros; whole numbers below a
   * million in full.
   *
   * @throws IllegalArgumentException unless digits &gt;= 1
   */
  public static String brief(double v, int digits) {
    if (isWhole(v)) {
      return Long.toString((long) v);
    }
    String text = fixed(v, digits);
    int e = text.indexOf('e');
    String mantissa = e < 0 ? text : text.substring(0, e);
    String power = e < 0 ? "" : text.substring(e);
    return withoutZeros(mantissa) + power;
  }

  /**
   * The fewest digits that read back as this very number, for a refusal, where the last digit may
   * be the one that is wrong: -1, 1e-7, 0.30000000000000004.
   */
  public static String exact(double v) {
    for (int digits = 1; Double.isFinite(v) && digits < MOST_DIGITS; digits++) {
      String text = brief(v, digits);
      if (Double.parseDouble(text) == v) {
        return text;
      }
    }
    return brief(v, MOST_DIGITS);
  }

  private static String withoutZeros(String mantissa) {
    if (mantissa.indexOf('.') < 0) {
      return mantissa;
    }
    int end = mantissa.length();
    while (mantissa.charAt(end - 1) == '0') {
      end--;
    }
    return mantissa.substring(0, mantissa.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /**
   * One entry of a list or a matrix: whole numbers below a million in full, all others as {@link
   * #fixed(double, int)}.
   *
   * @throws IllegalArgumentException unless digits &gt;= 1
   */
  public static String entry(double v, int digits) {
    return isWhole(v) ? Long.toString((long) v) : fixed(v, digits);
  }

  private static boolean isWhole(double v) {
    return v == Math.rint(v) && Math.abs(v) < WHOLE_BELOW;
  }

  /** Three digits in a sentence: {@link #brief(double)}, and words for what is no number. */
  public static String inWords(double v) {
    return inWords(v, DIGITS);
  }

  /**
   * As many digits as asked in a sentence: infinity is "overflow (beyond 1.8e308)", NaN "not a
   * number".
   *
   * @throws IllegalArgumentException unless digits &gt;= 1
   */
  public static String inWords(double v, int digits) {
    if (Double.isNaN(v)) {
      return "not a number";
    }
    if (Double.isInfinite(v)) {
      return (v < 0 ? "minus " : "") + "overflow (beyond 1.8e308)";
    }
    return brief(v, digits);
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
