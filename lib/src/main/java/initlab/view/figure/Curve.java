package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One named curve over depth: a median, and where there is one its band and the theory beside it.
 * Values are plain, never logarithms, and may be 0, subnormal, infinite (overflow) or NaN. Arrays
 * are copied in and out; an absent part is an empty array.
 */
public final class Curve {
  private static final double[] NONE = {};

  /** Positions beyond this leave no room for an axis around them. */
  private static final double FARTHEST = 1e300;

  private final String name;
  private final double[] x;
  private final double[] median;
  private final double[] low;
  private final double[] high;
  private final double[] theory;
  private final double[] theoryLow;
  private final double[] theoryHigh;
  private final String theoryIs;
  private final String looksLike;

  private Curve(String name, String looksLike, String theoryIs, double[]... parts) {
    this.name = name;
    this.looksLike = looksLike;
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
        "x of curve \""
            + name
            + "\" reaches to "
            + Numbers.exact(far)
            + "; it must lie within -1e300 and 1e300. Divide the positions by a power of ten.");
    CurveChecks.sameLength(name, "y", y, x);
    return new Curve(name, name, "", x.clone(), y.clone(), NONE, NONE, NONE, NONE, NONE);
  }

  /**
   * A median with its band, such as the 5 % and 95 % quantiles over seeds.
   *
   * @throws IllegalArgumentException as for {@link #line}, or if somewhere low > high
   */
  public static Curve band(String name, double[] x, double[] median, double[] low, double[] high) {
    Curve line = line(name, x, median);
    CurveChecks.ordered(name, low, high, x);
    return new Curve(
        name, name, "", line.x, line.median, low.clone(), high.clone(), NONE, NONE, NONE);
  }

  /**
   * The same curve with the theory's line, one value for each x.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public Curve theory(double... values) {
    CurveChecks.sameLength(name, "theory", values, x);
    return new Curve(
        name, looksLike, theoryIs, x, median, low, high, values.clone(), theoryLow, theoryHigh);
  }

  /**
   * The same curve with what its theory is, such as {@code mean} or {@code median}: the key says
   * it, and the words.
   */
  public Curve theoryIs(String what) {
    return new Curve(name, looksLike, what, x, median, low, high, theory, theoryLow, theoryHigh);
  }

  /**
   * The same curve with the band that the theory expects, one pair of values for each x.
   *
   * @throws IllegalArgumentException if the lengths differ, or somewhere lo > hi
   */
  public Curve theoryBand(double[] lo, double[] hi) {
    CurveChecks.ordered(name, lo, hi, x);
    return new Curve(
        name, looksLike, theoryIs, x, median, low, high, theory, lo.clone(), hi.clone());
  }

  /**
   * The same curve in the look of another name, such as "He" for "He, rate 0.1", so that the colour
   * is the initializer's and not the label's.
   */
  public Curve looksLike(String other) {
    return new Curve(name, other, theoryIs, x, median, low, high, theory, theoryLow, theoryHigh);
  }

  /**
   * The same curve at its first point and every so many after it: of a net whose widths come in
   * pairs, {@code every(2)} leaves the ends of the pairs.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public Curve every(int points) {
    Args.atLeast(1, points, "points apart", "1 leaves all.");
    return each(part -> every(part, points));
  }

  private static double[] every(double[] part, int points) {
    return IntStream.range(0, part.length)
        .filter(i -> i % points == 0)
        .mapToDouble(i -> part[i])
        .toArray();
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

  /** The name whose colour, dashes and marker it has: its own unless told otherwise. */
  public String looksLike() {
    return looksLike;
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
    return each(Curve::turned);
  }

  /** The same points at the logarithms of their positions, which are above 0. */
  Curve decades() {
    double[] places = Arrays.stream(x).map(Math::log10).toArray();
    return new Curve(
        name, looksLike, theoryIs, places, median, low, high, theory, theoryLow, theoryHigh);
  }

  /**
   * The points at positions above 0.
   *
   * @throws IllegalArgumentException if there is none
   */
  Curve above0() {
    int first = (int) Arrays.stream(x).filter(v -> v <= 0).count();
    Args.that(
        first < x.length,
        "curve \"" + name + "\" has no x above 0, so x has no decades; leave it linear.");
    return each(part -> part.length == 0 ? part : Arrays.copyOfRange(part, first, part.length));
  }

  private Curve each(UnaryOperator<double[]> change) {
    double[][] parts =
        Stream.of(x, median, low, high, theory, theoryLow, theoryHigh)
            .map(change)
            .toArray(double[][]::new);
    return new Curve(name, looksLike, theoryIs, parts);
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
    String medians = Arrays.stream(median).mapToObj(Numbers::brief).toList().toString();
    return "Curve(" + name + ", " + x.length + " points, median " + medians + ")";
  }
}
