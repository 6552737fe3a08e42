package initlab.base;

/**
 * Checks of arguments. Every message names the argument, the value given, what is allowed, and the
 * cure. Comparisons are written so that NaN fails.
 */
public final class Args {
  private Args() {}

  /**
   * Returns x.
   *
   * @throws IllegalArgumentException unless 0 &lt; x &lt; infinity
   */
  public static double positive(double x, String name, String cure) {
    return require(x > 0 && x < Double.POSITIVE_INFINITY, x, name, "positive and finite", cure);
  }

  /**
   * Returns x.
   *
   * @throws IllegalArgumentException unless 0 &lt;= x &lt; infinity
   */
  public static double notNegative(double x, String name, String cure) {
    return require(x >= 0 && x < Double.POSITIVE_INFINITY, x, name, "0 or more, and finite", cure);
  }

  /**
   * Returns x.
   *
   * @throws IllegalArgumentException if x is NaN or infinite
   */
  public static double finite(double x, String name, String cure) {
    return require(Double.isFinite(x), x, name, "a finite number", cure);
  }

  /**
   * Returns n.
   *
   * @throws IllegalArgumentException unless n &gt;= least
   */
  public static int atLeast(int least, int n, String name, String cure) {
    if (n >= least) {
      return n;
    }
    throw bad(name, n, "at least " + least, cure);
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T given(T value, String name, String cure) {
    if (value != null) {
      return value;
    }
    throw bad(name, "null", "something that is there", cure);
  }

  /** The exception for a bad argument: "std is -1.0, and must be positive: give ...". */
  public static IllegalArgumentException bad(
      String name, Object value, String allowed, String cure) {
    return new IllegalArgumentException(
        name + " is " + value + "; it must be " + allowed + ". " + cure);
  }

  private static double require(boolean ok, double x, String name, String allowed, String cure) {
    if (ok) {
      return x;
    }
    throw bad(name, x, allowed, cure);
  }
}
