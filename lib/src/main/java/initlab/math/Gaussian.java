package initlab.math;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Expectations over standard normal variables, E f(Z) = integral of f(z) phi(z) dz.
 *
 * <p>Adaptive Gauss-Kronrod quadrature (7 and 15 points) of the weighted integrand, first cut at
 * the whole numbers from -12 to 12 and, where f is asked far from 1, at its own 0, 1, 10, ... too.
 * Beyond 12 it goes on until the integrand has died out. The error is below 1e-10 of E |f|, with
 * kinks and jumps anywhere.
 */
public final class Gaussian {
  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  private Gaussian() {}

  /** The density phi(z) = exp(-z^2 / 2) / sqrt(2 pi). */
  public static double density(double z) {
    return Math.exp(-0.5 * z * z) / SQRT_2_PI;
  }

  /**
   * E f(Z) for Z ~ N(0, 1).
   *
   * @throws IllegalArgumentException if f gives NaN or infinity where Z goes, grows so fast that
   *     there is no mean, is too rough to integrate, or gives different values for the same z
   */
  public static double expect(DoubleUnaryOperator f) {
    return expect(f, 0, 1);
  }

  /**
   * E f(mean + std Z) for Z ~ N(0, 1).
   *
   * @param std 0 or more, and finite
   * @throws IllegalArgumentException as {@link #expect(DoubleUnaryOperator)}
   */
  public static double expect(DoubleUnaryOperator f, double mean, double std) {
    if (std == 0) {
      return finite(f.applyAsDouble(mean), mean);
    }
    double found =
        Quadrature.line(
            z -> {
              double x = mean + std * z;
              double root = Math.exp(-0.25 * z * z); // of the density, which alone underflows
              double value = f.applyAsDouble(x);
              boolean farOut = Math.abs(z) > Edges.REACH && Double.isInfinite(value);
              return (farOut ? value : finite(value, x)) * root * root;
            },
            Edges.of(mean, std));
    if (Double.isFinite(found)) {
      return found / SQRT_2_PI;
    }
    throw Args.bad(
        "the mean of the function over a normal z",
        found,
        "a finite number",
        "It grows faster than the normal density falls: let it grow more slowly.");
  }

  /** E f(U, V) for independent U, V ~ N(0, 1); throws as {@link #expect(DoubleUnaryOperator)}. */
  public static double expect(DoubleBinaryOperator f) {
    return expect(u -> expect((DoubleUnaryOperator) v -> f.applyAsDouble(u, v)));
  }

  /**
   * E f(std Z)^2 for Z ~ N(0, 1); infinity where f grows so fast that there is none, or none that a
   * double holds.
   *
   * @param std 0 or more, and finite
   * @throws IllegalArgumentException if f gives NaN where Z goes, is too rough to integrate, or
   *     gives different values for the same z
   */
  public static double secondMoment(DoubleUnaryOperator f, double std) {
    double size = rootMeanSquare(f, std);
    return size * size;
  }

  /**
   * sqrt(E f(std Z)^2) for Z ~ N(0, 1), also where the squares leave the range of a double; throws
   * as {@link #secondMoment}.
   */
  public static double rootMeanSquare(DoubleUnaryOperator f, double std) {
    double unit = unit(f, std);
    if (!(unit < Double.POSITIVE_INFINITY)) {
      return unit;
    }
    double squares =
        Quadrature.line(
            z -> {
              double weighted = number(f, std * z) / unit * Math.exp(-0.25 * z * z);
              return weighted * weighted;
            },
            Edges.of(0, std));
    return unit * Math.sqrt(squares / SQRT_2_PI);
  }

  /**
   * How large f(std z) is at some places, each by the root of the normal density there: nothing
   * where f is 0 but for rounding.
   */
  public static double largest(DoubleUnaryOperator f, double std) {
    double most = 0;
    double[] edges = Edges.of(0, std);
    for (int i = 1; i < edges.length; i++) {
      for (double share : new double[] {0.5, 0.318}) {
        double z = edges[i - 1] + share * (edges[i] - edges[i - 1]);
        most = Math.max(most, Math.abs(number(f, std * z)) * Math.exp(-0.25 * z * z));
      }
    }
    return most;
  }

  /** A power of two of the size of f; 1 for the function 0. */
  private static double unit(DoubleUnaryOperator f, double std) {
    double most = largest(f, std);
    boolean usual = most > 0 && most < Double.POSITIVE_INFINITY;
    return usual ? Math.scalb(1.0, Math.getExponent(most)) : most + (most == 0 ? 1 : 0);
  }

  private static double number(DoubleUnaryOperator f, double x) {
    double value = f.applyAsDouble(x);
    return Double.isNaN(value) ? finite(value, x) : value;
  }

  private static double finite(double value, double x) {
    if (Double.isFinite(value)) {
      return value; // called millions of times: no message is built unless it is needed
    }
    throw Args.bad(
        "the function at z = " + Numbers.exact(x),
        value,
        "a finite number",
        "Its mean over a normal z must exist: mend the function.");
  }
}
