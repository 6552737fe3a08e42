package initlab.base;

import java.util.Collection;
import java.util.List;

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
    return (int) atLeast((long) least, n, name, cure);
  }

  /**
   * Returns n.
   *
   * @throws IllegalArgumentException unless n &gt;= least
   */
  public static long atLeast(long least, long n, String name, String cure) {
    if (n >= least) {
      return n;
    }
    throw bad(name, n, "at least " + least, cure);
  }

  /**
   * Returns n.
   *
   * @throws IllegalArgumentException unless least &lt;= n &lt;= most
   */
  public static int between(int least, int most, int n, String name, String cure) {
    if (n >= least && n <= most) {
      return n;
    }
    throw bad(name, n, least + " to " + most, cure);
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

  /**
   * Returns the values as a list that nobody changes.
   *
   * @throws IllegalArgumentException if it is null, or one in it is
   */
  public static <T> List<T> all(Collection<? extends T> values, String name, String cure) {
    int number = 1;
    for (T value : given(values, name, cure)) {
      given(value, "number " + number++ + " of " + name, cure);
    }
    return List.copyOf(values);
  }

  /**
   * Returns the words.
   *
   * @throws IllegalArgumentException if they are null, empty or blanks only
   */
  public static String notBlank(String words, String name) {
    given(words, name, "Give the words a reader should see.");
    that(!words.isBlank(), name + " is blank: give the words a reader should see.");
    return words;
  }

  /**
   * Returns x.
   *
   * @throws IllegalArgumentException unless x has an entry, all are finite, and each is larger than
   *     the one before
   */
  public static double[] increasing(double[] x, String name) {
    that(x.length > 0, name + " is empty; it must hold at least one number.");
    for (int i = 0; i < x.length; i++) {
      if (!(Double.isFinite(x[i]) && (i == 0 || x[i] > x[i - 1]))) {
        String allowed = i == 0 ? "finite" : "finite and more than " + Numbers.exact(x[i - 1]);
        throw bad(
            name + ", entry " + i + " (from 0),", x[i], allowed, "Sort the numbers, each once.");
      }
    }
    return x;
  }

  /**
   * Refuses what several arguments are only together.
   *
   * @param sentence names them, their values, what is allowed, and the cure
   * @throws IllegalArgumentException with this sentence, unless fine
   */
  public static void that(boolean fine, String sentence) {
    if (!fine) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * The exception for a bad argument: "std is -1; it must be positive and finite. Pass ...". A
   * double is spelled by {@link Numbers#exact}: it may be the last digit that is wrong.
   */
  public static IllegalArgumentException bad(
      String name, Object value, String allowed, String cure) {
    return new IllegalArgumentException(
        name + " is " + spelled(value) + "; it must be " + allowed + ". " + cure);
  }

  private static String spelled(Object value) {
    if (value instanceof Double number) {
      return Numbers.exact(number);
    }
    return value instanceof Float ? Numbers.exact(Double.parseDouble("" + value)) : "" + value;
  }

  private static double require(boolean ok, double x, String name, String allowed, String cure) {
    if (ok) {
      return x;
    }
    throw bad(name, x, allowed, cure);
  }
}
