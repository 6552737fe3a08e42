package initlab.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Bit by bit as StrictMath has it. */
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
    0x1.62e43p-2,
    0x1.0a2b2p0,
    0x1.3687ap5,
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
    same(Exponentials::exp, StrictMath::exp);
    same(Exponentials::expm1, StrictMath::expm1);
    same(Exponentials::tanh, StrictMath::tanh);
  }

  private static void same(DoubleUnaryOperator found, DoubleUnaryOperator expected) {
    SplittableRandom random = new SplittableRandom(1);
    points(random).forEach(x -> assertSame(found.applyAsDouble(x), expected.applyAsDouble(x), x));
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

  private static void assertSame(double found, double expected, double x) {
    if (Double.doubleToLongBits(found) != Double.doubleToLongBits(expected)) {
      assertThat(found).as("at %s", x).isEqualTo((Double) expected);
    }
  }
}
