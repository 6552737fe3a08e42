package initlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every map off its fixed points, against sums over a grid and formulas written here again. */
class MapsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double WEIGHTS = 2.5;
  private static final double BIASES = 0.05;

  /** A function, f and f' once more, and how well a grid knows E f f and E f' f'. */
  private record Case(
      Activation activation,
      DoubleUnaryOperator f,
      DoubleUnaryOperator slope,
      double exact,
      double exactSlope) {

    MeanField field() {
      return new MeanField(activation, WEIGHTS, BIASES);
    }

    @Override
    public String toString() {
      return activation.name();
    }
  }

  static Stream<Case> cases() {
    DoubleUnaryOperator tanh = z -> 1 - 2 / (Math.exp(2 * z) + 1);
    DoubleUnaryOperator lambda = z -> Math.sin(2 * z) + 0.5 * z;
    double a = 1.6732632423543772;
    double b = 1.0507009873554805;
    return Stream.of(
        new Case(Activation.TANH, tanh, z -> 1 / sq(Math.cosh(z)), 1e-8, 1e-8),
        new Case(Activation.RELU, z -> z > 0 ? z : 0, z -> z > 0 ? 1 : 0, 1e-3, 0.02),
        new Case(
            Activation.SELU,
            z -> b * (z > 0 ? z : a * Math.exp(z) - a),
            z -> b * (z > 0 ? 1 : a * Math.exp(z)),
            1e-3,
            0.02),
        new Case(
            Activation.GELU,
            z -> z * NORMAL.cumulativeProbability(z),
            z -> NORMAL.cumulativeProbability(z) + z * NORMAL.density(z),
            1e-8,
            1e-8),
        new Case(lambda::applyAsDouble, lambda, z -> 2 * Math.cos(2 * z) + 0.5, 1e-7, 1e-7));
  }

  private static double sq(double x) {
    return x * x;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void varianceAndGradientMaps(Case one) {
    for (double q : new double[] {0.3, 3}) {
      double moment = PlainQuadrature.moment(one.f, q);
      double slopes = PlainQuadrature.moment(one.slope, q);
      assertThat(one.field().activationMoment(q)).isCloseTo(moment, within(1e-6));
      assertThat(one.field().slopeMoment(q)).isCloseTo(slopes, within(1e-6));
      assertThat(one.field().variance(q)).isCloseTo(WEIGHTS * moment + BIASES, within(1e-5));
      assertThat(one.field().chi(q)).isCloseTo(WEIGHTS * slopes, within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void correlationMapAndItsSlope(Case one) {
    double[][] places = {{3, 0.4}, {0.3, -0.6}};
    int tried = one.activation.hasDerivative() ? 2 : 1; // slopes of a lambda take their time
    for (double[] at : Arrays.copyOf(places, tried)) {
      double q = at[0];
      double c = at[1];
      double covariance = WEIGHTS * PlainQuadrature.product(one.f, q, c) + BIASES;
      double variance = WEIGHTS * PlainQuadrature.moment(one.f, q) + BIASES;
      double slope = WEIGHTS * PlainQuadrature.product(one.slope, q, c);
      assertThat(one.field().covariance(q, c)).isCloseTo(covariance, within(10 * one.exact));
      assertThat(one.field().correlation(q, c))
          .isCloseTo(covariance / variance, within(10 * one.exact));
      assertThat(one.field().correlationSlope(q, c)).isCloseTo(slope, within(5 * one.exactSlope));
    }
  }

  /** The field's own settings: each reaches what it is for, and no other is lost on the way. */
  @ParameterizedTest
  @MethodSource("cases")
  void layersFollowTheMapsOneByOne(Case one) {
    MeanField field = MeanField.of(one.activation).bias(BIASES).gain(Math.sqrt(WEIGHTS));
    Propagation through = field.through(3, 0.7);
    double a = 0.7;
    double[] q = new double[3];
    for (int l = 0; l < 3; l++) {
      q[l] = WEIGHTS * a + BIASES;
      a = PlainQuadrature.moment(one.f, q[l]);
      assertThat(through.preActivation()[l]).isCloseTo(q[l], within(1e-4));
      assertThat(through.activation(l + 1)).isCloseTo(a, within(1e-4));
    }
    double g = 1;
    for (int l = 2; l >= 0; l--) {
      g *= WEIGHTS * PlainQuadrature.moment(one.slope, q[l]);
      assertThat(through.gradient(l) / g).isCloseTo(1, within(1e-4));
    }
  }
}
