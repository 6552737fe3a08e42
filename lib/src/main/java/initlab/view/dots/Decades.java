package initlab.view.dots;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The decades of a panel: whole ones around all finite numbers above 0 and around 1, or where that
 * takes more than 30, the 30 around 1.
 *
 * @param lo the lowest exponent
 * @param hi the highest exponent
 */
record Decades(double lo, double hi) {
  private static final double FARTHEST = 15;

  /** Air beyond both ends, in parts of the range, so that a dot on the edge is whole. */
  private static final double AIR = 0.03;

  static Decades of(List<Dot> dots) {
    double[] exponents =
        dots.stream()
            .flatMapToDouble(d -> DoubleStream.of(d.low(), d.median(), d.high(), 1))
            .map(Math::log10)
            .filter(Double::isFinite)
            .map(e -> Math.max(-FARTHEST, Math.min(FARTHEST, e)))
            .sorted()
            .toArray();
    double lo = Math.floor(exponents[0]);
    double hi = Math.ceil(exponents[exponents.length - 1]);
    double least = hi - lo < 1 ? 1 : 0;
    double air = AIR * (hi - lo + 2 * least);
    return new Decades(lo - least - air, hi + least + air);
  }

  /** Whether a number has its own place, and is not drawn at an edge. */
  boolean holds(double value) {
    double exponent = Math.log10(value);
    return exponent >= lo && exponent <= hi;
  }

  /** The exponent of a number, or the nearest edge; 0 for NaN. */
  double place(double value) {
    return Double.isNaN(value) ? 0 : Math.max(lo, Math.min(hi, Math.log10(value)));
  }
}
