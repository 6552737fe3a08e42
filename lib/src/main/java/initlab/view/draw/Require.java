package initlab.view.draw;

/** Checks of what a caller hands in, each with its cure. */
public final class Require {
  private Require() {}

  public static void that(boolean fine, String message) {
    if (!fine) {
      throw new IllegalArgumentException(message);
    }
  }

  public static void notBlank(String argument, String value) {
    that(!value.isBlank(), argument + " is blank: give the words a reader should see.");
  }

  public static void increasing(String name, double[] x) {
    that(x.length > 0, "curve \"" + name + "\" has no points: x must hold at least one.");
    for (int i = 0; i < x.length; i++) {
      that(
          Double.isFinite(x[i]) && (i == 0 || x[i] > x[i - 1]),
          "curve \"%s\": x[%d] = %s, but x must be finite and increase; sort the points by x."
              .formatted(name, i, x[i]));
    }
  }

  public static void sameLength(String name, String argument, double[] values, double[] x) {
    that(
        values.length == x.length,
        "curve \"%s\": %s has %d values but x has %d; give one value for each x."
            .formatted(name, argument, values.length, x.length));
  }

  public static void band(String name, double[] low, double[] high, double[] x) {
    sameLength(name, "low", low, x);
    sameLength(name, "high", high, x);
    for (int i = 0; i < x.length; i++) {
      that(
          !(low[i] > high[i]),
          "curve \"%s\": low[%d] = %s lies above high[%d] = %s; swap the two edges."
              .formatted(name, i, low[i], i, high[i]));
    }
  }
}
