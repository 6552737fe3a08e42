package initlab.math;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Progress;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws from a standard normal variable cut to an interval, by rejection.
 *
 * <p>An interval around 0 keeps what falls into it of plain normals, or, where it is narrow, of
 * uniforms; a tail keeps some of shifted exponentials, of the rate that rejects least. Each is
 * exact for any interval, and no step needs a logarithm whose last bit differs between machines.
 * Robert (1995).
 */
public final class TruncatedGaussian {
  private static final double NARROW = 2.5;

  /** Beyond so many of its units the density is below 1e-300. */
  private static final double REACH = 40;

  private static final double FARTHEST = 1_000_000;

  private TruncatedGaussian() {}

  /**
   * Fills the first n entries of out.
   *
   * @param low end of the interval; may be -infinity
   * @param high end of the interval; may be infinity
   * @throws IllegalArgumentException unless low &lt; high, and the interval comes within 1e6 of 0
   */
  public static void fill(double low, double high, UniformRandomProvider rng, double[] out, int n) {
    check(low, high);
    if (high < 0) {
      fill(-high, -low, rng, out, n);
      Arrays.setAll(out, i -> i < n ? -out[i] : out[i]);
    } else if (low > 0 && (high - low) * tailRate(low) > 1.5) {
      tail(low, high, rng, out, n);
    } else if (high - low < NARROW) {
      narrow(low, high, rng, out, n);
    } else {
      wide(low, high, rng, out, n);
    }
  }

  /** Checks an interval, in standard deviations from the mean. */
  public static void check(double low, double high) {
    if (!(low < high)) {
      throw Args.bad(
          "low", low, "below high, which is " + Numbers.exact(high), "Swap or widen the bounds.");
    }
    if (!(low <= FARTHEST && high >= -FARTHEST)) {
      throw Args.bad(
          "the interval, in standard deviations",
          "[" + Numbers.exact(low) + ", " + Numbers.exact(high) + "]",
          "within " + Numbers.exact(FARTHEST) + " of the mean",
          "Move the bounds towards the mean, or widen the std.");
    }
  }

  /** The mean of a standard normal variable cut to [low, high]. */
  public static double mean(double low, double high) {
    check(low, high);
    if (high < 0) {
      return -mean(-high, -low);
    }
    double unit = unit(low, high);
    return Math.max(low, 0) + unit * moment(low, high, t -> t);
  }

  /** The variance of a standard normal variable cut to [low, high]. */
  public static double variance(double low, double high) {
    return sq(std(low, high));
  }

  /** Its root, also of an interval so narrow that a double does not hold the square. */
  public static double std(double low, double high) {
    check(low, high);
    if (high < 0) {
      return std(-high, -low);
    }
    double mean = moment(low, high, t -> t);
    return unit(low, high) * Math.sqrt(moment(low, high, t -> sq(t - mean)));
  }

  /** How far Z goes from the place of its highest density: lengths are measured in this. */
  private static double unit(double low, double high) {
    return Math.min(1 / tailRate(Math.max(low, 0)), high - low);
  }

  /**
   * E f(T), Z = peak + unit T, where peak is the place of the highest density: 0, or low where that
   * is above. So no digits are lost far out, or in a narrow interval.
   */
  private static double moment(double low, double high, DoubleUnaryOperator f) {
    double peak = Math.max(low, 0);
    double unit = unit(low, high);
    double from = Math.max((low - peak) / unit, -REACH / unit);
    double to = Math.min((high - peak) / unit, REACH);
    DoubleUnaryOperator density = t -> Math.exp(-unit * t * (peak + 0.5 * unit * t));
    double[] edges = from < 0 && to > 0 ? new double[] {from, 0, to} : new double[] {from, to};
    double mass = Quadrature.integral(density, edges);
    return Quadrature.integral(t -> f.applyAsDouble(t) * density.applyAsDouble(t), edges) / mass;
  }

  private static double sq(double x) {
    return x * x;
  }

  private static double tailRate(double low) {
    return 0.5 * (low + Math.sqrt(low * low + 4));
  }

  private static void wide(
      double low, double high, UniformRandomProvider rng, double[] out, int n) {
    var normal = ZigguratSampler.NormalizedGaussian.of(rng);
    for (int i = 0; i < n; i++) {
      Progress.checkInterrupted(i);
      double z = normal.sample();
      while (!(z >= low && z <= high)) {
        z = normal.sample();
      }
      out[i] = z;
    }
  }

  /**
   * Keeps a uniform z with probability exp((peak^2 - z^2) / 2): an exponential variable decides.
   */
  private static void narrow(
      double low, double high, UniformRandomProvider rng, double[] out, int n) {
    var exponential = ZigguratSampler.Exponential.of(rng);
    double peak = Math.max(low, 0);
    for (int i = 0; i < n; i++) {
      Progress.checkInterrupted(i);
      double z;
      do {
        z = low + (high - low) * rng.nextDouble();
      } while (exponential.sample() < 0.5 * (z - peak) * (z + peak));
      out[i] = z;
    }
  }

  /** Keeps low + E / rate with probability exp(-(z - rate)^2 / 2). */
  private static void tail(
      double low, double high, UniformRandomProvider rng, double[] out, int n) {
    var exponential = ZigguratSampler.Exponential.of(rng);
    double rate = tailRate(low);
    double gap = 1 / rate; // rate - low, without cancellation: rate (rate - low) = 1
    for (int i = 0; i < n; i++) {
      Progress.checkInterrupted(i);
      double past;
      do {
        past = exponential.sample() / rate;
      } while (past > high - low || exponential.sample() < 0.5 * (past - gap) * (past - gap));
      out[i] = low + past;
    }
  }
}
