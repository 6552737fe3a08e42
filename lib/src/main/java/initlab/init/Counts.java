package initlab.init;

import initlab.base.Args;

/** Products of channels, taps, gates and heads that must still be the size of an array. */
final class Counts {
  private Counts() {}

  /**
   * The product of counts.
   *
   * @throws IllegalArgumentException if it is larger than an array can be
   */
  static int product(String name, int... factors) {
    long product = 1;
    for (int factor : factors) {
      product = Math.min(product * factor, Long.MAX_VALUE / Integer.MAX_VALUE);
    }
    if (product > Integer.MAX_VALUE) {
      throw Args.bad(
          name, "more than " + Integer.MAX_VALUE, "less than that", "Make the layer smaller.");
    }
    return (int) product;
  }
}
