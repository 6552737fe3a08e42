package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import java.util.Locale;

/**
 * One named curve over depth: a median, and where there is one its band and the theory beside it.
 * Values are plain, never logarithms, and may be 0, subnormal, infinite (overflow) or NaN. Arrays
 * are copied in and out; an absent part is an empty array.
 */
public final class Curve {
  private static final double[] NONE = {};

  /** Positions beyond this leave no room for an axis around them. */
  private static final double FARTHEST = 1e300;

  private static final String FAR_ALLOWED =
      "; it must lie within -1e300 and 1e300. Divide the positions by a power of ten.";

  private final String name;
  private final double[] x;
  private final double[] median;
  private final double[] low;
  private final double[] high;
  private final double[] theory;
  private final double[] theoryLow;
  private final double[] theoryHigh;
  private final String theoryIs;

  private Curve(String name, String theoryIs, double[]... parts) {
    this.name = name;
    this.theoryIs = theoryIs;
    this.x = parts[0];
    this.median = parts[1];
    this.low = parts[2];
    this.high = parts[3];
    this.theory = parts[4];
    this.theoryLow = parts[5];
    this.theoryHigh = parts[6];
  }

  /**
   * A curve without a band.
   *
   * @param name what its label says; a known initializer's name also fixes its colour
   * @param x positions, finite and increasing
   * @param y values, as many as x
   * @throws IllegalArgumentException if the name is blank, x is empty, not increasing or beyond
   *     1e300, or the lengths differ
   */
  public static Curve line(String name, double[] x, double[] y) {
    Args.notBlank(name, "name");
    Args.increasing(x, "x of curve \"" + name + "\"");
    double far = Math.max(Math.abs(x[0]), Math.abs(x[x.length - 1]));
    Args.that(
        far <= FARTHEST,
        "x of curve \"" + name + "\" reaches to " + Numbers.exact(far) + FAR_ALLOWED);
    sameLength(name, "y", y, x);
    return new Curve(name, "", x.clone(), y.clone(), NONE, NONE, NONE, NONE, NONE);
  }

  /**
   * A median with its band, such as the 5 % and 95 % quantiles over seeds.
   *
   * @throws IllegalArgumentException as for {@link #line}, or if somewhere low > high
   */
  public static Curve band(String name, double[] x, double[] median, double[] low, double[] high) {
    Curve line = line(name, x, median);
    ordered(name, low, high, x);
    return new Curve(name, "", line.x, line.median, low.clone(), high.clone(), NONE, NONE, NONE);
  }

  /**
   * The same curve with the theory's line, one value for each x.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public Curve theory(double... values) {
    sameLength(name, "theory", values, x);
    return new Curve(name, theoryIs, x, median, low, high, values.clone(), theoryLow, theoryHigh);
  }

  /**
   * The same curve with what its theory is, such as {@code mean} or {@code median}: the key says
   * it, and the words.
   */
  public Curve theoryIs(String what) {
    return new Curve(name, what, x, median, low, high, theory, theoryLow, theoryHigh);
  }

  /**
   * The same curve with the band that the theory expects, one pair of values for each x.
   *
   * @throws IllegalArgumentException if the lengths differ, or somewhere lo > hi
   */
  public Curve theoryBand(double[] lo, double[] hi) {
    ordered(name, lo, hi, x);
    return new Curve(name, theoryIs, x, median, low, high, theory, lo.clone(), hi.clone());
  }

  private static void sameLength(String name, String argument, double[] values, double[] x) {
    Args.that(
        values.length == x.length,
        String.format(
            Locale.ROOT,
            "curve \"%s\": %s has %d values but x has %d; give one value for each x.",
            name,
            argument,
            values.length,
            x.length));
  }

  private static void ordered(String name, double[] low, double[] high, double[] x) {
    sameLength(name, "low", low, x);
    sameLength(name, "high", high, x);
    for (int i = 0; i < x.length; i++) {
      if (low[i] > high[i]) {
        throw Args.bad(
            "low[" + i + "] of curve \"" + name + "\"",
            low[i],
            "at most high[" + i + "], which is " + Numbers.exact(high[i]),
            "Swap the two edges.");
      }
    }
  }

  /** What its label says. */
  public String name() {
    return name;
  }

  /** Positions, increasing. */
  public double[] x() {
    return x.clone();
  }

  /** The values of the line, one for each x. */
  public double[] median() {
    return median.clone();
  }

  /** Lower edge of the band, or an empty array. */
  public double[] low() {
    return low.clone();
  }

  /** Upper edge of the band, or an empty array. */
  public double[] high() {
    return high.clone();
  }

  /** The theory's values, or an empty array. */
  public double[] theory() {
    return theory.clone();
  }

  /** Lower edge of the theory's band, or an empty array. */
  public double[] theoryLow() {
    return theoryLow.clone();
  }

  /** Upper edge of the theory's band, or an empty array. */
  public double[] theoryHigh() {
    return theoryHigh.clone();
  }

  /** What the theory is, or empty. */
  public String theoryIs() {
    return theoryIs;
  }

  boolean hasBand() {
    return low.length > 0;
  }

  boolean hasTheory() {
    return theory.length > 0;
  }

  boolean hasTheoryBand() {
    return theoryLow.length > 0;
  }

  /** The same points from the last to the first: the way a gradient travels. */
  Curve reversed() {
    return new Curve(
        name,
        theoryIs,
        turned(x),
        turned(median),
        turned(low),
        turned(high),
        turned(theory),
        turned(theoryLow),
        turned(theoryHigh));
  }

  private static double[] turned(double[] values) {
    double[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = values[values.length - 1 - i];
    }
    return out;
  }

  @Override
  public String toString() {
    return "Curve("
        + name
        + ", "
        + x.length
        + " points, median "
        + Arrays.stream(median).mapToObj(Numbers::brief).toList()
        + ")";
  }
}
