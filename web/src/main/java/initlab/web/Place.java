package initlab.web;

import initlab.theory.FixedPoint;
import initlab.theory.MeanField;

/**
 * One place of the plane, by mean-field theory.
 *
 * @param q the variance that pre-activations run into; 0 if it dies, infinity if it explodes
 * @param chi what a layer multiplies the second moment of gradients by
 * @param phase "ordered", "chaotic" or "edge"; "unknown" if chi is
 * @param c the correlation that two inputs run into; NaN where there is none, or not yet
 * @param depth xi: after so many layers a distance from c is down to 1/e; NaN where c is
 */
public record Place(double q, double chi, String phase, double c, double depth) {

  /** At once; beyond the edge of chaos c and depth take longer, and are left out. */
  static Place soon(MeanField field) {
    double q = field.fixedVariance();
    boolean plain = q > 0 && q < Double.POSITIVE_INFINITY;
    if (!plain || !(field.chi(q) > 1)) {
      return of(field.fixedPoint());
    }
    return of(new FixedPoint(q, field.chi(q), Double.NaN, Double.NaN, Double.NaN));
  }

  /** All of it. */
  static Place whole(MeanField field) {
    return of(field.fixedPoint());
  }

  private static Place of(FixedPoint point) {
    String words = point.phase();
    String phase = Double.isNaN(point.chi()) ? "unknown" : words.substring(0, words.indexOf(' '));
    return new Place(
        point.q(), point.chi(), phase.replace(":", ""), point.c(), point.correlationDepth());
  }
}
