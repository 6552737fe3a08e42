package initlab.view.draw;

import initlab.base.Numbers;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A row of numbers that nobody can change: what records of this room hold instead of arrays. Two
 * rows are equal if they hold the same numbers in the same order.
 */
public final class Values {
  private final double[] numbers;

  private Values(double[] numbers) {
    this.numbers = numbers;
  }

  /** A copy of these numbers. */
  public static Values of(double... numbers) {
    return new Values(numbers.clone());
  }

  /** How many there are. */
  public int size() {
    return numbers.length;
  }

  /**
   * Number i, counted from 0.
   *
   * @throws ArrayIndexOutOfBoundsException unless 0 &lt;= i &lt; size
   */
  public double at(int i) {
    return numbers[i];
  }

  /** The first number, which must be there. */
  public double first() {
    return numbers[0];
  }

  /** The last number, which must be there. */
  public double last() {
    return numbers[numbers.length - 1];
  }

  /** The numbers in their order. */
  public DoubleStream stream() {
    return Arrays.stream(numbers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values v && Arrays.equals(numbers, v.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.stream(numbers).mapToObj(Numbers::brief).toList().toString();
  }
}
