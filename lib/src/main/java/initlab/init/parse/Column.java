package initlab.init.parse;

import java.util.Arrays;

/**
 * What a formula gives for many a at once, with the slopes by a or without them. One pass over a
 * column is quicker than a walk through the formula for each number.
 */
final class Column {
  private final double[] values;
  private final double[] slopes;

  private Column(double[] values, double[] slopes) {
    this.values = values;
    this.slopes = slopes;
  }

  /** These numbers alone. */
  static Column of(double... values) {
    return new Column(values, new double[0]);
  }

  /** The variable itself, whose slopes are asked for. */
  static Column moving(double... values) {
    double[] slopes = new double[values.length];
    Arrays.fill(slopes, 1);
    return new Column(values, slopes);
  }

  /** Another of the same length, all 0. */
  Column blank() {
    return new Column(new double[values.length], new double[slopes.length]);
  }

  /** One for each a; the column's own. */
  double[] values() {
    return values;
  }

  /** Their derivatives by a, or nothing where nobody asks for them; the column's own. */
  double[] slopes() {
    return slopes;
  }
}
