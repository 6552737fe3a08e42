package initlab.view.density;

/**
 * Bins of equal width from {@code lo} to {@code hi}. Where 0 lies between them it is the edge of a
 * bin, so that no bin holds values of both signs.
 *
 * @param lo lower end of the first bin
 * @param hi upper end of the last bin, above lo
 * @param count how many
 */
record Bins(double lo, double hi, int count) {

  /** About as many bins as asked, or one or two more, that cover at least lo to hi. */
  static Bins covering(double lo, double hi, int about) {
    double width = (hi - lo) / about;
    if (lo >= 0 || hi <= 0) {
      return new Bins(lo, hi, about);
    }
    int below = (int) Math.ceil(-lo / width - 1e-9);
    int above = (int) Math.ceil(hi / width - 1e-9);
    return new Bins(-below * width, above * width, below + above);
  }

  /** Whether a value lies in one of the bins; NaN does not. */
  boolean holds(double v) {
    return v >= lo && v <= hi;
  }

  /** The bin of a value that is held, counted from 0. */
  int of(double v) {
    int bin = (int) Math.min(count - 1, (v - lo) / (hi - lo) * count);
    int zero = (int) Math.round(-lo / (hi - lo) * count);
    // v - lo is rounded: a tiny value must not cross over to the other side of 0.
    return v < 0 ? Math.min(bin, zero - 1) : v > 0 ? Math.max(bin, zero) : bin;
  }
}
