package initlab.nn.layer;

import initlab.base.Args;

/**
 * A window that steps along one dimension: window o has its tap k at place o stride + k dilation,
 * counted from the first place of the padding.
 *
 * @param name of the dimension, for errors
 * @param in places
 * @param taps of the window
 * @param stride places between neighbouring windows
 * @param padding zeros at either end
 * @param dilation places between neighbouring taps
 */
record Axis(String name, int in, int taps, int stride, int padding, int dilation) {

  /** How many places one window spans. */
  long reach() {
    return (taps - 1L) * dilation + 1;
  }

  /** Places with the padding at both ends. */
  long padded() {
    return in + 2L * padding;
  }

  /**
   * How many windows there are; places behind the last are left out.
   *
   * @throws IllegalArgumentException if not even one fits
   */
  int windows() {
    if (reach() > padded()) {
      String pad = padding == 0 ? "" : " (" + in + " and padding " + padding + " at either end)";
      throw Args.bad(
          "the " + name + " of the window",
          reach() + (dilation == 1 ? "" : " (" + taps + " taps, dilation " + dilation + ")"),
          "at most " + padded() + ", which is what it slides over" + pad,
          "Take a smaller window or more padding.");
    }
    return (int) Math.min((padded() - reach()) / stride + 1, Integer.MAX_VALUE);
  }

  /**
   * How many places a transposed window spreads these over, which is what it would have taken them
   * from.
   *
   * @throws IllegalArgumentException if the padding takes all of them away
   */
  int spread() {
    long all = (in - 1L) * stride + reach();
    if (all <= 2L * padding) {
      throw Args.bad(
          "the padding that is taken away at either end of the " + name,
          padding,
          "below half of the " + all + " places that the kernel spreads over",
          "Take less padding.");
    }
    return (int) Math.min(all - 2L * padding, Integer.MAX_VALUE);
  }

  /** The same over so many places. */
  Axis over(int places) {
    return new Axis(name, places, taps, stride, padding, dilation);
  }

  /** The same without a stride beyond all places, which leaves one window as any such does. */
  Axis withinPlaces() {
    int least = (int) Math.min(stride, padded());
    return new Axis(name, in, taps, least, padding, dilation);
  }

  /** Places, padding included, of which each is a stride behind the one before it. */
  int strided() {
    return (int) Math.min((padded() + stride - 1) / stride, Integer.MAX_VALUE);
  }
}
