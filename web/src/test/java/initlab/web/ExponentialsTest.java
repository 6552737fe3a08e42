package initlab.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** As StrictMath has them, but for the last bits. */
class ExponentialsTest {
  private static final int MANY = 300_000;

  /** Where the formulas change, and what is no number. */
  private static final double[] EDGES = {
    0,
    1,
    22,
    0x1p-28,
    0x1p-54,
    0x1p-55,
    20,
    38,
    0.34657359027997264,
    1.0397207708399179,
    14 * 0.6931471805,
    709.782712893384,
    708.39,
    745.133219101941,
    740,
    1e-310,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  @Test
  void exponentialsAreStrictMaths() {
    near(Exponentials::exp, StrictMath::exp, 1);
    near(Exponentials::expm1, StrictMath::expm1, 4);
    near(Exponentials::tanh, StrictMath::tanh, 4);
  }

  /**
   * Zeros, infinities and what is no number have no last bits: they are the same, with their signs.
   */
  @Test
  void theEndsAreExact() {
    for (double x : new double[] {0, -0.0, 800, -800, 1 / 0.0, -1 / 0.0, Double.NaN}) {
      assertThat(Exponentials.exp(x)).isEqualTo((Double) StrictMath.exp(x));
      assertThat(Exponentials.expm1(x)).isEqualTo((Double) StrictMath.expm1(x));
      assertThat(Exponentials.tanh(x)).isEqualTo((Double) StrictMath.tanh(x));
    }
  }

  private static void near(DoubleUnaryOperator found, DoubleUnaryOperator due, int units) {
    SplittableRandom random = new SplittableRandom(1);
    points(random).forEach(x -> assertNear(found.applyAsDouble(x), due.applyAsDouble(x), units, x));
  }

  private static DoubleStream points(SplittableRandom random) {
    DoubleStream edges =
        DoubleStream.of(EDGES)
            .flatMap(x -> DoubleStream.of(x, Math.nextUp(x), Math.nextDown(x)))
            .flatMap(x -> DoubleStream.of(x, -x));
    return DoubleStream.concat(
        edges,
        DoubleStream.of(2, 30, 760)
            .flatMap(most -> random.doubles(MANY, -most, most))
            .mapToObj(x -> DoubleStream.of(x, Double.longBitsToDouble(random.nextLong())))
            .flatMapToDouble(both -> both));
  }

  private static void assertNear(double found, double due, int units, double x) {
    boolean near = Math.abs(found - due) <= units * Math.ulp(due);
    if (!near && Double.compare(found, due) != 0) {
      assertThat(found).as("at %s", x).isEqualTo((Double) due);
    }
  }
}
