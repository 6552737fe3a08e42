package initlab.theory;

import initlab.math.Crossing;
import initlab.math.Root;
import java.util.OptionalDouble;

/**
 * Where the variance map V leads from 1: it is followed for some layers, and if it has not arrived
 * by then, the fixed point next on its way is looked up.
 *
 * <p>A map that turns back arrives soon: q V'(q) = sigma_w^2 E f^2 (Z^2 - 1) / 2 is at least -V /
 * 2, so that from one side to the other distances halve at least.
 */
final class VarianceLimit {
  private static final double DEAD = 1e-6;
  private static final double EXPLODED = 1e100;
  private static final double FAR = 1e9;
  private static final double STEP = Math.sqrt(2);
  private static final int LAYERS = 20;
  private static final int TURNING_LAYERS = 60;

  /** What counts as unchanged: the error of the quadrature. */
  private static final double SAME = 1e-10;

  private VarianceLimit() {}

  /** The variance; 0 if it dies, infinity if it explodes. */
  static double of(MeanField field) {
    double q = 1;
    double before = 1;
    for (int layer = 0; layer < TURNING_LAYERS; layer++) {
      double next = field.variance(q);
      if (Math.abs(next - q) < SAME * q) {
        return layer == 0 ? 1 : settled(field, before, q);
      }
      boolean turns = (next - q) * (q - before) < 0;
      if (outside(field, next) || (layer >= LAYERS && !turns)) {
        return onwards(field, q, next > q);
      }
      before = q;
      q = next;
    }
    return settled(field, before, q);
  }

  /** Below 1e-6 without biases, or beyond 1e100. */
  private static boolean outside(MeanField field, double q) {
    return !(q < EXPLODED) || (field.biasVariance() == 0 && q < DEAD);
  }

  /** The fixed point itself, where the last steps came from one side or from both. */
  private static double settled(MeanField field, double before, double q) {
    double excess = excess(field, q);
    if (excess == 0 || q == before) {
      return q;
    }
    double width = Math.max(4 * Math.abs(q - before), 1e-8 * q);
    double low = Math.max(q - width, 0.5 * q);
    double high = q + width;
    boolean bracketed = excess(field, low) > 0 && excess(field, high) < 0;
    return bracketed ? Root.of(at -> excess(field, at), low, high) : q;
  }

  /** The first fixed point on the way up or down, where the map goes one way only. */
  private static double onwards(MeanField field, double q, boolean up) {
    double least = field.biasVariance() > 0 ? 0.5 * field.biasVariance() : DEAD;
    OptionalDouble found = next(field, q, up ? Math.max(q, FAR) : least, up ? STEP : 1 / STEP);
    if (found.isEmpty() && up) {
      found = next(field, Math.max(q, FAR), EXPLODED, 10);
    }
    boolean settles = found.isPresent() && turnsBack(field, found.getAsDouble(), up);
    return settles ? found.getAsDouble() : up ? Double.POSITIVE_INFINITY : 0;
  }

  private static OptionalDouble next(MeanField field, double from, double to, double factor) {
    return Crossing.first(q -> excess(field, q), from, to, factor);
  }

  /** Whether the map comes back from beyond; under ReLU and a bias only rounding seems to. */
  private static boolean turnsBack(MeanField field, double q, boolean up) {
    double beyond = up ? 1.001 * q : q / 1.001;
    return (up ? -1 : 1) * excess(field, beyond) > SAME * 1e-3 * beyond;
  }

  private static double excess(MeanField field, double q) {
    return field.variance(q) - q;
  }
}
